import { fen, MAX_FEN, type Fen } from "@/lib/money/fen";

export type YuanProblem = "empty" | "not-a-number" | "negative" | "too-precise" | "too-large";

export type ParsedYuan = { ok: true; fen: Fen } | { ok: false; reason: YuanProblem };

const MAX_LENGTH = 64;
const SIMPLE = /^\d{1,9}(\.\d{1,2})?$/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)$/;

/** Reads a price as people type it ("¥1,299.00", "1299元", full-width digits and punctuation) into fen; zero is an amount. */
export function parseYuan(text: string): ParsedYuan {
  // Nearly every price of a spreadsheet is written so; the long way gives the same.
  if (SIMPLE.test(text)) return { ok: true, fen: fen(Number(text.replace(".", "")) * (10 ** (2 - decimalsOf(text)))) };
  if (text.length > MAX_LENGTH) return { ok: false, reason: "not-a-number" };
  const narrow = text.normalize("NFKC").replace(/[\s\u200b\ufeff]/g, "").replace(/[﹐、]/g, ",").replace(/。/g, ".");
  if (narrow === "") return { ok: false, reason: "empty" };

  const sign = /^(-|−|\+)?(?:¥|RMB|CNY)?(-|−)?/i.exec(narrow);
  const isNegative = sign?.[1] === "-" || sign?.[1] === "−" || sign?.[2] !== undefined;
  const number = narrow.slice(sign?.[0].length ?? 0).replace(/(?:元|圆|块|RMB|CNY)$/i, "");
  if (!GROUPED.test(number) && !PLAIN.test(number)) return { ok: false, reason: "not-a-number" };

  const [whole = "", decimals = ""] = number.replaceAll(",", "").split(".");
  const significant = decimals.replace(/0+$/, "");
  if (significant.length > 2) return { ok: false, reason: "too-precise" };
  const amount = BigInt(`${whole}${significant.padEnd(2, "0")}`);
  if (isNegative && amount > 0n) return { ok: false, reason: "negative" };
  if (amount > BigInt(MAX_FEN)) return { ok: false, reason: "too-large" };
  return { ok: true, fen: fen(Number(amount)) };
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
