/** Pixels of the picture as it is shown, from its upper left corner. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One line of text on a picture. `confidence` is 0 to 100. */
export interface RecognizedLine {
  text: string;
  confidence: number;
  box: Box;
}

/** What the recognition hands out: words of one line of the layout. */
export type RecognizedWord = RecognizedLine;

export const LINES_MAX = 300;
const LINE_LENGTH_MAX = 300;

/** Below it, what was recognized is an ornament more often than words; but a number is never given up. */
const CONFIDENCE_MIN = 30;
/** Of the height of the words: further apart they are two columns, closer they are one line that was cut in two. */
const COLUMN_GAP = 1.5;
/** A box so much lower than the others is of another mark than the word. */
const STUNTED_SHARE = 0.5;
const SAME_LINE_GAP = 0.8;
const WORD_GAP = 0.2;
const SAME_HEIGHT_SHARE = 0.6;

/** The lines that a person would read: columns apart, halves together, no spaces between Chinese characters, no ornaments. In reading order of the layout. */
export function linesOfWords(rows: readonly (readonly RecognizedWord[])[]): RecognizedLine[] {
  const segments = rows.flatMap((words) => columnsOf([...words].filter(({ text }) => text.trim() !== "").sort((a, b) => a.box.x0 - b.box.x0)));
  return joinHalves(segments)
    .map(lineOf)
    .filter(({ text, confidence }) => (confidence >= CONFIDENCE_MIN && /[\p{L}\p{N}]/u.test(text)) || /\d\d/.test(text))
    .slice(0, LINES_MAX);
}

function columnsOf(words: readonly RecognizedWord[]): RecognizedWord[][] {
  const height = words.map(({ box }) => heightOf(box)).sort((a, b) => a - b)[words.length >> 1] ?? 0;
  const isStunted = ({ box }: RecognizedWord) => heightOf(box) < STUNTED_SHARE * height;
  const columns: RecognizedWord[][] = [];
  for (const word of words) {
    const column = columns.at(-1);
    const before = column?.at(-1);
    if (column && before && (isStunted(before) || isStunted(word) || word.box.x0 - before.box.x1 <= COLUMN_GAP * height)) column.push(word);
    else columns.push([word]);
  }
  return columns;
}

function joinHalves(segments: readonly RecognizedWord[][]): RecognizedWord[][] {
  const joined: RecognizedWord[][] = [];
  for (const segment of segments) {
    const before = joined.find((candidate) => continues(around(candidate), around(segment)));
    if (before) before.push(...segment);
    else joined.push([...segment]);
  }
  return joined;
}

function continues(left: Box, right: Box): boolean {
  const [low, high] = [heightOf(left), heightOf(right)].sort((a, b) => a - b) as [number, number];
  const overlap = Math.min(left.y1, right.y1) - Math.max(left.y0, right.y0);
  const gap = right.x0 - left.x1;
  return low >= SAME_HEIGHT_SHARE * high && overlap >= SAME_HEIGHT_SHARE * low && gap >= -WORD_GAP * low && gap <= SAME_LINE_GAP * low;
}

function lineOf(words: readonly RecognizedWord[]): RecognizedLine {
  let text = "";
  let weight = 0;
  let confidence = 0;
  words.forEach((word, index) => {
    const before = words[index - 1];
    const said = word.text.trim();
    if (before && word.box.x0 - before.box.x1 > WORD_GAP * heightOf(before.box) && !/[\p{Script=Han}，。、；：！？（）]$/u.test(text) && !/^[\p{Script=Han}，。、；：！？（）]/u.test(said)) text += " ";
    text += said;
    weight += said.length;
    confidence += word.confidence * said.length;
  });
  return { text: withChineseSigns(text).slice(0, LINE_LENGTH_MAX).toWellFormed(), confidence: Math.round(Math.min(100, Math.max(0, confidence / Math.max(1, weight)))), box: around(words) };
}

const SIGNS: Record<string, string> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };

/** The recognition tells the half-width sign from the full-width one only by chance. */
const withChineseSigns = (text: string): string => text.replace(/(?<=\p{Script=Han})[,;:!?]|[,;:!?](?=\p{Script=Han})/gu, (sign) => SIGNS[sign]!);

const heightOf = ({ y0, y1 }: Box): number => y1 - y0;

function around(words: readonly RecognizedWord[]): Box {
  const boxes = words.map(({ box }) => box);
  return { x0: Math.min(...boxes.map(({ x0 }) => x0)), y0: Math.min(...boxes.map(({ y0 }) => y0)), x1: Math.max(...boxes.map(({ x1 }) => x1)), y1: Math.max(...boxes.map(({ y1 }) => y1)) };
}
