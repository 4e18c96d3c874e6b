type Cell = string | number | null;

const SPECIAL = /[\\\t\n\r\b\f\v]/g;
const NAMES: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v" };

/** One line of COPY's text format. */
export function copyLine(cells: readonly Cell[]): string {
  let line = "";
  for (let index = 0; index < cells.length; index++) line += (index === 0 ? "" : "\t") + textOf(cells[index]!);
  return `${line}\n`;
}

/** An array as a cell. */
export function copyArray(elements: readonly Cell[]): string {
  return `{${elements.map((element) => (typeof element === "string" ? `"${element.replace(/["\\]/g, "\\$&")}"` : String(element))).join(",")}}`;
}

function textOf(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "number") return String(cell);
  return cell.replace(SPECIAL, (character) => NAMES[character]!);
}
