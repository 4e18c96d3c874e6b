export type ParsedStock = { ok: true; inStock: boolean } | { ok: false; reason: "not-understood" | "negative" };

const IN_STOCK = new Set(["有货", "有", "现货", "在售", "充足", "instock", "yes", "y", "true", "available"]);
const OUT_OF_STOCK = new Set(["无货", "无", "缺货", "售罄", "售完", "断货", "outofstock", "soldout", "no", "n", "false", "unavailable"]);

/** Stock as a number of pieces or as a word. */
export function parseStock(text: string): ParsedStock {
  if (/^[1-9]\d{0,11}$/.test(text)) return { ok: true, inStock: true };
  const word = text.normalize("NFKC").toLowerCase().replace(/[\s_-]+/g, (gap) => (gap.includes("-") ? "-" : "")).replace(/(件|个|pcs)$/, "");
  const plain = word.replaceAll("-", "");
  if (IN_STOCK.has(plain)) return { ok: true, inStock: true };
  if (OUT_OF_STOCK.has(plain)) return { ok: true, inStock: false };
  const number = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.0+)?$/.exec(word);
  if (!number) return { ok: false, reason: "not-understood" };
  const isZero = /^[0,]+$/.test(number[2]!);
  if (number[1] === "-" && !isZero) return { ok: false, reason: "negative" };
  return { ok: true, inStock: !isZero };
}
