import { fen, type Fen } from "@/lib/money/fen";
import { type FeeSplit } from "@/lib/quote/quote-result";
import { type Funding, type Payer, type RateCardRow } from "@/lib/quote/schema";
import { splitFee, wholeFee } from "@/lib/schedule/split-fee";

const WHOLE_BPS = 10_000;
const NOTHING = fen(0);

/** The fee of a term by the card's rows, split among those who bear it. */
export function splitInstallmentFee(principal: Fen, term: number, funding: Funding, rows: readonly RateCardRow[]): FeeSplit {
  const { consumerBps, merchantBps, platformBps } = funding;
  if (consumerBps === WHOLE_BPS) {
    const total = wholeFee(principal, feeBpsOf(rows, term, "consumer"));
    return { totalFen: total, consumerFen: total, merchantFen: NOTHING, platformFen: NOTHING };
  }
  if (merchantBps === WHOLE_BPS) {
    const total = wholeFee(principal, feeBpsOf(rows, term, "merchant"));
    return { totalFen: total, consumerFen: NOTHING, merchantFen: total, platformFen: NOTHING };
  }
  const { total, parts } = splitFee(principal, [
    { shareBps: consumerBps, feeBps: feeBpsOf(rows, term, "consumer") },
    { shareBps: merchantBps, feeBps: feeBpsOf(rows, term, "merchant") },
    { shareBps: platformBps, feeBps: feeBpsOf(rows, term, "platform") },
  ]);
  return { totalFen: total, consumerFen: parts[0], merchantFen: parts[1], platformFen: parts[2] };
}

function feeBpsOf(rows: readonly RateCardRow[], term: number, payer: Payer): number {
  for (const row of rows) if (row.term === term && row.payer === payer) return row.feeBps;
  return 0;
}
