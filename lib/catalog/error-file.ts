/** A spreadsheet opens UTF-8 as such when it begins with this. */
export const BYTE_ORDER_MARK = "\ufeff";

/** One line of a CSV file, safe to open in a spreadsheet: a cell that it would run as a formula is made a text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(neutral(cell))).join(",")}\r\n`;
}

function neutral(cell: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
