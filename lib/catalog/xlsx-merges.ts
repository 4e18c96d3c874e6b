import { XLSX_MERGES_MAX } from "./file-limits";
import { unreadableFile } from "./unreadable-file";

const MERGE = /<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** Longer than one of these elements: what stands across two pieces is read with the second. */
const OVERLAP = 200;

export interface MergedRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The merged ranges of a sheet, from the top. They stand behind its rows, so the sheet is run through once before these are read. */
export async function findMerges(pieces: AsyncIterable<Buffer>): Promise<MergedRange[]> {
  const merges: MergedRange[] = [];
  let tail = "";
  for await (const piece of pieces) {
    const text = tail + piece.toString("latin1");
    let read = 0;
    for (const match of text.matchAll(MERGE)) {
      const [, left, top, right, bottom] = match as unknown as [string, string, string, string, string];
      const range = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
      if (range.top !== range.bottom || range.left !== range.right) merges.push(range);
      if (merges.length > XLSX_MERGES_MAX) throw unreadableFile("too-many-merges", { max: XLSX_MERGES_MAX });
      read = match.index + match[0].length;
    }
    tail = text.slice(Math.max(read, text.length - OVERLAP));
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** "A" is 0, "AA" is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}
