import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { checkCopy, FINDINGS_MAX, type CopyToCheck } from "@/lib/copy-check/check-copy";
import { factsOfOffer } from "@/lib/copy-check/quote-facts";
import { CATEGORIES } from "@/lib/copy-check/rule-set";

const check = (text: string, more: Partial<CopyToCheck> = {}) => checkCopy({ text, ...more }, BUILT_IN_RULE_SET);
const categories = (text: string, more: Partial<CopyToCheck> = {}) => [...new Set(check(text, more).findings.map(({ category }) => category))].sort();
const FREE = factsOfOffer({ amountFen: 99_900, term: 3, consumerFeeTotalFen: 0 });
const PAID = factsOfOffer({ amountFen: 100_000, term: 3, consumerFeeTotalFen: 2_300 });
/** 24 × 606.62 as one sum; 541.62 + 64.99 where price and fee are split apart. */
const UNEVEN = factsOfOffer({ amountFen: 1_299_900, term: 24, consumerFeeTotalFen: 155_988 });

vi.setConfig({ testTimeout: 60_000 });

describe("offences", () => {
  it.each([
    ["absolute-claim", "全网最低价，国家级品质"],
    ["endorsement", "央视推荐，国家认可"],
    ["guaranteed-approval", "月付秒批，不查征信"],
    ["guaranteed-approval", "额度最高5万元"],
    ["rate-obscured", "每天只要3元就能带走，分期日息万五"],
    ["first-payment-lure", "首期0元，0首付抱回家"],
    ["interest-free-unqualified", "全场免息"],
    ["credit-disguised", "0元购，不是贷款"],
    ["credit-claim-in-free-text", "支持12期分期付款"],
    ["induce-overspend", "没钱也能买，花明天的钱"],
    ["vulnerable-audience", "学生党分期无压力"],
    ["cash-out", "月付额度变现，套现秒到"],
    ["false-urgency", "今天最后一天，明天涨价"],
  ] as const)("%s: %s", (category, text) => {
    expect(categories(text)).toContain(category);
  });

  it.each([
    ["cash-out", "套 现"],
    ["cash-out", "套✨现"],
    ["cash-out", "套\u200b现"],
    ["cash-out", "taoxian"],
    ["interest-free-unqualified", "免 息"],
    ["interest-free-unqualified", "〇息分期"],
    ["interest-free-unqualified", "十二期零利息"],
    ["interest-free-unqualified", "３期Ｏ息"],
    ["first-payment-lure", "零首付"],
  ] as const)("%s is seen through %s, and the span is the original's", (category, text) => {
    const finding = check(text).findings.find((found) => found.category === category);
    expect(finding).toBeDefined();
    expect(text.slice(finding!.start, finding!.end)).toBe(finding!.matched);
  });
});

describe("no offences", () => {
  it.each(["禁止套现", "在校学生请勿申请", "警惕“秒批”“不查征信”等虚假宣传", "最近新到的外套现货", "床上四件套现在下单", "这是我第一次做直播", "架子最大承重80公斤", "0添加零糖零脂", "最后一件了", "第一批次明天发货", "信息以实物为准，休息日照常发货"])("%s", (text) => {
    expect(check(text).findings).toEqual([]);
  });

  it("is never more than a result: empty, pictures, marks, half characters, markup", () => {
    for (const text of ["", "🎉🎉", "\u202e\u200f", "\ud800", "<b>好茶</b>", "\0"]) expect(check(text)).toMatchObject({ verdict: "pass", truncated: false });
  });
});

describe("numbers against the quote", () => {
  it.each([
    ["每期333元", FREE, true],
    ["每期332元", FREE, false],
    ["每期约333元", FREE, true],
    ["每期约335元", FREE, false],
    ["年化13.75%", PAID, true],
    ["年化利率13.70%", PAID, false],
    ["手续费共23元", PAID, true],
    ["手续费一共20元", PAID, false],
    ["总共还1023元", PAID, true],
    ["分3期", PAID, true],
    ["分12期", PAID, false],
    ["3、6、12期任选", PAID, true],
    ["一个月才300，分3期", FREE, false],
    ["每期不超过三百四", FREE, true],
    ["每期不超过三百", FREE, false],
    ["月月都不到三百", FREE, false],
    ["首期333元，每期都一样", FREE, true],
    ["333元×3", FREE, true],
    ["332元×3", FREE, false],
    ["总共一千零二十三", PAID, true],
    ["总共一千一百块", PAID, false],
    ["总共三节课", PAID, true],
    ["手续费才十五", PAID, false],
    ["有人问是不是每期600", PAID, true],
    ["每期606.61元", UNEVEN, true],
    ["每期606.62元", UNEVEN, true],
    ["每期606.60元", UNEVEN, false],
    ["年化13.75%，按复利算实际年化14.65%", PAID, true],
  ])("%s", (text, facts, isTrue) => {
    const found = check(text, { facts: [facts] }).findings.filter(({ category }) => category === "rate-mismatch");
    expect(found.length === 0).toBe(isTrue);
  });

  it("a number is that of the term that its sentence names, at any of the prices", () => {
    const facts = [99_900, 199_800].flatMap((amountFen) => [3, 12].map((term) => factsOfOffer({ amountFen, term, consumerFeeTotalFen: term === 12 ? 1_200 : 0 })));
    const isTrue = (text: string) => !categories(text, { facts }).includes("rate-mismatch");
    expect(isTrue("分3期，每期333元")).toBe(true);
    expect(isTrue("分3期，每期666元")).toBe(true);
    expect(isTrue("分12期，每期333元")).toBe(false);
    const claim = (term: number) => `本商品${term}期免息，手续费由商家承担`;
    expect(categories(claim(3), { facts })).not.toContain("interest-free-unqualified");
    expect(categories(claim(12), { facts })).toContain("interest-free-unqualified");
  });

  it("a rate without a method word is the nominal one; 复利 is the compounded one", () => {
    expect(PAID).toMatchObject({ nominalPercent: "13.75", effectivePercent: "14.65" });
    expect(categories("年化14.65%（复利）", { facts: [PAID], kind: "template" })).not.toContain("rate-mismatch");
    expect(categories("年化14.65%", { facts: [PAID], kind: "template" })).toContain("rate-mismatch");
  });

  it("a cash discount is a cost: what is cheaper in cash is not free of interest", () => {
    const facts = factsOfOffer({ amountFen: 99_900, term: 3, consumerFeeTotalFen: 0, cashDiscountFen: 3_000 });
    expect(facts.interestFree).toBe(false);
    const claim = "本商品3期免息，手续费由商家承担";
    expect(categories(claim, { facts: [facts] })).toContain("interest-free-unqualified");
    expect(categories(claim, { facts: [FREE] })).not.toContain("interest-free-unqualified");
  });

  it("a true and complete claim in free text is a warning with its template, an untrue one blocks", () => {
    const claim = "本商品3期免息，手续费由商家承担，年化利率0.00%（单利）";
    expect(check(claim, { facts: [FREE] })).toMatchObject({ verdict: "warn", findings: [{ category: "credit-claim-in-free-text", level: "warn", template: "zero-interest" }] });
    expect(check(claim).verdict).toBe("block");
    expect(check(claim, { facts: [PAID] }).verdict).toBe("block");
    expect(check(claim, { facts: [FREE], kind: "template" }).findings).toEqual([]);
  });
});

it("what is an offence of credit only is found where its sentence, or one next to it, speaks of credit", () => {
  const rule = { ...BUILT_IN_RULE_SET.rules[0]!, patterns: ["谁都能办"], except: [], unless: "credit-nearby" as const };
  const set = { ...BUILT_IN_RULE_SET, rules: [rule], cues: [], contexts: { ...BUILT_IN_RULE_SET.contexts, credit: ["月付"] } };
  const isFound = (text: string) => checkCopy({ text }, set).findings.length > 0;
  expect(isFound("月付谁都能办")).toBe(true);
  expect(isFound("支持月付。谁都能办。")).toBe(true);
  expect(isFound("谁都能办！到店开月付。")).toBe(true);
  expect(isFound("会员卡谁都能办。凭卡喝茶。不支持月付。")).toBe(false);
});

describe("hurry against the dates", () => {
  const window = (to: string, now = "2026-11-26") => ({ from: "2026-11-20", to, now }) as CopyToCheck["window"];
  it.each([
    ["今天最后一天", "2026-11-26", false],
    ["今天最后一天", "2026-11-30", true],
    ["最后3天", "2026-11-28", false],
    ["最后3天", "2026-12-20", true],
    ["明天恢复原价", "2026-11-26", false],
    ["明天恢复原价", "2026-12-10", true],
    ["倒数两日", "2026-11-27", false],
    ["倒数两日", "2026-12-20", true],
    ["周日一过价格变回原样", "2026-12-20", true],
  ])("%s with a last day of %s", (text, to, isFalse) => {
    expect(categories(text, { window: window(to) }).includes("false-urgency")).toBe(isFalse);
  });
});

describe("bounds", () => {
  it("gives at most so many findings, and says that there are more", () => {
    const { findings, truncated } = check("全网第一。".repeat(FINDINGS_MAX + 10));
    expect(findings).toHaveLength(FINDINGS_MAX);
    expect(truncated).toBe(true);
  });

  it("spans of one category never overlap, stand in order, and hold what they say, whatever the text", () => {
    const piece = fc.constantFrom("免息", "3期", "每期", "333元", "最低价", "，", "。", "不", "套现", "今天", "最后一天", "😀", "学生", "额度", "征信", "0首付", "年化", "5%", " ", "的");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { findings } = check(text, { facts: [PAID] });
        for (const { start, end, matched, category } of findings) {
          expect(text.slice(start, end)).toBe(matched);
          expect(CATEGORIES).toContain(category);
        }
        for (const category of CATEGORIES) {
          const spans = findings.filter((finding) => finding.category === category);
          for (let index = 1; index < spans.length; index++) expect(spans[index]!.start).toBeGreaterThanOrEqual(spans[index - 1]!.end);
        }
      }),
      { numRuns: 60 },
    );
  });
});
