import { Readable } from "node:stream";
import { CsvError, parse, type Options } from "csv-parse";
import { IMPORT_CELL_LENGTH_MAX, IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX } from "./import-schema";
import { unreadableFile } from "./unreadable-file";

const DELIMITERS = [",", "\t", ";"] as const;
const RECORD_LENGTH_MAX = 100_000;

export interface CsvRow {
  /** of the file, counted from 1, where the row begins */
  line: number;
  cells: string[];
}

/** The rows of a CSV text, the header first. Comma, tab or semicolon, whichever the header has most of. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const pieces = text[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) throw unreadableFile("empty");
  const parser = parse({ ...OPTIONS, delimiter: delimiterOf(first.value) });
  const source = Readable.from(startingWith(first.value, pieces));
  // A failure of the source must end the parser too, or the reader waits forever.
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    yield* checked(parser as AsyncIterable<ParsedRecord>);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadableFile(error.code === "CSV_MAX_RECORD_SIZE" ? "line-too-long" : "broken-quote", { line: Number(error.lines ?? 1) });
  } finally {
    source.destroy();
    parser.destroy();
  }
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

const OPTIONS: Options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: RECORD_LENGTH_MAX };

async function* checked(records: AsyncIterable<ParsedRecord>): AsyncGenerator<CsvRow> {
  let rowCount = 0;
  let line = 0;
  for await (const { record, info } of records) {
    line = Math.max(line + 1, info.lines - record.reduce((newlines, cell) => newlines + cell.split("\n").length - 1, 0));
    if (record.length > IMPORT_COLUMNS_MAX) throw unreadableFile("too-many-columns", { line, max: IMPORT_COLUMNS_MAX });
    if (record.every((cell) => cell.trim() === "")) continue;
    if (++rowCount > IMPORT_ROWS_MAX + 1) throw unreadableFile("too-many-rows", { line, max: IMPORT_ROWS_MAX });
    yield { line, cells: record.map(plainCell) };
  }
}

/** Takes off what an error file put before a cell that a spreadsheet would run as a formula, so that a mended error file can come back. */
function plainCell(cell: string): string {
  return (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell).slice(0, IMPORT_CELL_LENGTH_MAX);
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

async function* startingWith(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
