import { exceedsEffectiveCeiling, exceedsNominalCeiling } from "@/lib/apr/exceeds-ceiling";
import { toPpm } from "@/lib/apr/format-percent";
import { ceilingInForce, policiesInForce } from "@/lib/policy/ceiling-in-force";
import { type QuoteFailure, type Verdict } from "@/lib/quote/quote-result";
import { type QuoteInput } from "@/lib/quote/schema";
import { type DatedRate } from "@/lib/quote/worst-order-date";

type Judged = { received: number; payments: readonly number[]; nominal: number; effective: DatedRate };

/** The verdict of every policy in force on the order date, on the unrounded rate. */
export function judgeCeilings(input: QuoteInput, judged: Judged): Verdict[] | QuoteFailure {
  const { received, payments, nominal, effective } = judged;
  const verdicts: Verdict[] = [];
  for (const policy of policiesInForce(input.policies, input.rateCard.lenderType, input.orderDate)) {
    const ceilingPpm = ceilingInForce(policy, input.lprRates, input.orderDate);
    if (ceilingPpm === null) {
      const params = { policy: policy.code, date: input.orderDate };
      return { ok: false, reason: "bad-input", code: "lpr-rate-missing", field: "lprRates", params };
    }
    const isNominal = policy.measure === "nominal";
    verdicts.push({
      policyId: policy.id,
      code: policy.code,
      kind: policy.kind,
      measure: policy.measure,
      ceilingPpm,
      aprPpm: toPpm(isNominal ? nominal : effective.rate),
      onDate: isNominal ? input.orderDate : effective.onDate,
      exceeded: isNominal
        ? exceedsNominalCeiling(received, payments, nominal, ceilingPpm)
        : exceedsEffectiveCeiling(received, payments, effective.days, effective.rate, ceilingPpm),
    });
  }
  return verdicts;
}
