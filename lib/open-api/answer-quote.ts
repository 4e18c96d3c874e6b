import { asPublic } from "@/lib/access/as-public";
import { asSystem, enterStore, type Circumstances } from "@/lib/access/gates";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { findLabelProduct } from "@/lib/labels/load-label-products";
import { skuOf } from "@/lib/labels/label-at";
import type { LabelProduct, LabelSku } from "@/lib/labels/resolve-product";
import { targets } from "@/lib/offers/evaluate-offer";
import { loadOfferRecords } from "@/lib/offers/offer-record";
import { orderDatesOf } from "@/lib/offers/order-dates";
import type { OfferContent } from "@/lib/offers/schema";
import type { Context } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { quoteDocument, type QuoteDocument } from "@/lib/quote/fingerprint";
import { quote } from "@/lib/quote/quote";
import type { QuoteFailure } from "@/lib/quote/quote-result";
import type { Funding, Prices, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { DEFAULT_CHANNEL } from "@/lib/rate-cards/schema";
import type { QuoteRequest } from "./quote-request";

const CONSUMER_PAYS: Funding = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };

/** The quote that anybody may ask for, as a document that anybody can recompute. */
export async function answerQuote(request: QuoteRequest, circumstances: Circumstances): Promise<QuoteDocument> {
  const ctx = asPublic(circumstances);
  const orderDate = request.orderDate ?? shanghaiDateOf(ctx.clock.now());
  const facts = await getMarketFacts(ctx);
  const asked = await productOf(request, circumstances);
  const prices = asked ? { cashPriceFen: asked.sku.cashPriceFen, installmentPriceFen: asked.sku.installmentPriceFen } : pricesOf(request);
  const terms = request.offer === undefined ? { rateCard: cardOf(request, facts, orderDate), funding: request.funding ?? CONSUMER_PAYS } : await offerTerms(request, request.offer, { asked, prices, facts, orderDate }, circumstances);
  const input = { prices, term: request.term, orderDate, ...terms, policies: facts.policies, lprRates: facts.lprRates };
  const result = quote(input);
  if (!result.ok) throw refusalOf(result);
  return quoteDocument(input, result.quote);
}

interface Asked {
  product: LabelProduct;
  sku: LabelSku;
}

async function productOf({ shop, product: name, sku: skuName }: QuoteRequest, circumstances: Circumstances): Promise<Asked | null> {
  if (shop === undefined || name === undefined) return null;
  const store = await enterStore(shop, circumstances);
  const product = await inRead(store, (store) => findLabelProduct(store, name));
  if (!product || product.skus.length === 0) throw notFound("product");
  if (skuName === undefined) return { product, sku: onlyPrice(product) };
  const skuId = skuOf(product, skuName);
  const sku = product.skus.find((candidate) => candidate.skuId === skuId);
  if (!sku) throw notFound("sku");
  return { product, sku };
}

function onlyPrice({ skus }: LabelProduct): LabelSku {
  const [first, ...others] = skus;
  const isOne = others.every((sku) => sku.cashPriceFen === first!.cashPriceFen && sku.installmentPriceFen === first!.installmentPriceFen);
  if (!isOne) throw new DomainError("invalid_input", { issues: [{ path: "sku", code: "sku-required" }] });
  return first!;
}

function pricesOf({ cashPriceFen, installmentPriceFen, financedFen, upfrontFeeFen, addOnsFen }: QuoteRequest): Prices {
  if (cashPriceFen === undefined) throw new Error("A request without a product names a cash price");
  return { cashPriceFen, installmentPriceFen, financedFen, upfrontFeeFen, addOnsFen };
}

/** `rateCard` is the id of a version, or a channel, whose version of the order date is meant. */
function cardOf({ rateCard = DEFAULT_CHANNEL }: QuoteRequest, { rateCards }: MarketFacts, orderDate: CalendarDate): RateCard {
  const card = rateCards.find(({ id }) => id === rateCard) ?? cardInForce(rateCards, rateCard, orderDate);
  if (!card) throw notFound("rate-card");
  return card;
}

interface Basis {
  asked: Asked | null;
  prices: Prices;
  facts: MarketFacts;
  orderDate: CalendarDate;
}

async function offerTerms(request: QuoteRequest, offerId: string, { asked, prices, facts, orderDate }: Basis, circumstances: Circumstances): Promise<{ rateCard: RateCard; funding: Funding }> {
  const content = await liveOffer(request.shop ?? (await shopOfOffer(asSystem(circumstances), offerId)), offerId, circumstances);
  refuseOutsideOffer(content, request.term, asked, prices, orderDate);
  const rateCard = cardInForce(facts.rateCards, content.channel, orderDate);
  if (!rateCard) throw notFound("rate-card");
  return { rateCard, funding: content.funding };
}

/** The terms of an offer are public while it is live, and not found otherwise. */
async function liveOffer(shop: string, offerId: string, circumstances: Circumstances): Promise<OfferContent> {
  const store = await enterStore(shop, circumstances);
  const [record] = await inRead(store, (store) => loadOfferRecords(store, [offerId]));
  if (record?.standing.state !== "live" || !record.standing.revision) throw notFound("offer");
  return record.standing.revision.content;
}

async function shopOfOffer(ctx: Context, offerId: string): Promise<string> {
  const offer = await inRead(ctx, ({ tx }) => tx.offer.findUnique({ where: { id: offerId }, select: { shopId: true } }));
  if (!offer) throw notFound("offer");
  return offer.shopId;
}

function refuseOutsideOffer(content: OfferContent, term: number, asked: Asked | null, { cashPriceFen, installmentPriceFen = cashPriceFen }: Prices, orderDate: CalendarDate): void {
  const refuse = (path: string, code: string, params: Record<string, string | number> = {}) =>
    new DomainError("quote_failed", { params: { reason: "outside-offer" }, issues: [{ path, code, ...(Object.keys(params).length > 0 && { params }) }] });
  const dates = orderDatesOf(content.window);
  if (!content.terms.includes(term)) throw refuse("term", "term-not-in-offer");
  if (orderDate < dates.from || orderDate > dates.to) throw refuse("orderDate", "outside-window", dates);
  if (asked && !targets(content.target, { ...asked.product, productId: asked.product.productId })) throw refuse("product", "not-targeted");
  if (installmentPriceFen < content.minAmountFen || installmentPriceFen > content.maxAmountFen) {
    throw refuse("installmentPriceFen", "outside-amounts", { minAmountFen: content.minAmountFen, maxAmountFen: content.maxAmountFen });
  }
}

function refusalOf(failure: QuoteFailure): DomainError {
  if (failure.reason !== "bad-input") return new DomainError("quote_failed", { params: { reason: failure.reason } });
  const { reason, code, field, params } = failure;
  return new DomainError("quote_failed", { params: { reason, code }, issues: [{ path: field.replace(/^prices\./, ""), code, params }] });
}
