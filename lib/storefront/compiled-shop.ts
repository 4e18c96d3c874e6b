import { skuOf } from "@/lib/labels/label-at";
import { toAnswer, type LabelAnswer } from "@/lib/labels/label-view";
import { resolveProduct, shownSku, type Ask, type LabelGoods } from "@/lib/labels/resolve-product";
import { tryTerm, type Candidate } from "@/lib/labels/resolve-sku";
import { standingAt, type OwnFacts, type PlatformFacts, type Standing } from "@/lib/labels/shop-facts";
import type { Placement } from "@/lib/offers/placement";
import { GoodsTable, type GoodsRow } from "./goods-table";
import { LabelCodes, type LabelState, type LabelVerdict } from "./label-codes";

/** Where a product stands in a shop, and the stamp that moves when it changes. */
export interface GoodsPlace {
  row: number;
  stamp: number;
}

/**
 * One shop in memory: its products, and its offers as they stand. A change of what all products share (offers, cards, time) starts a
 * new generation, a change of a product moves its stamp; what is kept of an answer names both. The labels of a generation are worked
 * out in slices (`compileSome`), and each at once when it is asked for.
 */
export class CompiledShop {
  readonly shopId: string;
  /** the numbers of the shop's last changes that are in here: of offers and what else is its own, and of its products */
  seq = 0;
  catalogSeq = 0;
  generation = 0;
  #own: OwnFacts;
  #platform: PlatformFacts;
  readonly #goods = new GoodsTable();
  #codes: LabelCodes | null = null;
  /** from when until when they hold */
  #fromMs = 0;
  #untilMs = 0;
  /** up to here every product is worked out, unless it changed since */
  #sweptTo = 0;
  #again: number[] = [];

  constructor(shopId: string, own: OwnFacts, platform: PlatformFacts) {
    this.shopId = shopId;
    this.#own = own;
    this.#platform = platform;
  }

  get productCount(): number {
    return this.#goods.size;
  }

  replaceOwn(own: OwnFacts): void {
    this.#own = own;
    this.#renew();
  }

  replacePlatform(platform: PlatformFacts): void {
    this.#platform = platform;
    this.#renew();
  }

  putProducts(products: Iterable<GoodsRow>): void {
    for (const product of products) {
      const row = this.#goods.put(product);
      this.#codes?.forget(row);
      if (row < this.#sweptTo) this.#again.push(row);
    }
  }

  /** By id, or else by the merchant's own id; -1 where there is none. */
  find(idOrExternalId: string): number {
    return this.#goods.find(idOrExternalId);
  }

  place(row: number): GoodsPlace {
    return { row, stamp: this.#goods.stamp(row) };
  }

  isCurrent({ row, stamp }: GoodsPlace): boolean {
    return this.#goods.stamp(row) === stamp;
  }

  goods(row: number): LabelGoods {
    return this.#goods.goods(row);
  }

  findSkuId(row: number, idOrCode: string): string | null {
    return skuOf(this.#goods.goods(row), idOrCode);
  }

  standing(now: Date): Standing {
    return this.#compiled(now).standing;
  }

  /** What holds for a product at a placement now. */
  verdict(row: number, placement: Placement, now: Date): LabelVerdict {
    return this.#compiled(now).verdict(row, placement);
  }

  state(row: number, now: Date): LabelState {
    return this.#compiled(now).state(row);
  }

  /** The state if it is worked out already. */
  knownState(row: number, now: Date): LabelState | null {
    const codes = this.#compiled(now);
    return codes.isDone(row) ? codes.state(row) : null;
  }

  countStates(now: Date) {
    return this.#compiled(now).countStates();
  }

  /** The whole answer: the winner's quote, words and fingerprint are worked out for it. */
  answer(row: number, ask: Ask, now: Date): LabelAnswer {
    const codes = this.#compiled(now);
    const { standing } = codes;
    const goods = this.#goods.goods(row);
    const isPlain = ask.skuId === undefined && ask.amount === undefined;
    const verdict = isPlain && codes.isDone(row) ? codes.verdict(row, ask.placement) : null;
    if (verdict && verdict.reason !== "labelled") return toAnswer(this.shopId, standing, goods, ask, { reason: verdict.reason, winner: null });
    const winner = verdict && tryAgain(standing, verdict, goods, ask);
    return toAnswer(this.shopId, standing, goods, ask, winner ? { reason: "labelled", winner } : resolveProduct(standing, goods, ask));
  }

  matcher(filters: { category?: string; tag?: string }): (row: number) => boolean {
    const matches = this.#goods.matcher(filters);
    return (row) => this.#goods.hasSkus(row) && matches(row);
  }

  /** The numbers of all products, newest last. */
  order(): Int32Array {
    return this.#goods.order();
  }

  productId(row: number): string {
    return this.#goods.productId(row);
  }

  /** products whose labels are worked out */
  compiledCount(now: Date): number {
    return this.#compiled(now).doneCount;
  }

  isSwept(now: Date): boolean {
    return this.#compiled(now).isComplete;
  }

  /** Works labels out until they all are or the time is over; true when they all are. */
  compileSome(now: Date, untilMs: number): boolean {
    const codes = this.#compiled(now);
    while (performance.now() < untilMs) {
      const row = this.#again.pop() ?? (this.#sweptTo < this.#goods.size ? this.#sweptTo++ : -1);
      if (row < 0) return true;
      codes.compile(row);
    }
    return false;
  }

  #compiled(now: Date): LabelCodes {
    const nowMs = now.getTime();
    if (this.#codes !== null && nowMs >= this.#fromMs && nowMs < this.#untilMs) return this.#codes;
    if (this.#codes !== null) this.generation++;
    this.#sweptTo = 0;
    this.#again = [];
    const standing = standingAt({ ...this.#own, ...this.#platform }, now);
    this.#fromMs = nowMs;
    this.#untilMs = standing.boundary.getTime();
    return (this.#codes = new LabelCodes(this.#goods, standing));
  }

  #renew(): void {
    this.generation++;
    this.#codes = null;
    this.#sweptTo = 0;
    this.#again = [];
  }
}

/** The numbers of a winner that is known already. */
function tryAgain(standing: Standing, { offerId, term }: LabelVerdict, goods: LabelGoods, { placement }: Ask): Candidate | null {
  const offer = standing.offers.find((one) => one.offerId === offerId);
  const sku = shownSku(goods);
  if (!offer || term === null || !sku) return null;
  const outcome = tryTerm(standing, offer, term, sku, placement);
  return "loss" in outcome ? null : outcome;
}
