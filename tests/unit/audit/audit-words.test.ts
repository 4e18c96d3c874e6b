import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { AUDIT_GROUPS } from "@/lib/audit/audit-groups";
import { AUDIT_ACTIONS } from "@/lib/audit/record-audit";
import { LOCALES } from "@/i18n/locales";
import { sourceFiles, withoutComments } from "../../architecture/source-files";

const written = sourceFiles("lib").flatMap(({ text }) => [...withoutComments(text).matchAll(/\brecordAudit\(ctx, "([^"]+)", [`"]([a-z-]+):/g)].map(([, action, kind]) => ({ action: action!, kind: kind! })));

type Tree = { [key: string]: string | Tree };

function textAt(tree: Tree, key: string): string | undefined {
  const found = key.split(".").reduce<string | Tree | undefined>((at, step) => (typeof at === "object" ? at[step] : undefined), tree);
  return typeof found === "string" ? found : undefined;
}

describe.each(LOCALES)("the activity log in %s", (locale) => {
  const messages = JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../../../messages/${locale}/audit.json`), "utf8")) as Tree;

  it.each(AUDIT_ACTIONS)("has words for %s", (action) => {
    expect(textAt(messages, `actions.${action}`)).toMatch(/\S/);
  });

  it.each(AUDIT_GROUPS)("has words for the kind %s", (group) => {
    expect(textAt(messages, `groups.${group}`)).toMatch(/\S/);
  });

  it("has words for what every write says it was done to", () => {
    expect([...new Set(written.map(({ action }) => action))].sort()).toEqual([...AUDIT_ACTIONS].sort());
    for (const { kind } of written) expect(textAt(messages, `subjects.${kind}`)).toMatch(/\S/);
  });
});
