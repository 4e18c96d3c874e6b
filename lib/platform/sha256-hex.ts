import { hash } from "node:crypto";

const BYTES_PER_UNIT_MAX = 3;
let scratch = Buffer.alloc(16_384);

/** The server's own sha256 of the pieces of a text in UTF-8, in hex: some twenty times faster than the one that also runs in a browser. */
export function sha256Hex(pieces: readonly (string | Uint8Array)[]): string {
  let at = 0;
  for (const piece of pieces) {
    const bytesMax = typeof piece === "string" ? piece.length * BYTES_PER_UNIT_MAX : piece.length;
    if (at + bytesMax > scratch.length) scratch = Buffer.concat([scratch.subarray(0, at)], (at + bytesMax) * 2);
    if (typeof piece === "string") at += scratch.write(piece, at);
    else {
      scratch.set(piece, at);
      at += piece.length;
    }
  }
  return hash("sha256", scratch.subarray(0, at));
}
