import type { RuleDraft } from "../rule-set";

export const PAY = "(付|还|扣|结|给钱|给款|交|清|打款|打过来|供|付款|还款|支付|结清|付清|还清|扣完|付完|还完|缴|划扣|划走|扣款|给)";
/** What comes before the rest. */
export const FIRST_PARTS = "(首期|首期款|首笔|首月|首次扣款|首次还款|首次扣|第一期|第一笔|第一个月|头一期|头期|头一笔|头一个月|头两个月|头三个月|头两期|头三期|前两期|前三期|前两个月|前三个月|前期|起步|首个月|打头一期|shouqi|首qi)";

export const claim = (rule: Pick<RuleDraft, "id" | "patterns" | "except" | "isNegatable">): RuleDraft => ({
  category: "credit-claim-in-free-text",
  level: "block",
  unless: "template-kind",
  reason: { zh: "自由文案只写商品；信贷说法须来自已审核的标签模板。", en: "Free text is for the goods; credit claims come from approved label templates." },
  suggestion: { zh: "删去这句话，改用已审核的标签模板。", en: "Take it out and use an approved label template." },
  bases: ["online-marketing-2"],
  ...rule,
});
