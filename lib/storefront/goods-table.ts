import { fen } from "@/lib/money/fen";
import type { GoodsSku, LabelGoods } from "@/lib/labels/resolve-product";
import { KeyTable } from "@/lib/platform/key-table";

const ROWS_MIN = 64;
const TAG_SEPARATOR = "\n";

/** A product as the table takes it in. */
export interface GoodsRow extends LabelGoods {
  externalId: string;
}

/**
 * The products of a shop in columns: a quarter of a kilobyte each, outside of the garbage collector's heap, where an object with its
 * strings takes five times as much. A product has a number for as long as the process lives; its SKUs stand in a run of theirs, and a run
 * that grows is laid down anew at the end.
 */
export class GoodsTable {
  readonly #products = new KeyTable();
  readonly #externalIds = new KeyTable();
  readonly #categories = new KeyTable();
  readonly #tagSets = new KeyTable();
  readonly #skuIds = new KeyTable();
  readonly #codes = new KeyTable();
  #category = new Int32Array(ROWS_MIN);
  #tags = new Int32Array(ROWS_MIN);
  #firstSku = new Int32Array(ROWS_MIN);
  #skuCount = new Int32Array(ROWS_MIN);
  #stamp = new Int32Array(ROWS_MIN);

  #skuId = new Int32Array(ROWS_MIN);
  #code = new Int32Array(ROWS_MIN);
  #position = new Int32Array(ROWS_MIN);
  /** whole fen beyond 32 bits */
  #cash = new Float64Array(ROWS_MIN);
  #installment = new Float64Array(ROWS_MIN);
  #inStock = new Uint8Array(ROWS_MIN);
  #skuEnd = 0;

  /** numbers of products by their id, as far as they are sorted */
  #order = new Int32Array(0);
  readonly #tagsOfSet = new Map<number, readonly string[]>();

  get size(): number {
    return this.#products.size;
  }

  /** Puts a product in, or in the place of what was known of it; tells its number. */
  put({ productId, externalId, category, contentTags, skus }: GoodsRow): number {
    const isNew = this.#products.find(productId) < 0;
    const row = this.#products.add(productId);
    if (isNew) {
      if (this.#externalIds.add(externalId) !== row) throw new Error(`The external id ${externalId} has two products`);
      if (row >= this.#category.length) this.#growRows();
      this.#skuCount[row] = 0;
    }
    this.#category[row] = this.#categories.add(category);
    this.#tags[row] = this.#tagSets.add(contentTags.join(TAG_SEPARATOR));
    // A run that still fits is used again.
    if (isNew || skus.length > this.#skuCount[row]!) {
      this.#firstSku[row] = this.#skuEnd;
      this.#skuEnd += skus.length;
      while (this.#skuEnd > this.#cash.length) this.#growSkus();
    }
    this.#skuCount[row] = skus.length;
    for (let index = 0; index < skus.length; index++) this.#putSku(this.#firstSku[row]! + index, skus[index]!);
    this.#stamp[row]!++;
    return row;
  }

  /** The number of a product, by its id or else by the merchant's own; -1 where there is none. */
  find(idOrExternalId: string): number {
    const row = this.#products.find(idOrExternalId);
    return row >= 0 ? row : this.#externalIds.find(idOrExternalId);
  }

  productId(row: number): string {
    return this.#products.keyAt(row);
  }

  /** Moves with every change of the product. */
  stamp(row: number): number {
    return this.#stamp[row]!;
  }

  hasSkus(row: number): boolean {
    return this.#skuCount[row]! > 0;
  }

  goods(row: number): LabelGoods {
    const skus = new Array<GoodsSku>(this.#skuCount[row]!);
    for (let index = 0; index < skus.length; index++) skus[index] = this.#skuAt(this.#firstSku[row]! + index);
    return { productId: this.#products.keyAt(row), category: this.#categories.keyAt(this.#category[row]!), contentTags: this.#tagsOf(this.#tags[row]!), skus };
  }

  /** Whether a product is of a category and has a tag; what is left out does not matter. */
  matcher({ category, tag }: { category?: string; tag?: string }): (row: number) => boolean {
    const wanted = category === undefined ? -1 : this.#categories.find(category);
    if (category !== undefined && wanted < 0) return () => false;
    const sets = new Set<number>();
    if (tag !== undefined) for (let set = 0; set < this.#tagSets.size; set++) if (this.#tagsOf(set).includes(tag)) sets.add(set);
    return (row) => (wanted < 0 || this.#category[row] === wanted) && (tag === undefined || sets.has(this.#tags[row]!));
  }

  /** The numbers of all products by rising id: later ones are newer. */
  order(): Int32Array {
    const sorted = this.#order.length;
    if (sorted === this.size) return this.#order;
    const added = Array.from({ length: this.size - sorted }, (_, index) => ({ row: sorted + index, id: this.productId(sorted + index) })).sort((a, b) => (a.id < b.id ? -1 : 1));
    const order = new Int32Array(this.size);
    // New ids are nearly always the largest: what has to make room for them is looked for from the end.
    let from = sorted;
    let to = this.size;
    for (let index = added.length - 1; index >= 0; index--) {
      while (from > 0 && this.productId(this.#order[from - 1]!) > added[index]!.id) order[--to] = this.#order[--from]!;
      order[--to] = added[index]!.row;
    }
    order.set(this.#order.subarray(0, from));
    return (this.#order = order);
  }

  #skuAt(at: number): GoodsSku {
    return {
      skuId: this.#skuIds.keyAt(this.#skuId[at]!),
      code: this.#codes.keyAt(this.#code[at]!),
      position: this.#position[at]!,
      cashPriceFen: fen(this.#cash[at]!),
      installmentPriceFen: fen(this.#installment[at]!),
      inStock: this.#inStock[at] === 1,
    };
  }

  #putSku(at: number, { skuId, code, position, cashPriceFen, installmentPriceFen, inStock }: GoodsSku): void {
    this.#skuId[at] = this.#skuIds.add(skuId);
    this.#code[at] = this.#codes.add(code);
    this.#position[at] = position;
    this.#cash[at] = cashPriceFen;
    this.#installment[at] = installmentPriceFen;
    this.#inStock[at] = inStock ? 1 : 0;
  }

  #tagsOf(set: number): readonly string[] {
    const known = this.#tagsOfSet.get(set);
    if (known) return known;
    const text = this.#tagSets.keyAt(set);
    const tags = text === "" ? [] : text.split(TAG_SEPARATOR);
    this.#tagsOfSet.set(set, tags);
    return tags;
  }

  #growRows(): void {
    this.#category = grown(this.#category);
    this.#tags = grown(this.#tags);
    this.#firstSku = grown(this.#firstSku);
    this.#skuCount = grown(this.#skuCount);
    this.#stamp = grown(this.#stamp);
  }

  #growSkus(): void {
    this.#skuId = grown(this.#skuId);
    this.#code = grown(this.#code);
    this.#position = grown(this.#position);
    this.#cash = grown(this.#cash);
    this.#installment = grown(this.#installment);
    this.#inStock = grown(this.#inStock);
  }
}

/** A half more, so that a million rows are copied some thirty times in all. */
function grown<A extends Int32Array | Float64Array | Uint8Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}
