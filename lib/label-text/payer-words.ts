import type { Funding } from "@/lib/quote/schema";

const WORDS: Record<string, readonly [string, string]> = {
  c: ["买家付费", "买家付"],
  m: ["商家付费", "商家付"],
  p: ["平台付费", "平台付"],
  cm: ["买家商家分担", "买商付"],
  cp: ["买家平台分担", "买平付"],
  mp: ["商家平台分担", "商平付"],
  cmp: ["买家商家平台分担", "三方付"],
};

/** Who pays the fee, the clearest wording first and a shorter true one after it. */
export function payerWords({ consumerBps, merchantBps, platformBps }: Funding): readonly string[] {
  return WORDS[`${consumerBps > 0 ? "c" : ""}${merchantBps > 0 ? "m" : ""}${platformBps > 0 ? "p" : ""}`]!;
}
