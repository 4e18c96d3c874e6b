import { fen, type Fen } from "@/lib/money/fen";

/** int8 in the database, safe integer in code: the one place where they meet. */
export const toFen = (column: bigint | string): Fen => fen(Number(column));
export const toFenOrNull = (column: bigint | string | null): Fen | null => (column === null ? null : toFen(column));
export const toColumn = (amount: Fen | number): bigint => BigInt(amount);
export const toColumnOrNull = (amount: Fen | number | null | undefined): bigint | null => (amount === null || amount === undefined ? null : BigInt(amount));
