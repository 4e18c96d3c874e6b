const SLOTS_MIN = 1_024;
const SLOTS_PER_ENTRY = 1.5;
const CHUNK_SHIFT = 16;
const CHUNK = 1 << CHUNK_SHIFT;

/** What the first row of a product said of it; blank cells of later rows repeat it. */
export interface ProductFacts {
  title: string;
  category: string | undefined;
  contentTags: string[] | undefined;
}

export interface SeenProduct {
  /** of the file, where the product came first */
  line: number;
  hasSame(field: keyof ProductFacts, value: ProductFacts[keyof ProductFacts]): boolean;
}

/**
 * What a judge must remember of a million rows, in some fifty bytes a row: which products and SKUs came, where, and whether later rows
 * of a product say the same. Products and SKUs are known by hashes of 64 bits with a seed of the moment (that two of a million meet
 * is one chance in thirty million), facts by hashes of 32, whose meeting would let two different titles pass for one.
 */
export class SeenRows {
  readonly #products = new HashNumbers();
  readonly #lines = new Ints();
  readonly #facts = { title: new Ints(), category: new Ints(), contentTags: new Ints() };
  readonly #skuCounts = new Ints();
  readonly #skus = new HashNumbers();
  readonly #skuLines = new Ints();
  readonly #seed = Math.floor(Math.random() * 0x4000_0000);

  get productCount(): number {
    return this.#products.size;
  }

  /** The number of a product, or -1. */
  find(externalId: string): number {
    return this.#products.find(hashOf(externalId, this.#seed), hashOf(externalId, ~this.#seed));
  }

  product(number: number): SeenProduct {
    return { line: this.#lines.get(number), hasSame: (field, value) => this.#facts[field].get(number) === hashOf(asText(value), 0) };
  }

  addProduct(externalId: string, line: number, { title, category, contentTags }: ProductFacts): number {
    const number = this.#products.add(hashOf(externalId, this.#seed), hashOf(externalId, ~this.#seed));
    this.#lines.set(number, line);
    this.#facts.title.set(number, hashOf(title, 0));
    this.#facts.category.set(number, hashOf(asText(category), 0));
    this.#facts.contentTags.set(number, hashOf(asText(contentTags), 0));
    return number;
  }

  /** The line where this SKU came before; else it is noted, and how many SKUs the product has by now is told. */
  addSku(product: number, code: string, line: number): { earlier: number } | { count: number } {
    const known = this.#skus.size;
    const number = this.#skus.add(hashOf(code, this.#seed ^ Math.imul(product, 0x9e37_79b1)), hashOf(code, ~(this.#seed + product)));
    if (number < known) return { earlier: this.#skuLines.get(number) };
    this.#skuLines.set(number, line);
    const count = this.#skuCounts.get(product) + 1;
    this.#skuCounts.set(product, count);
    return { count };
  }
}

/** Numbers for pairs of 32 bits, in the order in which they came. Open addressing; a slot holds the number plus one. */
class HashNumbers {
  #slots = new Int32Array(SLOTS_MIN);
  readonly #highs = new Ints();
  readonly #lows = new Ints();
  size = 0;

  find(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (number < 0 || (this.#lows.get(number) === low && this.#highs.get(number) === high)) return number;
    }
  }

  add(high: number, low: number): number {
    const known = this.find(high, low);
    if (known >= 0) return known;
    if ((this.size + 1) * SLOTS_PER_ENTRY > this.#slots.length) this.#widen();
    this.#highs.set(this.size, high);
    this.#lows.set(this.size, low);
    this.#occupy(this.size);
    return this.size++;
  }

  #occupy(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#lows.get(number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number + 1;
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.size; number++) this.#occupy(number);
  }
}

/** A list of whole numbers of 32 bits that grows without being copied. */
class Ints {
  readonly #chunks: Int32Array[] = [];

  get(index: number): number {
    return this.#chunks[index >> CHUNK_SHIFT]?.[index & (CHUNK - 1)] ?? 0;
  }

  set(index: number, value: number): void {
    (this.#chunks[index >> CHUNK_SHIFT] ??= new Int32Array(CHUNK))[index & (CHUNK - 1)] = value;
  }
}

const asText = (value: string | readonly string[] | undefined): string => (typeof value === "string" ? value : (value ?? []).join("\n"));

function hashOf(text: string, seed: number): number {
  let hash = seed ^ text.length ^ 0x2545_f491;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e37_79b1) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}
