declare const fenBrand: unique symbol;

export type Fen = number & { readonly [fenBrand]: "Fen" };

export const MAX_FEN = 100_000_000_000;

/** An amount in fen (1/100 yuan). Throws on anything that is not a safe integer: that is a bug, never a user's mistake. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

/** "¥1,299.00"; a negative amount is "-¥1,299.00". */
export function formatFen(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 ? "-" : ""}¥${yuan}.${digits.slice(-2)}`;
}
