import { type ResolvedPrices } from "@/lib/quote/quote-result";
import { resolvePrices } from "@/lib/quote/resolve-prices";
import { type LprRate, type Policy, type QuoteInput, type RateCard } from "@/lib/quote/schema";

export type ResolvedQuoteInput = Omit<QuoteInput, "prices"> & { prices: ResolvedPrices };

/** The input with its defaults filled in and nothing that the engine does not know: what a fingerprint is taken of. */
export function resolveQuoteInput(input: QuoteInput): ResolvedQuoteInput {
  const { consumerBps, merchantBps, platformBps } = input.funding;
  return {
    prices: resolvePrices(input.prices),
    term: input.term,
    orderDate: input.orderDate,
    funding: { consumerBps, merchantBps, platformBps },
    rateCard: plainRateCard(input.rateCard),
    policies: input.policies.map(plainPolicy),
    lprRates: input.lprRates.map(plainLprRate),
    ...(input.window ? { window: { from: input.window.from, to: input.window.to } } : {}),
  };
}

function plainRateCard(card: RateCard): RateCard {
  return {
    id: card.id,
    channel: card.channel,
    version: card.version,
    name: card.name,
    lenderName: card.lenderName,
    lenderShortName: card.lenderShortName,
    lenderType: card.lenderType,
    roundingRule: card.roundingRule,
    billingDay: card.billingDay,
    dueDay: card.dueDay,
    overdueDailyRatePpm: card.overdueDailyRatePpm,
    earlyPayoffRule: card.earlyPayoffRule,
    feeRefundRule: card.feeRefundRule,
    fundingShares: card.fundingShares,
    minAmountFen: card.minAmountFen,
    maxAmountFen: card.maxAmountFen,
    fromDate: card.fromDate,
    source: card.source,
    isSample: card.isSample,
    rows: card.rows.map(({ term, payer, feeBps }) => ({ term, payer, feeBps })),
  };
}

function plainPolicy(policy: Policy): Policy {
  return {
    id: policy.id,
    code: policy.code,
    version: policy.version,
    nameZh: policy.nameZh,
    nameEn: policy.nameEn,
    kind: policy.kind,
    measure: policy.measure,
    lenderTypes: [...policy.lenderTypes],
    formula:
      policy.formula.kind === "fixed"
        ? { kind: "fixed", ceilingPpm: policy.formula.ceilingPpm }
        : { kind: "lpr-multiple", multiple: policy.formula.multiple },
    fromDate: policy.fromDate,
    untilDate: policy.untilDate,
    source: policy.source,
  };
}

function plainLprRate({ fromDate, oneYearPpm, source }: LprRate): LprRate {
  return { fromDate, oneYearPpm, source };
}
