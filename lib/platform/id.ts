import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const RANDOM_LENGTH = 16;

/** A sortable id: prefix, milliseconds in base 32, then 80 random bits. Later ids sort after earlier ones in code-unit order. */
export function newId(prefix: string, now: Date): string {
  let time = "";
  for (let rest = now.getTime(), digit = 0; digit < 10; digit++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  let random = "";
  for (const byte of randomBytes(RANDOM_LENGTH)) random += ALPHABET[byte % 32];
  return `${prefix}_${time}${random}`;
}
