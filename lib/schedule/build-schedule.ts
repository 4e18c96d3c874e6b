import { fen, type Fen } from "@/lib/money/fen";
import { divideBig } from "@/lib/money/divide";

export type RoundingRule = "douyin-monthly-pay" | "remainder-last" | "level-payment-up";

export type SchedulePart = { principalFen: Fen; feeFen: Fen; paymentFen: Fen };

/**
 * Splits a principal and the shopper's fee over the periods, to the fen; principal and fee each sum to what was given.
 * douyin-monthly-pay floors both and puts both remainders into period 1; remainder-last puts them into the last period;
 * level-payment-up rounds the equal payment up and lets the last payments be the rest.
 */
export function buildSchedule(principal: Fen, fee: Fen, term: number, rule: RoundingRule): SchedulePart[] {
  switch (rule) {
    case "douyin-monthly-pay":
      return splitEvenly(principal, fee, term, 0);
    case "remainder-last":
      return splitEvenly(principal, fee, term, term - 1);
    case "level-payment-up":
      return levelPayments(principal, fee, term);
  }
}

function splitEvenly(principal: Fen, fee: Fen, term: number, remainderAt: number): SchedulePart[] {
  const principalRest = principal % term;
  const feeRest = fee % term;
  const regular = part((principal - principalRest) / term, (fee - feeRest) / term);
  const parts: SchedulePart[] = new Array<SchedulePart>(term);
  for (let period = 0; period < term; period++) parts[period] = regular;
  if (principalRest > 0 || feeRest > 0) {
    parts[remainderAt] = part(regular.principalFen + principalRest, regular.feeFen + feeRest);
  }
  return parts;
}

function levelPayments(principal: Fen, fee: Fen, term: number): SchedulePart[] {
  const total = principal + fee;
  const level = Math.ceil(total / term);
  const parts: SchedulePart[] = [];
  let paid = 0;
  let feePaid = 0;
  for (let period = 0; period < term; period++) {
    const paidThen = Math.min(paid + level, total);
    const feePaidThen = Number(divideBig(BigInt(fee) * BigInt(paidThen), BigInt(total), "floor"));
    const feePart = feePaidThen - feePaid;
    parts.push(part(paidThen - paid - feePart, feePart));
    paid = paidThen;
    feePaid = feePaidThen;
  }
  return parts;
}

function part(principal: number, fee: number): SchedulePart {
  return { principalFen: fen(principal), feeFen: fen(fee), paymentFen: fen(principal + fee) };
}
