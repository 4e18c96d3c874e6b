import { randomFillSync } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/** Asked of the system for many ids at once: one by one, that would be most of their cost. */
const random = Buffer.alloc(RANDOM_LENGTH * 256);
let used = random.length;

/** A sortable id: prefix, milliseconds in base 32, then 80 random bits. Later ids sort after earlier ones in code-unit order. */
export function newId(prefix: string, now: Date): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  let id = "";
  for (const end = used + RANDOM_LENGTH; used < end; used++) id += ALPHABET[random[used]! % 32];
  return `${prefix}_${timeText(now.getTime())}${id}`;
}

let lastTime = -1;
let lastText = "";

function timeText(time: number): string {
  if (time === lastTime) return lastText;
  let text = "";
  for (let rest = time, digit = 0; digit < TIME_LENGTH; digit++, rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
  lastTime = time;
  return (lastText = text);
}
