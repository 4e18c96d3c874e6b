import { GAP, type FoldedText } from "./fold-text";

/** money in fen · term in months or installments · percent in parts per million · span in days or hours · count without a unit */
export const AMOUNT_KINDS = ["money", "term", "months", "percent", "days", "hours", "count"] as const;
export type AmountKind = (typeof AMOUNT_KINDS)[number];

/** A number with its unit, as it stands in a folded text. */
export interface Amount {
  kind: AmountKind;
  /** A whole number of the kind's smallest unit; NaN where the text gives more digits than that unit has. */
  value: number;
  start: number;
  end: number;
  /** 万 stands at the number, so that it may be meant as money without saying so. */
  isTenThousands: boolean;
  /** Decimals as written. */
  decimals: number;
  /** about: 约, 左右 · over: 三百多 · under: 不到三百 · most: 不超过三百, 三百以内 · least: 至少三百 */
  precision: Precision;
  /** Of a percentage, how it says that it is reckoned: 单利 or 复利. Null where no word for it stands beside it. */
  method: RateMethod | null;
}

export type RateMethod = "simple" | "compound";

export type Precision = "exact" | "about" | "over" | "under" | "most" | "least";

/** Every number of a folded text with its unit, in order; Arabic and Chinese numerals. Linear: no run of digits is read twice. */
export function readAmounts({ text, gaps }: FoldedText): Amount[] {
  const amounts: Amount[] = [];
  const { length } = text;
  for (let index = 0; index < length; ) {
    const unit = text.charCodeAt(index);
    if (!isNumeral(unit)) {
      index++;
      continue;
    }
    let end = index + 1;
    while (end < length && gaps[end] === GAP.none && isNumeral(text.charCodeAt(end))) end++;
    if (end === index + 1) end = endOfSpacedOut(text, gaps, end);
    end = endOfDecimals(text, gaps, end);
    if (isPriceOfOne(text, index, end)) end--;
    const number = readNumeral(text.slice(index, Math.min(end, index + NUMERAL_MAX)));
    if (number) {
      const amount = withUnit(text, gaps, index, end, number);
      amounts.push(amount);
      end = Math.max(end, amount.end);
    }
    index = end;
  }
  return amounts;
}

const NUMERAL_MAX = 20;
const DIGITS = "0123456789";
const HAN = "0一二三四五六七八九";
const NUMERALS = new Set([...`${DIGITS}.${HAN}两十百千万半几`].map((character) => character.charCodeAt(0)));

function isNumeral(unit: number): boolean {
  return NUMERALS.has(unit);
}

/** "二 十 四 期" is one number: every sign of it stands apart, and so does its unit. */
function endOfSpacedOut(text: string, gaps: FoldedText["gaps"], end: number): number {
  let at = end;
  while (at < text.length && at - end < SPACED_OUT_MAX && gaps[at] === GAP.filler && HAN_NUMERALS.includes(text[at]!)) at++;
  const written = text.slice(end - 1, at);
  const isOne = gaps[at] === GAP.filler && HAN_NUMERALS.includes(written[0]!) && /[十百千万]/.test(written) && readHan(written) !== null;
  return isOne ? at : end;
}

const SPACED_OUT_MAX = 8;
const HAN_NUMERALS = "0一二三四五六七八九两十百千万";

/** "一一四点二五" goes on after its 点; "八点二十" is a time of day. */
function endOfDecimals(text: string, gaps: FoldedText["gaps"], end: number): number {
  if (text[end] !== "点" || !`${HAN}十百`.includes(text[end - 1]!)) return end;
  let at = end + 1;
  while (at < text.length && gaps[at]! < GAP.pause && HAN.includes(text[at]!)) at++;
  if (at === end + 1 || "十百千".includes(text[at] ?? " ")) return end;
  if (text[at] === "个" && at > end + 2 && !/^个(百分)?点/.test(text.slice(at, at + 4))) return at - 1; // 零点四五一个月 is 0.45 a month
  return text[at] === "万" ? at + 1 : at;
}

/** "三百一期" and "158一期" are prices of one, "二十一期" is 21 of them. */
function isPriceOfOne(text: string, start: number, end: number): boolean {
  const last = text[end - 1]!;
  if (end - start < 2 || !"一两".includes(last) || !/^(个月|[期月天次年晚套件台位人张节桶斤盒瓶袋箱只条份双本包组支对间])/.test(text.slice(end, end + 2))) return false;
  const before = text[end - 2]!;
  if (DIGITS.includes(before)) return true;
  if ("百千万".includes(before)) return last === "一" && end - start > 2;
  return HAN.includes(before) && /[十百千万]/.test(text.slice(Math.max(start, end - NUMERAL_MAX), end));
}

interface Numeral {
  /** Decimal digits of a thousandth: 2.5 is 25 with one decimal. */
  digits: number;
  decimals: number;
  isTenThousands: boolean;
}

const SCALE: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

function readNumeral(written: string): Numeral | null {
  const arabic = /^(\d{1,12})(?:\.(\d{1,6}))?(万|千|百)?$/.exec(written);
  if (arabic) {
    const [, whole, fraction = "", scale] = arabic;
    const digits = Number(whole + fraction);
    if (!scale) return { digits, decimals: fraction.length, isTenThousands: false };
    const scaled = digits * SCALE[scale]!;
    return Number.isSafeInteger(scaled) ? { digits: scaled, decimals: fraction.length, isTenThousands: scale === "万" } : null;
  }
  const [, whole, fraction, scale] = /^(.+)点([0一二三四五六七八九]{1,6})(万?)$/.exec(written) ?? [];
  if (whole && fraction) {
    const before = /^[0一二三四五六七八九]+$/.test(whole) ? spelledOut(whole) : readHan(whole)?.digits;
    if (before === undefined) return null;
    const digits = (before * 10 ** fraction.length + spelledOut(fraction)) * (scale ? SCALE.万! : 1);
    return Number.isSafeInteger(digits) ? { digits, decimals: fraction.length, isTenThousands: scale === "万" } : null;
  }
  if (MIXED.test(written)) return readHan(written.replace(/\d/g, (digit) => HAN[Number(digit)]!));
  if (/^[0一二三四五六七八九]{3,}$/.test(written)) return { digits: spelledOut(written), decimals: 0, isTenThousands: false };
  return readHan(written);
}

/** "1千2" and "4百零5": single digits between Chinese scales. */
const MIXED = /^(?:[1-9][十百千万]0?)+\d?$/;

/** 一一四 is 114. */
const spelledOut = (written: string) => Number([...written].map((character) => HAN.indexOf(character)).join(""));

/** 一百六十六, 两千三 (2,300), 一万二, 十二, 半. */
function readHan(written: string): Numeral | null {
  if (written === "半") return { digits: 5, decimals: 1, isTenThousands: false };
  let total = 0;
  let section = 0;
  let digit = -1;
  let lastScale = 1;
  for (const character of written) {
    const value = character === "两" ? 2 : HAN.indexOf(character);
    const scale = SCALE[character];
    if (value >= 0) {
      if (digit > 0) return null;
      digit = value;
      if (value === 0) lastScale = 1;
    } else if (scale === undefined) return null;
    else if (scale === 10_000) {
      total = (total + section + Math.max(digit, 0)) * scale;
      section = 0;
      digit = -1;
      lastScale = scale;
    } else {
      section += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
      lastScale = scale;
    }
  }
  if (digit > 0) section += lastScale >= 100 ? (digit * lastScale) / 10 : digit;
  return { digits: total + section, decimals: 0, isTenThousands: written.includes("万") };
}

type Gaps = FoldedText["gaps"];

function withUnit(text: string, gaps: Gaps, start: number, end: number, number: Numeral): Amount {
  const { isTenThousands } = number;
  const of = (kind: AmountKind, value: number, from: number, to: number): Amount => ({ kind, value, start: from, end: to, isTenThousands, decimals: number.decimals, precision: precisionOf(text, gaps, from, to), method: kind === "percent" ? methodOf(text, gaps, from, to) : null });
  const isJoined = (at: number) => at < text.length && gaps[at]! < GAP.pause;
  const follows = (unit: string, at = end) => text.startsWith(unit, at) && isJoined(at);
  const hasSign = start > 0 && (text[start - 1] === "¥" || text[start - 1] === "$") && gaps[start]! < GAP.pause;

  // "￥215/期" and "215.50/期" are sums for each.
  if (hasSign && /^[期天日月]/.test(text.slice(end, end + 1))) return of("money", whole(number, 2), start - 1, end);
  if (follows("期") && gaps[end] === GAP.filler && (number.decimals > 0 || number.digits > TERM_MAX)) return of("money", whole(number, 2), start, end);
  if (text.startsWith("百分之", start - 3) && start >= 3) return of("percent", whole(number, 4), start - 3, end);
  if (["个百分点", "个点"].some((unit) => follows(unit)) && !/^个点[位心赞评子名]/.test(text.slice(end, end + 3))) return of("percent", whole(number, 4), start, end + (follows("个点") ? 2 : 4));
  if (follows("%")) return of("percent", whole(number, 4), start, end + 1);
  if (follows("期") && !follows("期间") && !follows("期待")) return of("term", whole(number, 0), start, end + 1);
  if (follows("qi") && !/[a-z]/.test(text[end + 2] ?? "")) return of("term", whole(number, 0), start, end + 2);
  if (follows("个月")) return of("months", whole(number, 0), start, end + 2);
  const years = follows("年") ? (PAID_OVER_YEARS.exec(text.slice(end, end + YEARS_REACH)) ?? (DIVIDED_BY.test(text.slice(Math.max(0, start - 2), start)) ? OF_YEARS.exec(text.slice(end, end + 2)) : null)) : null;
  if (years) return of("months", whole(number, 1) * 1.2 + (years[1] ? 6 : 0), start, end + 1 + (years[1]?.length ?? 0));
  if (follows("天") || follows("日内")) return of("days", whole(number, 0), start, end + 1);
  if (follows("小时") || follows("个小时") || follows("个钟")) return of("hours", whole(number, 0), start, end + (follows("小时") ? 2 : follows("个钟") ? 2 : 3));
  // 三百多块: what stands between a number and its unit says how it is meant.
  if ((follows("多") || follows("来")) && ["元", "块"].some((unit) => follows(unit, end + 1))) {
    const amount = withUnit(text, gaps, start, end + 1, number);
    if (amount.kind === "money") return { ...amount, precision: "over" };
  }
  const yuan = ["元", "块", "圆", "rmb", "人民币"].find((unit) => follows(unit) && (unit !== "块" || isMoneyPiece(text, gaps, end + 1)));
  if (yuan) return cents(text, gaps, of("money", whole(number, 2), start, end + yuan.length));
  if (follows("毛") && isMoneyPiece(text, gaps, end + 1)) return hundredths(text, gaps, of("money", whole(number, 1), start, end + 1));
  if (follows("角钱")) return of("money", whole(number, 1), start, end + 2);
  if (follows("分钱")) return of("money", whole(number, 0), start, end + 2);
  if (hasSign) return of("money", whole(number, 2), start - 1, end);
  return of("count", number.decimals <= 2 ? number.digits / 10 ** number.decimals : Number.NaN, start, end);
}

/** 半年还清 and 一年半免息: years that something is paid over. */
const PAID_OVER_YEARS = /^年(半)?(?:之?内)?(?:还清|付清|结清|付完|还完|供完|免息|分期|0息|无息|分摊|平摊|分着|慢慢还|慢慢付|分付|月付)/;
const YEARS_REACH = 7;
/** 分两年. */
const DIVIDED_BY = /(?:分|分成|拆成|摊成|摊)$/;
const OF_YEARS = /^年(半)?/;
/** More installments than anybody offers. */
const TERM_MAX = 99;

/** 三块五 and 六块六毛六: what stands after the yuan. */
function cents(text: string, gaps: Gaps, amount: Amount): Amount {
  const isJoined = (at: number) => at < text.length && gaps[at]! < GAP.pause;
  const digitAt = (at: number) => (isJoined(at) ? (text[at] === "两" ? 2 : text[at] !== undefined && DIGITS.includes(text[at]) ? Number(text[at]) : HAN.indexOf(text[at] ?? "")) : -1);
  let { value, end } = amount;
  if (text[end] === "钱" && isJoined(end)) return { ...amount, end: end + 1, precision: precisionOf(text, gaps, amount.start, end + 1) };
  const tenths = digitAt(end);
  if (tenths < 0) return amount;
  const unitAfter = isJoined(end + 1) ? text[end + 1]! : "";
  if (unitAfter === "毛" || unitAfter === "角") {
    value += tenths * 10;
    end += 2;
    const hundredths = digitAt(end);
    if (hundredths >= 0 && !isNumeral(text.charCodeAt(end + 1))) {
      value += hundredths;
      end += text[end + 1] === "分" ? 2 : 1;
    }
  } else if (text[amount.end - 1] === "块" && (unitAfter === "" || (!isNumeral(unitAfter.charCodeAt(0)) && !UNITS_AFTER.includes(unitAfter)))) {
    value += tenths * 10;
    end += 1;
  } else return amount;
  return { ...amount, value, end, precision: precisionOf(text, gaps, amount.start, end) };
}

/** 一毛四. */
function hundredths(text: string, gaps: Gaps, amount: Amount): Amount {
  const { end } = amount;
  const digit = end < text.length && gaps[end]! < GAP.pause ? HAN.indexOf(text[end]!) : -1;
  if (digit < 1 || (end + 1 < text.length && gaps[end + 1]! < GAP.pause && (isNumeral(text.charCodeAt(end + 1)) || UNITS_AFTER.includes(text[end + 1]!)))) return amount;
  return { ...amount, value: amount.value + digit, end: end + (text[end + 1] === "分" && !text.startsWith("分期", end + 1) ? 2 : 1) };
}

const UNITS_AFTER = "期个月天年次件折%块元";

/** 块 counts soap and chocolate too: it is money where 钱, a number, the end or a word of paying follows. */
function isMoneyPiece(text: string, gaps: Gaps, at: number): boolean {
  if (at >= text.length || gaps[at]! >= GAP.pause) return true;
  return MONEY_FOLLOWS.includes(text[at]!) || isNumeral(text.charCodeAt(at)) || MONEY_WORDS_FOLLOW.some((word) => text.startsWith(word, at));
}

const MONEY_WORDS_FOLLOW = ["人民币", "手续费", "服务费", "利息", "息费", "分期费", "封顶", "顶天", "之内", "样子", "光景", "打不住", "挂零", "整"];
const MONEY_FOLLOWS = "钱就带拿搞起不左多都的开月每一吧呢啊哦了可能到以抱入轻买还分秒上下提用领换x×搬拥×钞左整出至不供交给付";

function precisionOf(text: string, gaps: Gaps, start: number, end: number): Precision {
  const before = text.slice(Math.max(0, start - 5), start);
  const after = gaps[end] !== undefined && gaps[end]! >= GAP.pause ? "" : text.slice(end, end + 3);
  if (/(不到|不足|(?<!不)低于|(?<!不)少于|没到|不够|不满)(是|为|只|只要|¥)?$/.test(before) || /^(不到|还不到|都不到|没到|都没到)/.test(after)) return "under";
  if (/(不超过|不超|没超过|没超|未超过|不会超过|超不过|不高于|不多于|不大于|最多|顶多|至多|撑死|封顶|(?<!只)不过)(是|为|只|也就|就|¥)?$/.test(before) || /^(以内|之内|以下|封顶|顶天)/.test(after)) return "most";
  if (/(不低于|不少于|至少|最少|起码|超过|高于)(是|为|要|¥)?$/.test(before) || /^(以上|起步|往上|打不住)/.test(after)) return "least";
  if (/^(多|来|出头|有余|挂零|冒头)/.test(after)) return "over";
  return /(约|大概|差不多|将近|接近|左右|约莫|大致|大约|估摸|靠近|快)(是|为|只|只要|只需|¥)?$/.test(before) || /^(左右|上下|样子|光景|的样子)/.test(after) ? "about" : "exact";
}

/** How far a word may stand before the rate that it speaks of. */
const METHOD_REACH = 14;

/** The word that closes a rate, "10.71%（复利）", else the nearest before it; a word that opens the next rate, "，复利10.71%", is not its own. */
function methodOf(text: string, gaps: Gaps, start: number, end: number): RateMethod | null {
  const follows = gaps[end] !== undefined && gaps[end]! < GAP.stop ? METHOD_AFTER.exec(text.slice(end, end + METHOD_REACH)) : null;
  if (follows) {
    const close = end + follows[0].length;
    const opensNext = gaps[close] !== undefined && gaps[close]! < GAP.pause && NEXT_RATE.test(text.slice(close, close + METHOD_REACH));
    if (!opensNext) return methodNamed(follows[1]!);
  }
  let from = start;
  while (from > 0 && start - from < METHOD_REACH && gaps[from]! < GAP.stop && text[from - 1] !== "%") from--;
  const before = /.*(单利|名义|复利)/.exec(text.slice(from, start));
  return before ? methodNamed(before[1]!) : follows ? "simple" : null;
}

const METHOD_AFTER = /^[按的以]?(单利|复利)(?:口径|方式)?(?:计算|折算|算|计)?/;
const NEXT_RATE = /^(?:年化|利率|实际|真实|有效|综合|折合|大概|大约|相当于|等于|下来|后|就是|也就|才|有|在|来|口径|的|是|为|约|则|就|说|讲|算|折){0,5}(?:[0-9.]{1,8}%|百分之)/;
const methodNamed = (word: string): RateMethod => (word === "复利" ? "compound" : "simple");

/** The number in units of 10^-places; NaN where it has more decimals than that. */
function whole({ digits, decimals }: Numeral, places: number): number {
  if (decimals <= places) return digits * 10 ** (places - decimals);
  const divisor = 10 ** (decimals - places);
  return digits % divisor === 0 ? digits / divisor : Number.NaN;
}
