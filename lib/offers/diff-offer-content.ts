import { OFFER_FIELDS, saysTheSame, type OfferField } from "./offer-content-fields";
import type { OfferContent } from "./schema";

export type OfferChange = { [F in OfferField]: { field: F; before: OfferContent[F]; after: OfferContent[F] } }[OfferField];

/** What differs between two contents of an offer, field by field in the order of the form; the screen words it. */
export function diffOfferContent(before: OfferContent, after: OfferContent): OfferChange[] {
  return OFFER_FIELDS.filter((field) => !saysTheSame(field, before[field], after[field])).map((field) => ({ field, before: before[field], after: after[field] }) as OfferChange);
}
