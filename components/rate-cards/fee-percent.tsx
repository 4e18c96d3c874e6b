import { percentText } from "@/lib/rate-cards/parse-percent";

/** A share of the amount, not a rate a year. */
export function FeePercent({ bps }: { bps: number | null }) {
  return <span className="tabular">{bps === null ? "–" : `${percentText(bps, 2)}%`}</span>;
}
