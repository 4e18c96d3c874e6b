import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import type { Encoding } from "./import-schema";
import { unreadableFile } from "./unreadable-file";

const LINE_BYTES_MAX = 1_000_000;
const NEWLINE = 0x0a;
/** PDF, JPEG, PNG, gzip, RAR: what is picked by mistake or carries the wrong ending. */
const OTHER_MARKS = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x1f, 0x8b, 0x08],
  [0x52, 0x61, 0x72, 0x21],
];
const UTF_16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** UTF-8 if every line of the file is; otherwise GB18030. Refuses what is no text at all, with the line. */
export async function detectEncoding(file: string): Promise<Encoding> {
  let isFirst = true;
  let isAllUtf8 = true;
  for await (const { bytes, line } of readLines(file)) {
    if (isFirst) refuseOtherFormats(bytes);
    isFirst = false;
    const nul = bytes.indexOf(0);
    if (nul >= 0) throw unreadableFile("nul-byte", { line: line + countLines(bytes.subarray(0, nul)) });
    isAllUtf8 &&= isUtf8(bytes);
  }
  return isAllUtf8 ? "utf-8" : "gb18030";
}

/** The file as text, piece by piece, each ending with a line. Bytes that the encoding does not know: refused with the line. */
export async function* decodeText(file: string, encoding: Encoding, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  for await (const { bytes, line } of readLines(file)) {
    onBytes?.(bytes.length);
    const text = decode(bytes, encoding);
    if (text === null) throw unreadableFile("wrong-encoding", { line: line + firstWrongLine(bytes, encoding) });
    yield text;
  }
}

/** Pieces of the file that end with a line; in both encodings the newline byte is never a part of another character. */
async function* readLines(file: string): AsyncGenerator<{ bytes: Buffer; line: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (bytes.length - end > LINE_BYTES_MAX) throw unreadableFile("line-too-long", { line: line + countLines(bytes.subarray(0, end)) });
    if (end > 0) yield { bytes: bytes.subarray(0, end), line };
    line += countLines(bytes.subarray(0, end));
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield { bytes: rest, line };
}

function refuseOtherFormats(bytes: Buffer): void {
  const startsWith = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (OTHER_MARKS.some(startsWith)) throw unreadableFile("not-csv");
  if (UTF_16_MARKS.some(startsWith)) throw unreadableFile("utf-16");
}

function decode(bytes: Buffer, encoding: Encoding): string | null {
  if (encoding === "utf-8") return isUtf8(bytes) ? bytes.toString("utf8") : null;
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function firstWrongLine(bytes: Buffer, encoding: Encoding): number {
  for (let line = 0, start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (decode(bytes.subarray(start, end), encoding) === null) return line;
    start = end;
  }
  return 0;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
