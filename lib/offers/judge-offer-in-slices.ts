import { setImmediate } from "node:timers/promises";
import { targets } from "./evaluate-offer";
import { judgeOffer, outcomesOf, type OfferJudgement, type OfferSituation } from "./judge-offer";

const SLICE_MS = 8;

/** judgeOffer for a server that answers others meanwhile: the quotes are worked out in short slices. */
export async function judgeOfferInSlices(situation: OfferSituation): Promise<OfferJudgement> {
  const outcomesAt = outcomesOf(situation);
  let sliceEnds = performance.now() + SLICE_MS;
  for (const sku of situation.skus) {
    if (!targets(situation.content.target, sku)) continue;
    outcomesAt(sku);
    if (performance.now() < sliceEnds) continue;
    await setImmediate();
    sliceEnds = performance.now() + SLICE_MS;
  }
  return judgeOffer(situation, outcomesAt);
}
