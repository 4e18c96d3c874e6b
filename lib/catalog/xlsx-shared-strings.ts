import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { IMPORT_CELL_LENGTH_MAX, XLSX_STRINGS_MAX } from "./file-limits";
import { scratchPath } from "./scratch-file";
import { unreadableFile } from "./unreadable-file";
import { walkXml } from "./xlsx-xml";

const BLOCK_BYTES = 65_536;
const BLOCKS_KEPT = 16;
const WRITE_BYTES = 262_144;
const LENGTH_BYTES = 2;
/** Where every so many strings begin is remembered; from there on their lengths lead. */
const GROUP = 16;

/**
 * The strings of a workbook, in a file of their own: a million titles would not fit beside everything else in memory. They are read as
 * far as somebody asks, and sheets ask nearly in order, so a few blocks at hand answer nearly every question.
 */
export class SharedStrings {
  readonly #path = scratchPath();
  readonly #file = openSync(this.#path, "wx+", 0o600);
  readonly #walk: AsyncGenerator<number>;
  #starts = new Uint32Array(1_024);
  #count = 0;
  #end = 0;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  readonly #blocks = new Map<number, Buffer>();
  // The string that is being read.
  #text = "";
  #isText = false;
  #phonetic = 0;

  /** null: the workbook has none */
  constructor(part: AsyncIterable<Buffer> | null) {
    this.#walk = walkXml(part ?? nothing(), { open: (tag) => this.#open(tag), text: (piece) => this.#append(piece), close: (tag) => this.#close(tag) });
  }

  /** Has every string up to this one at hand; one that never comes is found out by `get`. */
  async readUpTo(index: number): Promise<void> {
    while (this.#count <= index && !(await this.#walk.next()).done) continue;
    this.#flush();
  }

  get(index: number): string {
    if (!(Number.isInteger(index) && index >= 0 && index < this.#count)) throw unreadableFile("damaged-workbook");
    let at = this.#starts[Math.floor(index / GROUP)]!;
    for (let before = index % GROUP; before > 0; before--) at += LENGTH_BYTES + this.#bytes(at, LENGTH_BYTES).readUInt16LE();
    const length = this.#bytes(at, LENGTH_BYTES).readUInt16LE();
    return this.#bytes(at + LENGTH_BYTES, length).toString("utf8");
  }

  async close(): Promise<void> {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
    await this.#walk.return(undefined);
  }

  #open(tag: string): void {
    if (tag === "si") this.#text = "";
    else if (tag === "rPh") this.#phonetic++;
    else if (tag === "t") this.#isText = this.#phonetic === 0;
  }

  #append(piece: string): void {
    if (this.#isText && this.#text.length < IMPORT_CELL_LENGTH_MAX) this.#text = (this.#text + piece).slice(0, IMPORT_CELL_LENGTH_MAX);
  }

  #close(tag: string): void {
    if (tag === "si") this.#add(this.#text);
    else if (tag === "rPh") this.#phonetic--;
    else if (tag === "t") this.#isText = false;
  }

  #add(text: string): void {
    if (this.#count >= XLSX_STRINGS_MAX) throw unreadableFile("unpacks-too-large");
    if (this.#count % GROUP === 0) this.#remember(this.#count / GROUP, this.#end);
    const length = Buffer.byteLength(text);
    const bytes = Buffer.allocUnsafe(LENGTH_BYTES + length);
    bytes.writeUInt16LE(length);
    bytes.write(text, LENGTH_BYTES);
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    this.#end += bytes.length;
    this.#count++;
    if (this.#pendingBytes >= WRITE_BYTES) this.#flush();
  }

  #remember(group: number, start: number): void {
    if (group === this.#starts.length) {
      const larger = new Uint32Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[group] = start;
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return;
    const start = this.#end - this.#pendingBytes;
    writeSync(this.#file, Buffer.concat(this.#pending, this.#pendingBytes), 0, this.#pendingBytes, start);
    this.#pending = [];
    this.#pendingBytes = 0;
    // A block that was read before its end was written is read again.
    this.#blocks.delete(Math.floor(start / BLOCK_BYTES));
  }

  #bytes(at: number, length: number): Buffer {
    const number = Math.floor(at / BLOCK_BYTES);
    const from = at - number * BLOCK_BYTES;
    if (from + length <= BLOCK_BYTES) return this.#block(number).subarray(from, from + length);
    const bytes = Buffer.alloc(length);
    readSync(this.#file, bytes, 0, length, at);
    return bytes;
  }

  #block(number: number): Buffer {
    const known = this.#blocks.get(number);
    if (known) return known;
    // Of those at hand the one that came first gives way, and its memory is used again.
    const oldest = this.#blocks.size < BLOCKS_KEPT ? undefined : this.#blocks.keys().next().value;
    const block = oldest === undefined ? Buffer.alloc(BLOCK_BYTES) : this.#blocks.get(oldest)!;
    if (oldest !== undefined) this.#blocks.delete(oldest);
    readSync(this.#file, block, 0, BLOCK_BYTES, number * BLOCK_BYTES);
    this.#blocks.set(number, block);
    return block;
  }
}

async function* nothing(): AsyncGenerator<Buffer> {
  yield Buffer.from("<sst/>");
}
