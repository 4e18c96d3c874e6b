import { useTranslations } from "next-intl";
import { fen, formatFen } from "@/lib/money/fen";
import type { Loss, LossParams } from "@/lib/offers/loss";
import type { RankStep } from "@/lib/offers/rank";
import { percentText, rateText } from "@/lib/rate-cards/parse-percent";

const UNKNOWN = "–";

/** Why an offer lost, in a sentence with its numbers. */
export function useLossText(): (loser: { loss: Loss; step: RankStep | null; params: LossParams }) => string {
  const t = useTranslations("labels");
  return ({ loss, step, params }) => {
    if (loss === "outranked") return t(`ranks.${step ?? "offer-id"}`);
    return t(`losses.${loss}`, {
      amount: yuan(params.amountFen),
      limit: loss === "words-too-long" ? String(params.limit ?? UNKNOWN) : yuan(params.limitFen),
      apr: typeof params.aprPpm === "number" ? rateText(params.aprPpm, Number(params.ceilingPpm)) : UNKNOWN,
      ceiling: typeof params.ceilingPpm === "number" ? percentText(params.ceilingPpm, 4) : UNKNOWN,
      remaining: yuan(params.remainingFen),
      needed: yuan(params.neededFen),
      cash: yuan(params.cashPriceFen),
      total: yuan(params.totalPaymentsFen),
      extra: yuan(params.extraCostFen),
      words: String(params.words ?? UNKNOWN),
      width: String(params.width ?? UNKNOWN),
    });
  };
}

const yuan = (amount: string | number | undefined) => (typeof amount === "number" ? formatFen(fen(amount)) : UNKNOWN);
