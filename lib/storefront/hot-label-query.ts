import { fen, MAX_FEN } from "@/lib/money/fen";
import type { LabelAsk, PlacementSlug } from "./label-query";

const NAME_LENGTH_MAX = 200;
const PLACEMENTS: readonly PlacementSlug[] = ["livestream", "showcase", "poi"];
/** Letters that stand for themselves in a query. */
const PLAIN = /^[\w.~-]+$/;
const AMOUNT = /^[1-9]\d{0,11}$/;

/**
 * Reads `?shop=…&product=…&placement=…` as storefronts write it: plain letters, each parameter once, `sku` and `amount` if need be. Null for
 * anything else, which parseLabelQuery reads or refuses.
 */
export function readHotQuery(search: string): LabelAsk | null {
  let shop: string | undefined;
  let product: string | undefined;
  let placement: PlacementSlug | undefined;
  let sku: string | undefined;
  let amount: string | undefined;
  for (let at = 1; at < search.length; ) {
    const equals = search.indexOf("=", at);
    if (equals < 0) return null;
    const next = search.indexOf("&", equals);
    const end = next < 0 ? search.length : next;
    const value = search.slice(equals + 1, end);
    if (value.length > NAME_LENGTH_MAX || !PLAIN.test(value)) return null;
    switch (search.slice(at, equals)) {
      case "shop":
        if (shop !== undefined) return null;
        shop = value;
        break;
      case "product":
        if (product !== undefined) return null;
        product = value;
        break;
      case "placement":
        if (placement !== undefined) return null;
        placement = PLACEMENTS.find((slug) => slug === value);
        if (placement === undefined) return null;
        break;
      case "sku":
        if (sku !== undefined) return null;
        sku = value;
        break;
      case "amount":
        if (amount !== undefined || !AMOUNT.test(value) || Number(value) > MAX_FEN) return null;
        amount = value;
        break;
      default:
        return null;
    }
    at = end + 1;
    if (next >= 0 && at === search.length) return null;
  }
  if (shop === undefined || product === undefined || placement === undefined) return null;
  return { shop, product, placement, ...(sku === undefined ? {} : { sku }), ...(amount === undefined ? {} : { amount: fen(Number(amount)) }) };
}
