import { OFFER_FIELDS, saysTheSame, type OfferField } from "./offer-content-fields";
import type { OfferContent } from "./schema";

export interface Merge {
  /** what only one of the two changed is taken from that one; clashing fields stand as mine */
  merged: OfferContent;
  /** fields that both changed, differently: a person decides */
  clashes: OfferField[];
  /** fields that only the other changed */
  taken: OfferField[];
}

/** Three-way merge of two edits of one draft, field by field. */
export function mergeOfferContent(base: OfferContent, mine: OfferContent, theirs: OfferContent): Merge {
  const clashes: OfferField[] = [];
  const taken: OfferField[] = [];
  for (const field of OFFER_FIELDS) {
    if (saysTheSame(field, mine[field], theirs[field]) || saysTheSame(field, base[field], theirs[field])) continue;
    (saysTheSame(field, base[field], mine[field]) ? taken : clashes).push(field);
  }
  return { merged: pickFields(mine, theirs, taken), clashes, taken };
}

/** `mine` with the named fields of `theirs`. */
export function pickFields(mine: OfferContent, theirs: OfferContent, fields: readonly OfferField[]): OfferContent {
  return { ...mine, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) };
}
