import type { RecognizedLine } from "./recognized-lines";

export interface Placed {
  /** per finding: indices of the lines on the poster that it stands on; none where the words were typed by hand */
  linesOfFinding: number[][];
  /** indices of lines that can be read on the poster and do not stand in the text */
  missing: number[];
}

const TEXT_LINES_MAX = 400;
/** How much of a line has to stay after somebody corrected what was misread. */
const SIMILAR_MIN = 0.5;
/** What was recognized with less is too often an ornament to be missed. */
const MISSED_CONFIDENCE_MIN = 60;

/** Where on the poster each finding of a text stands. The text began as the recognized lines, and was corrected, moved or joined since. */
export function placeFindings(text: string, findings: readonly { start: number; end: number }[], lines: readonly Pick<RecognizedLine, "text" | "confidence">[]): Placed {
  const rows = rowsOf(text);
  const folded = lines.map((line) => foldLine(line.text));
  const linesOfRow = matchLines(rows, folded);
  const used = new Set(linesOfRow.flat());
  return {
    linesOfFinding: findings.map(({ start, end }) => {
      const words = foldLine(text.slice(start, end));
      const found = rows.flatMap((row, index) => (row.start < end && row.end > start ? narrowed(linesOfRow[index]!, folded, words) : []));
      return [...new Set(found)].sort((a, b) => a - b);
    }),
    missing: lines.flatMap(({ confidence }, index) => (used.has(index) || confidence < MISSED_CONFIDENCE_MIN ? [] : [index])),
  };
}

interface Row {
  start: number;
  end: number;
  folded: string;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split("\n", TEXT_LINES_MAX)) {
    rows.push({ start, end: start + line.length, folded: foldLine(line) });
    start += line.length + 1;
  }
  return rows;
}

const foldLine = (line: string): string => line.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}%]/gu, "");

/** Each line of the poster goes to the row that is most like it, or that holds it whole. */
function matchLines(rows: readonly Row[], folded: readonly string[]): number[][] {
  const linesOfRow: number[][] = rows.map(() => []);
  const gramsOfRow = rows.map((row) => gramsOf(row.folded));
  const pairs = folded.flatMap((line, lineIndex) => {
    const grams = gramsOf(line);
    return rows.flatMap((_, row) => {
      const similarity = likeness(grams, gramsOfRow[row]!);
      return similarity >= SIMILAR_MIN ? [{ line: lineIndex, row, similarity }] : [];
    });
  });
  pairs.sort((a, b) => b.similarity - a.similarity || Math.abs(a.line - a.row) - Math.abs(b.line - b.row));
  const placed = new Set<number>();
  for (const { line, row } of pairs) {
    if (placed.has(line) || linesOfRow[row]!.length > 0) continue;
    linesOfRow[row]!.push(line);
    placed.add(line);
  }
  folded.forEach((line, index) => {
    if (placed.has(index) || line === "") return;
    const row = rows.findIndex((candidate) => candidate.folded.includes(line));
    if (row >= 0) linesOfRow[row]!.push(index);
  });
  return linesOfRow;
}

/** Of several lines that were joined into one row, those that hold the words, if any does. */
function narrowed(candidates: readonly number[], folded: readonly string[], words: string): readonly number[] {
  if (candidates.length < 2) return candidates;
  const holding = candidates.filter((index) => folded[index]!.includes(words) || words.includes(folded[index]!));
  return holding.length > 0 ? holding : candidates;
}

interface Grams {
  counts: Map<string, number>;
  size: number;
}

function gramsOf(line: string): Grams {
  const counts = new Map<string, number>();
  const signs = [...line];
  const grams = [...signs, ...signs.slice(1).map((sign, index) => signs[index]! + sign)];
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return { counts, size: grams.length };
}

/** Dice: twice what both have, over what each has. */
function likeness(a: Grams, b: Grams): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const [gram, count] of a.counts) common += Math.min(count, b.counts.get(gram) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** A line of the poster as people count: from 1. */
export interface PosterLine {
  number: number;
  text: string;
}

export const posterLinesOf = ({ linesOfFinding }: Placed, finding: number, lines: readonly Pick<RecognizedLine, "text">[]): PosterLine[] => (linesOfFinding[finding] ?? []).map((index) => ({ number: index + 1, text: lines[index]!.text }));
