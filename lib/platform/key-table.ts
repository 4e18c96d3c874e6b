/** From here on a Map's objects cost more than they save. */
const FEW_MAX = 4_096;
const KEY_LENGTH_MAX = 2_000;

/**
 * Numbers for strings, in the order in which they came: 0, 1, 2 … Few keys are kept in a Map. Of many, this holds the characters
 * and twenty-odd bytes to find them by, outside of the garbage collector's heap. Keys are only ever added.
 */
export class KeyTable {
  #few: Map<string, number> | null = new Map();
  #keysOfFew: string[] = [];
  #many: PackedKeys | null = null;

  get size(): number {
    return this.#many === null ? this.#keysOfFew.length : this.#many.size;
  }

  /** memory held outside of the heap, in bytes */
  get byteLength(): number {
    return this.#many?.byteLength ?? 0;
  }

  /** The number of a key, or -1. */
  find(key: string): number {
    return this.#few === null ? this.#many!.find(key) : (this.#few.get(key) ?? -1);
  }

  /** The number of a key, which is `size` before the call where the key is new. */
  add(key: string): number {
    if (key.length > KEY_LENGTH_MAX) throw new RangeError(`A key of ${key.length} characters`);
    if (this.#few === null) return this.#many!.add(key);
    const known = this.#few.get(key);
    if (known !== undefined) return known;
    if (this.#keysOfFew.length === FEW_MAX) return this.#pack().add(key);
    this.#few.set(key, this.#keysOfFew.length);
    return this.#keysOfFew.push(key) - 1;
  }

  keyAt(number: number): string {
    if (!(number >= 0 && number < this.size)) throw new RangeError(`No key ${number}`);
    return this.#many === null ? this.#keysOfFew[number]! : this.#many.keyAt(number);
  }

  #pack(): PackedKeys {
    this.#many = new PackedKeys();
    for (const key of this.#keysOfFew) this.#many.add(key);
    this.#few = null;
    this.#keysOfFew = [];
    return this.#many;
  }
}

const CHUNK_WORDS = 1 << 18;
const CHUNK_SHIFT = 18;
/** its number, its hash, its length */
const HEADER_WORDS = 3;
/** in a length: the characters take two bytes */
const WIDE = 0x4000_0000;
const SLOTS_MIN = 16_384;
/** Slots per key, at least: what is fuller searches long. */
const SLOTS_PER_KEY = 1.5;

class PackedKeys {
  #size = 0;
  /** open addressing: where in the arena the key begins, plus one; 0 is free */
  #slots: Int32Array = new Int32Array(SLOTS_MIN);
  /** the arena, in chunks: the header of each key, then its characters, of one byte each or of two */
  readonly #words: Int32Array[] = [];
  readonly #bytes: Uint8Array[] = [];
  readonly #pairs: Uint16Array[] = [];
  #usedWords = CHUNK_WORDS;
  /** where each key begins, by number */
  #starts: Int32Array = new Int32Array(SLOTS_MIN);
  /** so that nobody can choose keys that meet in one slot */
  readonly #seed = Math.floor(Math.random() * 0x4000_0000);

  get size(): number {
    return this.#size;
  }

  get byteLength(): number {
    return this.#slots.byteLength + this.#starts.byteLength + this.#words.length * CHUNK_WORDS * 4;
  }

  find(key: string): number {
    return this.#find(key, hashOf(key, this.#seed));
  }

  add(key: string): number {
    const hash = hashOf(key, this.#seed);
    const known = this.#find(key, hash);
    if (known >= 0) return known;
    if ((this.#size + 1) * SLOTS_PER_KEY > this.#slots.length) this.#widen();
    if (this.#size === this.#starts.length) this.#starts = grown(this.#starts);
    const start = this.#store(key, hash);
    this.#occupy(start, hash);
    this.#starts[this.#size] = start;
    return this.#size++;
  }

  keyAt(number: number): string {
    const start = this.#starts[number]!;
    const chunk = start >>> CHUNK_SHIFT;
    const at = start & (CHUNK_WORDS - 1);
    const head = this.#words[chunk]![at + 2]!;
    const isWide = head >= WIDE;
    const from = (at + HEADER_WORDS) * (isWide ? 2 : 4);
    const codes = (isWide ? this.#pairs : this.#bytes)[chunk]!;
    let key = "";
    for (let index = from; index < from + (head & (WIDE - 1)); index++) key += String.fromCharCode(codes[index]!);
    return key;
  }

  #find(key: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const start = slots[slot]! - 1;
      if (start < 0) return -1;
      const words = this.#words[start >>> CHUNK_SHIFT]!;
      const at = start & (CHUNK_WORDS - 1);
      if (words[at + 1] === hash && this.#isAt(start >>> CHUNK_SHIFT, at, key)) return words[at]!;
    }
  }

  #isAt(chunk: number, at: number, key: string): boolean {
    const head = this.#words[chunk]![at + 2]!;
    const length = key.length;
    if (head === length) {
      const bytes = this.#bytes[chunk]!;
      const from = (at + HEADER_WORDS) * 4;
      for (let index = 0; index < length; index++) if (bytes[from + index] !== key.charCodeAt(index)) return false;
      return true;
    }
    if (head !== length + WIDE) return false;
    const pairs = this.#pairs[chunk]!;
    const from = (at + HEADER_WORDS) * 2;
    for (let index = 0; index < length; index++) if (pairs[from + index] !== key.charCodeAt(index)) return false;
    return true;
  }

  #store(key: string, hash: number): number {
    let isWide = false;
    for (let index = 0; index < key.length && !isWide; index++) isWide = key.charCodeAt(index) > 0xff;
    const needed = HEADER_WORDS + Math.ceil((key.length * (isWide ? 2 : 1)) / 4);
    if (this.#usedWords + needed > CHUNK_WORDS) this.#addChunk();
    const chunk = this.#words.length - 1;
    const at = this.#usedWords;
    this.#usedWords += needed;
    const words = this.#words[chunk]!;
    words[at] = this.#size;
    words[at + 1] = hash;
    words[at + 2] = isWide ? key.length + WIDE : key.length;
    const codes = (isWide ? this.#pairs : this.#bytes)[chunk]!;
    const from = (at + HEADER_WORDS) * (isWide ? 2 : 4);
    for (let index = 0; index < key.length; index++) codes[from + index] = key.charCodeAt(index);
    return chunk * CHUNK_WORDS + at;
  }

  #addChunk(): void {
    const memory = new ArrayBuffer(CHUNK_WORDS * 4);
    this.#words.push(new Int32Array(memory));
    this.#bytes.push(new Uint8Array(memory));
    this.#pairs.push(new Uint16Array(memory));
    this.#usedWords = 0;
  }

  #occupy(start: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = start + 1;
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#size; number++) {
      const start = this.#starts[number]!;
      this.#occupy(start, this.#words[start >>> CHUNK_SHIFT]![(start & (CHUNK_WORDS - 1)) + 1]!);
    }
  }
}

/** Two characters a step, then mixed until every bit hangs on every other (the finalizer of MurmurHash3). */
function hashOf(key: string, seed: number): number {
  const length = key.length;
  let hash = seed ^ length;
  let index = 0;
  for (; index + 1 < length; index += 2) hash = Math.imul(hash ^ (key.charCodeAt(index) | (key.charCodeAt(index + 1) << 16)), 0x9e37_79b1);
  if (index < length) hash = Math.imul(hash ^ key.charCodeAt(index), 0x9e37_79b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return hash ^ (hash >>> 16);
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}
