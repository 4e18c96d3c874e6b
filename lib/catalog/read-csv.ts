import { IMPORT_ROWS_MAX } from "./file-limits";
import { CsvScanner } from "./scan-csv";
import type { SourceRow } from "./source-row";
import { unreadableFile } from "./unreadable-file";

const DELIMITERS = [",", "\t", ";"] as const;
const BYTE_ORDER_MARK = "\ufeff";

/** The rows of a CSV text in batches, the header first. Comma, tab or semicolon, whichever the header has most of. */
export async function* readCsv(pieces: AsyncIterable<string>): AsyncGenerator<SourceRow[]> {
  let scanner: CsvScanner | null = null;
  let rowCount = 0;
  for await (const piece of pieces) {
    const text: string = scanner === null && piece.startsWith(BYTE_ORDER_MARK) ? piece.slice(1) : piece;
    scanner ??= new CsvScanner(delimiterOf(text));
    const rows: SourceRow[] = counted(scanner.push(text));
    if (rows.length > 0) yield rows;
  }
  if (scanner === null) throw unreadableFile("empty");
  const rows = counted(scanner.end());
  if (rows.length > 0) yield rows;

  function counted(rows: SourceRow[]): SourceRow[] {
    const beyond = IMPORT_ROWS_MAX + 1 - rowCount;
    if (rows.length > beyond) throw unreadableFile("too-many-rows", { line: rows[beyond]!.line, max: IMPORT_ROWS_MAX });
    rowCount += rows.length;
    return rows;
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
