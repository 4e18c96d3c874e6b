import traditionalPairs from "opencc-js/dict/TSCharacters";

/** What stands between two folded characters in the original. */
export const GAP = { none: 0, filler: 1, pause: 2, stop: 3 } as const;

/** A text as rules read it, with the way back to what was written. */
export interface FoldedText {
  /** Simplified, half-width, lower case; spaces, signs and pictures in between are gone. */
  text: string;
  /** Of each folded character, where its original begins and ends (UTF-16 units). */
  starts: Int32Array;
  ends: Int32Array;
  /** Of each folded character, the strongest GAP before it. */
  gaps: Uint8Array;
}

/**
 * Folds a text so that one spelling is left of each word: NFKC, lower case, traditional to simplified, look-alike letters to Latin,
 * 零 〇 ○ and a lone O to 0. Nothing throws: half a surrogate pair is filler. One pass, linear in the length.
 */
export function foldText(original: string): FoldedText {
  const length = original.length;
  let capacity = length + 16;
  let codes = new Uint16Array(capacity);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  let gaps = new Uint8Array(capacity);
  let count = 0;
  let gap: number = GAP.stop;

  const put = (code: number, start: number, end: number) => {
    if (count === capacity) {
      capacity *= 2;
      codes = grown(codes, new Uint16Array(capacity));
      starts = grown(starts, new Int32Array(capacity));
      ends = grown(ends, new Int32Array(capacity));
      gaps = grown(gaps, new Uint8Array(capacity));
    }
    codes[count] = code;
    starts[count] = start;
    ends[count] = end;
    gaps[count++] = gap;
    gap = GAP.none;
  };

  for (let index = 0; index < length; ) {
    const unit = original.charCodeAt(index);
    const known = SINGLE[unit]!;
    if (known >= FIRST_FOLDED) {
      put(known, index, ++index);
      continue;
    }
    if (known !== UNKNOWN && known !== BETWEEN_DIGITS && known !== MANY) {
      const found = known - FILLER;
      if (found > gap) gap = found;
      index++;
      continue;
    }
    const start = index;
    const codePoint = original.codePointAt(index)!;
    index += codePoint > 0xffff ? 2 : 1;
    if (known === BETWEEN_DIGITS) {
      // "1,299.00" is one number; "3/6/12" and "3-6" are several.
      const isBetween = count > 0 && gap === GAP.none && isDigit(codes[count - 1]!) && isDigit(foldedUnit(original, index));
      const sign = SIGN_OF.get(unit)!;
      if (isBetween && sign === "." && !hasDotBefore(codes, count)) put(DOT, start, index);
      else if (isBetween && sign === "," && isThousands(original, start)) continue;
      else gap = Math.max(gap, isBetween && sign !== "," ? GAP.pause : sign === "," ? GAP.pause : GAP.filler);
      continue;
    }
    const folded = foldCodePoint(codePoint);
    if (folded.length === 1 && codePoint <= 0xffff) SINGLE[unit] = folded.charCodeAt(0);
    else if (folded.length === 0 && codePoint <= 0xffff) SINGLE[unit] = FILLER + gapOf(codePoint);
    else if (codePoint <= 0xffff) SINGLE[unit] = MANY;
    if (folded.length === 0) gap = Math.max(gap, gapOf(codePoint));
    for (let at = 0; at < folded.length; at++) put(folded.charCodeAt(at), start, index);
  }
  foldLoneO(codes, count);
  return { text: decode(codes, count), starts: starts.subarray(0, count), ends: ends.subarray(0, count), gaps: gaps.subarray(0, count) };
}

const LETTER_O = 0x6f;

/** True of a text that is surely folded already; false may only mean that one of its characters was never met. */
export function isFolded(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (SINGLE[unit] !== unit || unit === LETTER_O) return false;
  }
  return true;
}

// Of a UTF-16 unit: a folded character, or one of these.
const UNKNOWN = 0;
const FILLER = 1; // and 2, 3, 4: filler, plus the kind of gap
const BETWEEN_DIGITS = 6;
const MANY = 7;
const FIRST_FOLDED = 8;
const SINGLE = new Uint16Array(0x10000);

const DOT = 0x2e;
const SIGN_OF = new Map<number, string>();
for (const [signs, sign] of [[".．", "."], [",，", ","], ["-–—~～至到/／\\、·:：", "-"]] as const) {
  for (const written of signs) if (sign !== "-" || !"至到、:：".includes(written)) SIGN_OF.set(written.charCodeAt(0), sign);
}
for (const unit of SIGN_OF.keys()) SINGLE[unit] = BETWEEN_DIGITS;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function foldedUnit(original: string, index: number): number {
  const code = original.charCodeAt(index);
  return code >= 0xff10 && code <= 0xff19 ? code - 0xfee0 : code;
}

function hasDotBefore(codes: Uint16Array, count: number): boolean {
  let at = count - 1;
  while (at >= 0 && count - at <= DIGITS_MAX && isDigit(codes[at]!)) at--;
  return at >= 0 && codes[at] === DOT;
}

const DIGITS_MAX = 12;

/** Three digits follow, not four: "1,299" and not "3,6,12". */
function isThousands(original: string, comma: number): boolean {
  for (let ahead = 1; ahead <= 3; ahead++) if (!isDigit(foldedUnit(original, comma + ahead))) return false;
  return !isDigit(foldedUnit(original, comma + 4));
}

function gapOf(codePoint: number): number {
  if (codePoint > 0xffff) return GAP.filler;
  const character = String.fromCharCode(codePoint);
  if (MARKS.test(character)) return GAP.none;
  if (STOPS.includes(character)) return GAP.stop;
  return PAUSES.includes(character) ? GAP.pause : GAP.filler;
}

/** Marks that belong to the character before them, and signs of no width: 1️⃣2️⃣期 is 12期. */
const MARKS = /^[\p{M}\p{Cf}]$/u;
// A question and its answer are one sentence: 没钱？月付顶上.
const STOPS = "。！!；;\n\r…\u2028\u2029";
const PAUSES = "，,？?：:|｜（）()《》\t";

const SIMPLIFIED = new Map<string, string>();
for (const pair of traditionalPairs.split("|")) {
  const [traditional, simplified] = pair.split(" ");
  if (traditional && simplified) SIMPLIFIED.set(traditional, simplified);
}

/** Letters of other scripts that look like Latin ones, and signs that are read as a character. */
const LOOK_ALIKES = new Map<string, string>();
const LOOK_ALIKE_PAIRS = "аaвbсcеeнhіiјjкkмmоoрpѕsтtхxуyαaβbεeηnιiκkμuνvοoρpτtυuχxωwɑaɡgıi〇0○0◯0毎每兲天⭕0零0🆓免🈚无≠非💰钱💵钱💸钱囍喜貳二贰二壹一叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千廿二";
for (const characters = [...LOOK_ALIKE_PAIRS]; characters.length > 0; ) LOOK_ALIKES.set(characters.shift()!, characters.shift()!);

/** Seals put between characters as pictures, though they fold to a character of their own. */
const SEALS = "㊗㊙";

/** What a character is read as; nothing where it is only put in between. */
function foldCodePoint(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  const alike = LOOK_ALIKES.get(character);
  if (alike) return alike;
  if ((codePoint >= 0xd800 && codePoint <= 0xdfff) || SEALS.includes(character)) return "";
  let folded = "";
  for (const part of character.normalize("NFKC").toLowerCase().normalize("NFKD")) {
    if (!KEPT.test(part)) continue;
    const simple = SIMPLIFIED.get(part) ?? part;
    folded += LOOK_ALIKES.get(simple) ?? simple;
  }
  return folded;
}

/** Letters, digits and the few signs that rules read. */
const KEPT = /^[\p{L}\p{Nd}\p{Nl}%¥$+×]$/u;

/** "O息" and "O 首付" mean a nought; "oppo" and "no" do not. */
function foldLoneO(codes: Uint16Array, count: number): void {
  for (let index = 0; index < count; index++) {
    if (codes[index] !== LETTER_O) continue;
    const before = index > 0 ? codes[index - 1]! : 0;
    const after = index + 1 < count ? codes[index + 1]! : 0;
    if (!isLatin(before) && !isLatin(after) && after !== 0) codes[index] = 0x30;
  }
}

const isLatin = (code: number) => code >= 0x61 && code <= 0x7a;

function decode(codes: Uint16Array, count: number): string {
  let text = "";
  for (let from = 0; from < count; from += DECODED_AT_ONCE) text += String.fromCharCode(...codes.subarray(from, Math.min(from + DECODED_AT_ONCE, count)));
  return text;
}

const DECODED_AT_ONCE = 8_192;

function grown<Column extends Uint16Array | Int32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
