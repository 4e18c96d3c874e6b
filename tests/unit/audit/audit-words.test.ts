import { readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { AUDIT_GROUPS } from "@/lib/audit/audit-groups";
import { AUDIT_ACTIONS } from "@/lib/audit/record-audit";
import { LOCALES } from "@/i18n/locales";
import { sourceFiles, withoutComments } from "../../architecture/source-files";

const written = sourceFiles("lib").flatMap(({ text }) => [...withoutComments(text).matchAll(/\brecordAudit\(ctx, "([^"]+)", [`"]([a-z-]+):/g)].map(([, action, kind]) => ({ action: action!, kind: kind! })));

describe.each(LOCALES)("the activity log in %s", (locale) => {
  const messages = JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../../../messages/${locale}/audit.json`), "utf8")) as Record<string, unknown>;
  const t = createTranslator({ locale, messages: { audit: messages }, namespace: "audit", onError: (error) => expect.fail(error.message) });

  it.each(AUDIT_ACTIONS)("has words for %s", (action) => {
    expect(t(`actions.${action}`)).not.toContain("actions.");
  });

  it.each(AUDIT_GROUPS)("has words for the kind %s", (group) => {
    expect(t(`groups.${group}`)).not.toContain("groups.");
  });

  it("has words for what every write says it was done to", () => {
    expect(written.map(({ action }) => action).sort()).toEqual([...AUDIT_ACTIONS].sort());
    for (const { kind } of written) expect(t(`subjects.${kind}`)).not.toContain("subjects.");
  });
});
