import { describe, expect, it, vi } from "vitest";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { checkCopy } from "@/lib/copy-check/check-copy";
import { factsOfOffer } from "@/lib/copy-check/quote-facts";
import { rewrite } from "@/lib/copy-check/rewrite";

const facts = [factsOfOffer({ amountFen: 99_900, term: 3, consumerFeeTotalFen: 0 })];
const rewritten = (text: string, category: string) => {
  const finding = checkCopy({ text, facts }, BUILT_IN_RULE_SET).findings.find((found) => found.category === category);
  return finding ? rewrite(text, finding) : "nothing found";
};

vi.setConfig({ testTimeout: 60_000 });

describe("a rewrite", () => {
  it("puts in the quote's number", () => {
    expect(rewritten("白瓷盖碗，每期350元", "rate-mismatch")).toBe("白瓷盖碗，每期333元");
  });

  it("takes out what is absolute and leaves the goods", () => {
    expect(rewritten("顶级的白瓷盖碗，口沿薄。", "absolute-claim")).toBe("白瓷盖碗，口沿薄。");
  });

  it("takes out the clause that is about credit, with clean signs", () => {
    expect(rewritten("口沿薄，支持分期付款，附收纳袋。", "credit-claim-in-free-text")).toBe("口沿薄，附收纳袋。");
    expect(rewritten("口沿薄，支持分期付款", "credit-claim-in-free-text")).toBe("口沿薄。");
  });

  it("is none where nothing would be left", () => {
    expect(rewritten("支持分期付款", "credit-claim-in-free-text")).toBeNull();
  });

  it("leaves fewer findings than before", () => {
    const text = "全网第一的盖碗，0首付带走，口沿薄。";
    const before = checkCopy({ text }, BUILT_IN_RULE_SET).findings;
    for (const finding of before) expect(checkCopy({ text: rewrite(text, finding) ?? "" }, BUILT_IN_RULE_SET).findings.length).toBeLessThan(before.length);
  });
});
