import { IMPORT_CELL_LENGTH_MAX, IMPORT_COLUMNS_MAX } from "./file-limits";
import type { SourceRow } from "./source-row";
import { unreadableFile } from "./unreadable-file";

const RECORD_LENGTH_MAX = 100_000;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts CSV text into rows, piece by piece (RFC 4180: cells that begin with a quote end with one, and hold two for one). Strict: a
 * quote that does not pair is refused with its line, because after it no cell could be trusted. Blank rows are passed over.
 */
export class CsvScanner {
  readonly #delimiter: number;
  /** what is left of a row that did not end with its piece */
  #rest = "";
  /** of the file, where the rest begins */
  #line = 1;
  // The row at hand.
  #text = "";
  #at = 0;
  #cells: string[] = [];
  #newlines = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  push(piece: string): SourceRow[] {
    return this.#scan(this.#rest === "" ? piece : this.#rest + piece, false);
  }

  /** The last row may lack its newline. */
  end(): SourceRow[] {
    return this.#scan(this.#rest, true);
  }

  #scan(text: string, isEnd: boolean): SourceRow[] {
    const rows: SourceRow[] = [];
    this.#text = text;
    let start = 0;
    while (start < text.length) {
      this.#at = start;
      this.#cells = [];
      this.#newlines = 0;
      if (!this.#readRow(isEnd)) break;
      if (this.#cells.some((cell) => cell.trim() !== "")) rows.push({ line: this.#line, cells: this.#cells.map(plainCell) });
      this.#line += this.#newlines;
      start = this.#at;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > RECORD_LENGTH_MAX) throw unreadableFile("line-too-long", { line: this.#line });
    return rows;
  }

  /** Reads from `at` to behind the row's newline; false where the text ends before. */
  #readRow(isEnd: boolean): boolean {
    const text = this.#text;
    for (;;) {
      const isCellRead = text.charCodeAt(this.#at) === QUOTE ? this.#readQuoted(isEnd) : this.#readPlain(isEnd);
      if (!isCellRead) return false;
      if (this.#cells.length > IMPORT_COLUMNS_MAX) throw unreadableFile("too-many-columns", { line: this.#line, max: IMPORT_COLUMNS_MAX });
      const code = text.charCodeAt(this.#at);
      if (code === this.#delimiter) {
        this.#at++;
        continue;
      }
      this.#at += code === CARRIAGE_RETURN && text.charCodeAt(this.#at + 1) === LINE_FEED ? 2 : 1;
      this.#newlines++;
      return true;
    }
  }

  #readPlain(isEnd: boolean): boolean {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code === QUOTE) throw unreadableFile("broken-quote", { line: this.#line });
    }
    if (at === text.length && !isEnd) return false;
    // The newline of a carriage return may come with the next piece.
    if (at === text.length - 1 && text.charCodeAt(at) === CARRIAGE_RETURN && !isEnd) return false;
    this.#cells.push(text.slice(start, at));
    this.#at = at;
    return true;
  }

  #readQuoted(isEnd: boolean): boolean {
    const text = this.#text;
    const opened = this.#at + 1;
    let doubled = false;
    let at = opened;
    for (;;) {
      at = text.indexOf('"', at);
      if (at < 0) {
        if (isEnd || text.length - opened > RECORD_LENGTH_MAX) throw unreadableFile("broken-quote", { line: this.#line });
        return false;
      }
      if (text.charCodeAt(at + 1) !== QUOTE) break;
      doubled = true;
      at += 2;
    }
    const next = at + 1;
    if (next === text.length ? !isEnd : text.charCodeAt(next) === CARRIAGE_RETURN && next === text.length - 1 && !isEnd) return false;
    const code = text.charCodeAt(next);
    if (next < text.length && code !== this.#delimiter && code !== LINE_FEED && code !== CARRIAGE_RETURN) throw unreadableFile("broken-quote", { line: this.#line + newlinesIn(text, opened, at) });
    const cell = text.slice(opened, at);
    this.#newlines += newlinesIn(text, opened, at);
    this.#cells.push(doubled ? cell.replaceAll('""', '"') : cell);
    this.#at = next;
    return true;
  }
}

/** Takes off what an error file put before a cell that a spreadsheet would run as a formula, so that a mended error file can come back. */
function plainCell(cell: string): string {
  const plain = cell.charCodeAt(0) === 0x27 && /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
  return plain.length > IMPORT_CELL_LENGTH_MAX ? plain.slice(0, IMPORT_CELL_LENGTH_MAX) : plain;
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
