import { toAnswer, type LabelAnswer } from "@/lib/labels/label-view";
import type { LabelReason } from "@/lib/labels/label-reason";
import { skuOf } from "@/lib/labels/label-at";
import { resolveProduct, type Ask, type LabelProduct, type Resolution } from "@/lib/labels/resolve-product";
import { standingAt, type OwnFacts, type PlatformFacts, type Standing } from "@/lib/labels/shop-facts";

/** Answers kept until something changes; odd amounts push the oldest out. */
const ANSWERS_MAX = 20_000;

/** A product is labelled when it has a label at any placement, for any SKU; else the reason is the nearest one. */
export interface LabelState {
  labelled: boolean;
  reason: LabelReason;
}

interface KeptAnswer {
  generation: number;
  untilMs: number;
  answer: LabelAnswer;
}

/** One shop in memory: its products, and its offers as they stand. Whatever changes it starts a new generation, which no older answer outlives. */
export class CompiledShop {
  readonly shopId: string;
  /** the number of the shop's last change that is in here */
  seq = 0;
  generation = 0;
  #own: OwnFacts;
  #platform: PlatformFacts;
  #standing: Standing | null = null;
  readonly #products = new Map<string, LabelProduct>();
  readonly #idsByExternalId = new Map<string, string>();
  readonly #answers = new Map<string, KeptAnswer>();
  /** per product whether it is labelled; good for one standing */
  #states = new Map<string, LabelState>();

  constructor(shopId: string, own: OwnFacts, platform: PlatformFacts) {
    this.shopId = shopId;
    this.#own = own;
    this.#platform = platform;
  }

  get productCount(): number {
    return this.#products.size;
  }

  replaceOwn(own: OwnFacts): void {
    this.#own = own;
    this.#renew();
  }

  replacePlatform(platform: PlatformFacts): void {
    this.#platform = platform;
    this.#renew();
  }

  putProducts(products: readonly LabelProduct[]): void {
    for (const product of products) {
      const before = this.#products.get(product.productId);
      if (before) this.#idsByExternalId.delete(before.externalId);
      this.#products.set(product.productId, product);
      this.#idsByExternalId.set(product.externalId, product.productId);
    }
    this.#renew();
  }

  /** By id, or else by the merchant's own id. */
  findProduct(idOrExternalId: string): LabelProduct | undefined {
    return this.#products.get(idOrExternalId) ?? this.#products.get(this.#idsByExternalId.get(idOrExternalId) ?? "");
  }

  findSkuId(product: LabelProduct, idOrCode: string): string | null {
    return skuOf(product, idOrCode);
  }

  standing(now: Date): Standing {
    const kept = this.#standing;
    if (kept && now >= kept.instant && now < kept.boundary) return kept;
    this.#states = new Map();
    return (this.#standing = standingAt({ ...this.#own, ...this.#platform }, now));
  }

  products(): IterableIterator<LabelProduct> {
    return this.#products.values();
  }

  keptState(product: LabelProduct, now: Date, find: () => LabelState): LabelState {
    this.standing(now);
    const kept = this.#states.get(product.productId);
    if (kept) return kept;
    const state = find();
    this.#states.set(product.productId, state);
    return state;
  }

  resolve(product: LabelProduct, ask: Ask, now: Date): Resolution {
    return resolveProduct(this.standing(now), product, ask);
  }

  answer(product: LabelProduct, ask: Ask, now: Date): LabelAnswer {
    const key = `${product.productId} ${ask.placement} ${ask.skuId ?? ""} ${ask.amount ?? ""}`;
    const standing = this.standing(now);
    const kept = this.#answers.get(key);
    if (kept && kept.generation === this.generation && kept.untilMs === standing.boundary.getTime()) return kept.answer;
    const answer = toAnswer(this.shopId, standing, product, ask, resolveProduct(standing, product, ask));
    this.#answers.delete(key);
    if (this.#answers.size >= ANSWERS_MAX) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, { generation: this.generation, untilMs: standing.boundary.getTime(), answer });
    return answer;
  }

  #renew(): void {
    this.generation++;
    this.#standing = null;
  }
}
