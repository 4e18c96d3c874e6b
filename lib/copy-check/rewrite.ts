import { formatFen, fen } from "@/lib/money/fen";
import type { Finding } from "./check-copy";

const CLAUSE_ENDS = "，。！？；,!?;\n";
const MONEY = new Set(["per-period", "first-payment", "fee", "fee-per-period", "total"]);

/**
 * A text with one finding put right: a number becomes the quote's own; words about the goods lose what is absolute; a clause that is
 * about credit goes whole. Null where nothing would be left.
 */
export function rewrite(text: string, finding: Pick<Finding, "category" | "start" | "end" | "number">): string | null {
  const replaced = replacementOf(text, finding);
  const result = tidy(replaced);
  return /[\p{L}\p{N}]/u.test(result) ? result : null;
}

function replacementOf(text: string, { category, start, end, number }: Pick<Finding, "category" | "start" | "end" | "number">): string {
  if (number) return text.slice(0, start) + numberWords(number) + text.slice(end);
  if (category === "absolute-claim") return text.slice(0, start) + withoutParticle(text, end);
  const [from, to] = clauseAround(text, start, end);
  return text.slice(0, from) + text.slice(to);
}

function numberWords({ quantity, quoted }: NonNullable<Finding["number"]>): string {
  if (quantity === "term") return `${quoted}期`;
  if (MONEY.has(quantity)) return `${formatFen(fen(Number(quoted))).replace(/^¥/, "").replace(/\.00$/, "")}元`;
  return `${quoted}%`;
}

/** 顶级的茶器 loses 的 as well. */
function withoutParticle(text: string, end: number): string {
  return text.slice(text[end] === "的" ? end + 1 : end);
}

/** The clauses that a span stands in, with the sign that ends the last of them. */
function clauseAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && !CLAUSE_ENDS.includes(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && !CLAUSE_ENDS.includes(text[to]!)) to++;
  if (to < text.length) to++;
  return [from, to];
}

/** No sign twice, none at the beginning, and an end where a clause in the middle became the last. */
function tidy(text: string): string {
  return text
    .replace(/^[，,；;。！!？?、\s]+/u, "")
    .replace(/[，,；;、\s]+$/u, "。")
    .replace(/([，,；;、])[，,；;、]+/gu, "$1")
    .replace(/[，,；;、]([。！!？?])/gu, "$1");
}
