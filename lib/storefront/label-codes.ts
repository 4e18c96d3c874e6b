import type { LabelReason } from "@/lib/labels/label-reason";
import { nearestReason } from "@/lib/labels/label-reason";
import { createQuickResolver } from "@/lib/labels/quick-resolver";
import { resolveProduct } from "@/lib/labels/resolve-product";
import type { Candidate, SkuResolver } from "@/lib/labels/resolve-sku";
import type { Standing } from "@/lib/labels/shop-facts";
import { LOSSES, type Loss } from "@/lib/offers/loss";
import { PLACEMENTS, type Placement } from "@/lib/offers/placement";
import type { GoodsTable } from "./goods-table";

const NOT_YET = 0;
const VERDICTS_MAX = 65_535;
/** Words that differ from price to price are worked out with the answer instead. */
const WORDED_MAX = 10_000;
/** Room for products that come later. */
const SPARE = 1.25;

const PLACE_OF = Object.fromEntries(PLACEMENTS.map((placement, index) => [placement, index])) as Record<Placement, number>;

/** What holds for a product at a placement: why it has no label, or whose it is, with the words where they name no amount. */
export interface LabelVerdict {
  reason: LabelReason;
  offerId: string | null;
  revision: number | null;
  term: number | null;
  mainLine: string | null;
  subLine: string | null;
}

/** A product is labelled when it has a label at any placement, for any SKU; else the reason is the nearest one. */
export interface LabelState {
  labelled: boolean;
  reason: LabelReason;
}

/**
 * The labels of a shop's products under one standing: two bytes for a placement, which number a verdict that many products share.
 * What was not worked out yet is worked out when it is asked for, so an answer never waits for the rest.
 */
export class LabelCodes {
  readonly standing: Standing;
  readonly #goods: GoodsTable;
  readonly #resolver: SkuResolver;
  readonly #verdicts: LabelVerdict[] = [];
  readonly #numbers = new Map<string, number>();
  #codes: Uint16Array;
  #states: Uint16Array;
  /** products that are worked out */
  #doneCount = 0;

  constructor(goods: GoodsTable, standing: Standing) {
    this.standing = standing;
    this.#goods = goods;
    this.#resolver = createQuickResolver(standing);
    this.#codes = new Uint16Array(goods.size * PLACEMENTS.length);
    this.#states = new Uint16Array(goods.size);
  }

  get doneCount(): number {
    return this.#doneCount;
  }

  get isComplete(): boolean {
    return this.#doneCount === this.#goods.size;
  }

  verdict(row: number, placement: Placement): LabelVerdict {
    if (!this.isDone(row)) this.compile(row);
    return this.#verdicts[this.#codes[row * PLACEMENTS.length + PLACE_OF[placement]]! - 1]!;
  }

  state(row: number): LabelState {
    this.compile(row);
    const { reason } = this.#verdicts[this.#states[row]! - 1]!;
    return { labelled: reason === "labelled", reason };
  }

  isDone(row: number): boolean {
    return row < this.#states.length && this.#states[row] !== NOT_YET;
  }

  /** Works a product out, unless it is. */
  compile(row: number): void {
    if (this.isDone(row)) return;
    if (row >= this.#states.length) this.#widen();
    const goods = this.#goods.goods(row);
    const reasons: LabelReason[] = [];
    for (let index = 0; index < PLACEMENTS.length; index++) {
      const { reason, winner } = resolveProduct(this.standing, goods, { placement: PLACEMENTS[index]! }, this.#resolver);
      reasons.push(reason);
      this.#codes[row * PLACEMENTS.length + index] = this.#numberOf(reason, winner);
    }
    this.#states[row] = this.#numberOf(stateOf(reasons), null);
    this.#doneCount++;
  }

  /** The product changed. */
  forget(row: number): void {
    if (!this.isDone(row)) return;
    this.#states[row] = NOT_YET;
    this.#doneCount--;
  }

  /** How many products stand in each state, of those that are worked out; what has no SKU is not for sale and does not count. */
  countStates(): Map<LabelReason, number> {
    const byNumber = new Uint32Array(this.#verdicts.length + 1);
    for (let row = 0; row < Math.min(this.#states.length, this.#goods.size); row++) if (this.#goods.hasSkus(row)) byNumber[this.#states[row]!]!++;
    const counts = new Map<LabelReason, number>();
    for (let number = 1; number < byNumber.length; number++) {
      if (byNumber[number] === 0) continue;
      const { reason } = this.#verdicts[number - 1]!;
      counts.set(reason, (counts.get(reason) ?? 0) + byNumber[number]!);
    }
    return counts;
  }

  #numberOf(reason: LabelReason, winner: Candidate | null): number {
    const words = winner === null || winner.namesAmount || this.#verdicts.length > WORDED_MAX ? { mainLine: null, subLine: null } : { mainLine: winner.mainLine, subLine: winner.subLine };
    const key = winner === null ? reason : `${reason} ${winner.offerId} ${winner.term} ${words.mainLine} ${words.subLine}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#verdicts.length >= VERDICTS_MAX) throw new Error("More verdicts than two bytes can number");
    const number = this.#verdicts.push({ reason, offerId: winner?.offerId ?? null, revision: winner?.revision ?? null, term: winner?.term ?? null, ...words });
    this.#numbers.set(key, number);
    return number;
  }

  #widen(): void {
    const rows = Math.ceil(this.#goods.size * SPARE);
    const codes = new Uint16Array(rows * PLACEMENTS.length);
    codes.set(this.#codes);
    this.#codes = codes;
    const states = new Uint16Array(rows);
    states.set(this.#states);
    this.#states = states;
  }
}

function stateOf(reasons: readonly LabelReason[]): LabelReason {
  if (reasons.some((reason) => reason === "labelled" || reason === "sku-required")) return "labelled";
  const losses = reasons.filter((reason): reason is Exclude<Loss, "outranked"> => LOSSES.some((loss) => loss === reason));
  return losses.length > 0 ? nearestReason(losses) : reasons[0]!;
}
