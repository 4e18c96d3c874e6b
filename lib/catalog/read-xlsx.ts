import { IMPORT_CELL_LENGTH_MAX, IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX } from "./file-limits";
import type { SourceRow, SpoiledCell } from "./source-row";
import { unreadableFile } from "./unreadable-file";
import { columnOf, findMerges, type MergedRange } from "./xlsx-merges";
import { shownNumber } from "./xlsx-number";
import { asDamaged, openPackage, type XlsxPackage } from "./xlsx-package";
import { findParts } from "./xlsx-parts";
import { SharedStrings } from "./xlsx-shared-strings";
import { attribute, walkXml, type Attributes } from "./xlsx-xml";

const BATCH_SIZE = 1_000;
/** Stands for a string until it is looked up. */
const SHARED = "…";
/** Excel's own limit; a larger number is a lie. */
const SHEET_ROWS_MAX = 1_048_576;

/** The rows of the first visible sheet of a workbook in batches, the header first. */
export async function* openXlsx(file: string, { onProgress }: { onProgress?: (share: number) => void } = {}): AsyncGenerator<SourceRow[]> {
  const archive = await openPackage(file);
  let strings: SharedStrings | null = null;
  const reader: { sheet: SheetReader | null } = { sheet: null };
  try {
    const parts = await asDamaged(() => findParts(archive));
    const merges = await asDamaged(() => findMerges(archive.open(parts.sheet)));
    strings = new SharedStrings(parts.strings === null ? null : archive.open(parts.strings));
    reader.sheet = new SheetReader(merges);
    const batches = readSheet(archive, parts.sheet, { sheet: reader.sheet, strings, onProgress });
    for (;;) {
      const next = await asDamaged(() => batches.next(), () => reader.sheet!.line);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await strings?.close();
    archive.close();
  }
}

interface Reading {
  sheet: SheetReader;
  strings: SharedStrings;
  onProgress?: (share: number) => void;
}

async function* readSheet(archive: XlsxPackage, name: string, { sheet, strings, onProgress }: Reading): AsyncGenerator<SourceRow[]> {
  const total = Math.max(1, archive.sizeOf(name));
  let seen = 0;
  for await (const bytes of walkXml(archive.open(name), sheet)) {
    seen += bytes;
    onProgress?.(Math.min(1, seen / total));
    if (sheet.rows.length >= BATCH_SIZE) yield await sheet.take(strings);
  }
  if (sheet.rows.length > 0) yield await sheet.take(strings);
}

type CellType = "s" | "inlineStr" | "str" | "b" | "e" | "n" | "d";

/** Puts the elements of a sheet together to rows. */
class SheetReader {
  rows: SourceRow[] = [];
  /** the row that is being read */
  line = 0;
  #rowCount = 0;
  #cells: string[] = [];
  #spoiled: SpoiledCell[] = [];
  #column = -1;
  #type: CellType = "n";
  #isFormula = false;
  #text = "";
  #isText = false;
  #phonetic = 0;
  #nextMerge = 0;
  #open: MergedRange[] = [];

  /** cells that are numbers of strings, to be looked up when the rows are taken: row, column, number */
  #shared: number[] = [];
  #largestShared = -1;
  /** of the row that is being read: column, number */
  #sharedOfRow: number[] = [];

  constructor(readonly merges: readonly MergedRange[]) {}

  async take(strings: SharedStrings): Promise<SourceRow[]> {
    await strings.readUpTo(this.#largestShared);
    for (let at = 0; at < this.#shared.length; at += 3) this.rows[this.#shared[at]!]!.cells[this.#shared[at + 1]!] = unescaped(strings.get(this.#shared[at + 2]!));
    const taken = this.rows.filter((row) => row.spoiled?.some(({ why }) => why === "merged") || row.cells.some((cell) => cell.trim() !== ""));
    this.rows = [];
    this.#shared = [];
    this.#largestShared = -1;
    return taken;
  }

  open = (name: string, attributes: Attributes): void => {
    switch (name) {
      case "row":
        return this.#beginRow(attributes.r);
      case "c":
        this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r.replace(/\d+$/, ""));
        this.#type = (attribute(attributes, "t") ?? "n") as CellType;
        this.#isFormula = false;
        this.#text = "";
        return;
      case "f":
        this.#isFormula = true;
        return;
      case "rPh":
        this.#phonetic++;
        return;
      case "v":
      case "t":
        this.#isText = this.#phonetic === 0;
    }
  };

  text = (part: string): void => {
    if (this.#isText && this.#text.length < IMPORT_CELL_LENGTH_MAX) this.#text = (this.#text + part).slice(0, IMPORT_CELL_LENGTH_MAX);
  };

  close = (name: string): void => {
    switch (name) {
      case "v":
      case "t":
        this.#isText = false;
        return;
      case "rPh":
        this.#phonetic--;
        return;
      case "c":
        return this.#endCell();
      case "row":
        return this.#endRow();
    }
  };

  #beginRow(number: string | undefined): void {
    const line = number === undefined ? this.line + 1 : Number(number);
    if (!Number.isInteger(line) || line <= this.line || line > SHEET_ROWS_MAX) throw unreadableFile("damaged-workbook", { line: this.line });
    this.line = line;
    this.#cells = [];
    this.#spoiled = [];
    this.#sharedOfRow = [];
    this.#column = -1;
  }

  #endCell(): void {
    const text = this.#cellText();
    if (text === "" && !this.#isFormula) return;
    if (this.#column < 0 || this.#column >= IMPORT_COLUMNS_MAX) throw unreadableFile("too-many-columns", { line: this.line, max: IMPORT_COLUMNS_MAX });
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = text;
    if (this.#isFormula) this.#spoiled.push({ column: this.#column, why: "formula" });
    else if (this.#type === "e") this.#spoiled.push({ column: this.#column, why: "error-value" });
  }

  #cellText(): string {
    if (this.#text === "") return "";
    switch (this.#type) {
      case "s":
        this.#sharedOfRow.push(this.#column, Number(this.#text));
        return SHARED;
      case "b":
        return this.#text === "1" ? "TRUE" : "FALSE";
      case "n":
        return shownNumber(this.#text);
      default:
        return unescaped(this.#text);
    }
  }

  #endRow(): void {
    const merged = this.#mergedColumns();
    for (const column of merged) this.#spoiled.push({ column, why: "merged" });
    const isHeader = this.#rowCount === 0;
    if (this.#cells.every((cell) => cell.trim() === "") && (isHeader || merged.length === 0)) return;
    if (isHeader && this.#spoiled.some(({ why }) => why === "merged")) throw unreadableFile("merged-header", { line: this.line });
    if (++this.#rowCount > IMPORT_ROWS_MAX + 1) throw unreadableFile("too-many-rows", { line: this.line, max: IMPORT_ROWS_MAX });
    for (let at = 0; at < this.#sharedOfRow.length; at += 2) {
      this.#shared.push(this.rows.length, this.#sharedOfRow[at]!, this.#sharedOfRow[at + 1]!);
      this.#largestShared = Math.max(this.#largestShared, this.#sharedOfRow[at + 1]!);
    }
    this.rows.push(this.#spoiled.length > 0 ? { line: this.line, cells: this.#cells, spoiled: this.#spoiled } : { line: this.line, cells: this.#cells });
  }

  #mergedColumns(): number[] {
    while (this.#nextMerge < this.merges.length && this.merges[this.#nextMerge]!.top <= this.line) this.#open.push(this.merges[this.#nextMerge++]!);
    if (this.#open.length === 0) return [];
    this.#open = this.#open.filter(({ bottom }) => bottom >= this.line);
    const columns = new Set<number>();
    for (const { left, right } of this.#open) for (let column = left; column <= Math.min(right, IMPORT_COLUMNS_MAX - 1); column++) columns.add(column);
    return [...columns];
  }
}

/** Characters that XML cannot hold are written as _x000D_. */
const unescaped = (text: string): string => (text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text);
