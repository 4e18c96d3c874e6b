import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { AUDIT_ACTIONS } from "@/lib/audit/record-audit";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { NOTIFICATION_KINDS } from "@/lib/notifications/notify";
import { ERROR_STATUS } from "@/lib/platform/errors";
import { LOCALES } from "@/i18n/locales";

const folder = path.resolve(import.meta.dirname, "../../../messages");
type Tree = { [key: string]: string | Tree };

function namespaces(locale: string): string[] {
  return readdirSync(path.join(folder, locale)).sort();
}

function textsOf(locale: string, file: string): Map<string, string> {
  const texts = new Map<string, string>();
  collect(JSON.parse(readFileSync(path.join(folder, locale, file), "utf8")) as Tree, "", texts);
  return texts;
}

function collect(tree: Tree, prefix: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") into.set(`${prefix}${key}`, value);
    else collect(value, `${prefix}${key}.`, into);
  }
}

/** Names of arguments and of rich tags: "{count, plural, one {# product} other {…}}", "{name}", "<link>". */
function placeholdersOf(text: string): string[] {
  const names = [...text.matchAll(/<([a-z]\w*)>/g)].map((match) => match[1]!);
  collectArguments(text, 0, names);
  return [...new Set(names)].sort();
}

/** Reads a message from `at` to its closing brace and returns where it ended. */
function collectArguments(text: string, at: number, names: string[]): number {
  while (at < text.length && text[at] !== "}") {
    if (text[at] !== "{") {
      at++;
      continue;
    }
    const [argument, name, type] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(text.slice(at))!;
    names.push(name!);
    at += argument.length;
    while (at < text.length && text[at] !== "}") {
      const isBranch = text[at] === "{" && type !== undefined;
      at = isBranch ? collectArguments(text, at + 1, names) + 1 : at + 1;
    }
    at++;
  }
  return at;
}

describe("the two languages", () => {
  it("have the same files", () => {
    expect(namespaces("en")).toEqual(namespaces("zh-CN"));
  });

  describe.each(namespaces("zh-CN"))("%s", (file) => {
    const chinese = textsOf("zh-CN", file);
    const english = textsOf("en", file);

    it("has the same keys", () => {
      expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    });

    it("has the same placeholders", () => {
      const differing = [...chinese].filter(([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? "").join());
      expect(differing.map(([key]) => key)).toEqual([]);
    });

    it.each([
      ["zh-CN", chinese],
      ["en", english],
    ] as const)("can be read out in %s", (locale, texts) => {
      for (const [key, text] of texts) {
        const tags = [...text.matchAll(/<([a-z]\w*)>/g)].map((match) => [match[1]!, (chunks: string) => chunks] as const);
        const values = Object.fromEntries([...placeholdersOf(text).map((name) => [name, 2] as const), ...tags]);
        const t = createTranslator({ locale, timeZone: "Asia/Shanghai", messages: { text }, onError: (error) => expect.fail(`${key}: ${error.message}`) });
        expect(t.markup("text", values)).not.toContain("{");
      }
    });

    it("has no empty text", () => {
      const empty = [...chinese, ...english].filter(([, text]) => text.trim() === "");
      expect(empty.map(([key]) => key)).toEqual([]);
    });

    it("is Chinese in the one and English in the other", () => {
      const inEnglish = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text.replace(/“[^”]*”/g, "")));
      expect(inEnglish.map(([key]) => key)).toEqual([]);
    });
  });
});

describe.each(LOCALES)("closed sets in %s", (locale) => {
  it("every refusal has its words", () => {
    const texts = textsOf(locale, "errors.json");
    expect(Object.keys(ERROR_STATUS).filter((code) => !texts.has(code))).toEqual([]);
  });

  it("every notification has a title and a text", () => {
    const texts = textsOf(locale, "notifications.json");
    expect(NOTIFICATION_KINDS.filter((kind) => !texts.has(`kinds.${kind}.title`) || !texts.has(`kinds.${kind}.text`))).toEqual([]);
  });

  it("every role has a name", () => {
    const texts = textsOf(locale, "auth.json");
    expect(Object.keys(ROLE_PERMISSIONS).filter((role) => !texts.has(`roles.${role}`))).toEqual([]);
  });

  it("every deed of the audit has its words, once the audit is shown", () => {
    if (!namespaces(locale).includes("audit.json")) return;
    const texts = textsOf(locale, "audit.json");
    expect(AUDIT_ACTIONS.filter((action) => ![...texts.keys()].some((key) => key === action || key.endsWith(`.${action}`)))).toEqual([]);
  });
});
