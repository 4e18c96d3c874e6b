import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { issueText } from "@/components/ui/issue-text";
import { issuesOf } from "@/lib/platform/zod-issues";
import common from "@/messages/en/common.json";
import settings from "@/messages/en/settings.json";

const t = createTranslator({ locale: "en", messages: { common, settings } }) as unknown as Parameters<typeof issueText>[1];

const schema = z.object({
  name: z.string().min(1).max(3),
  tags: z.array(z.string()).max(2),
  term: z.int().min(3),
  email: z.email(),
  kind: z.enum(["a", "b"]),
});
const good = { name: "ab", tags: [], term: 3, email: "a@b.example", kind: "a" };

describe("words for what a schema refuses", () => {
  it.each([
    [{ name: "" }, "This field is required."],
    [{ name: undefined }, "This field is required."],
    [{ name: "abcd" }, "Use 3 characters at most."],
    [{ tags: ["a", "b", "c"] }, "Choose at most 2."],
    [{ term: 1 }, "This cannot be below 3."],
    [{ term: 3.5 }, "Enter a whole number."],
    [{ email: "x" }, "Enter a valid email address."],
    [{ kind: "c" }, "Choose one of the options."],
  ])("%j: %s", (patch, words) => {
    const result = schema.safeParse({ ...good, ...patch }, { error: (issue) => issueText(issue, t) });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([words]);
  });

  it("says the same of an issue that the server sent", () => {
    const error = schema.safeParse({ ...good, name: "abcd", term: 1 }).error!;
    expect(issuesOf(error).map((issue) => issueText(issue, t))).toEqual(["Use 3 characters at most.", "This cannot be below 3."]);
  });

  it("gives a limit in the unit of its field", () => {
    const limits = z.object({ budgetFen: z.int().min(1), warnAtBps: z.int().max(10_000) });
    const result = limits.safeParse({ budgetFen: 0, warnAtBps: 10_100 }, { error: (issue) => issueText(issue, t) });
    expect(result.error?.issues.map((issue) => issue.message)).toEqual(["This cannot be below ¥0.01.", expect.stringContaining("100%")]);
    expect(issueText({ code: "too_small", path: "content.budgetFen", params: { minimum: 1, origin: "number" } }, t)).toBe("This cannot be below ¥0.01.");
  });

  it("takes the words that a refinement names", () => {
    const refined = z.string().refine(() => false, { params: { code: "password_unchanged", key: "settings.password.unchanged" } });
    const words = "The new password must differ from the current one.";
    expect(refined.safeParse("x", { error: (issue) => issueText(issue, t) }).error?.issues[0]?.message).toBe(words);
    expect(issuesOf(refined.safeParse("x").error!).map((issue) => issueText(issue, t))).toEqual([words]);
  });
});
