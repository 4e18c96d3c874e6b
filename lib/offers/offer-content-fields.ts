import type { OfferContent } from "./schema";

/** The fields of an offer as a person edits and compares them, in the order of the form. */
export const OFFER_FIELDS = ["name", "channel", "terms", "funding", "window", "minAmountFen", "maxAmountFen", "budgetFen", "warnAtBps", "target", "placements", "priority", "templates"] as const satisfies readonly (keyof OfferContent)[];
export type OfferField = (typeof OFFER_FIELDS)[number];

/** True where two values of one field say the same, whatever the order of lists and keys. */
export function saysTheSame<F extends OfferField>(field: F, a: OfferContent[F], b: OfferContent[F]): boolean {
  if (field === "window") return instants(a as OfferContent["window"]) === instants(b as OfferContent["window"]);
  return canonical(a) === canonical(b);
}

const instants = ({ from, to }: OfferContent["window"]): string => `${Date.parse(from)} ${Date.parse(to)}`;

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries
      .map(([key, part]) => `${key}:${canonical(part)}`)
      .sort()
      .join()}}`;
  }
  return JSON.stringify(value) ?? "null";
}
