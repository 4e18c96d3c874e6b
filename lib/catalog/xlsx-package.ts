import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { isDomainError } from "@/lib/platform/errors";
import { XLSX_HARMLESS_BYTES, XLSX_PARTS_MAX, XLSX_RATIO_MAX, XLSX_UNPACKED_BYTES_MAX } from "./file-limits";
import { unreadableFile } from "./unreadable-file";

/** The parts of a workbook's archive, read on demand. Sizes that the archive claims are limits for what comes out of it. */
export interface XlsxPackage {
  has(name: string): boolean;
  open(name: string): AsyncIterable<Buffer>;
  /** unpacked, as the archive claims */
  sizeOf(name: string): number;
  close(): void;
}

export async function openPackage(file: string): Promise<XlsxPackage> {
  const zip = await asDamaged(() => yauzl.openPromise(file, { autoClose: false, validateEntrySizes: true, decodeStrings: true }));
  const parts = new Map<string, yauzl.Entry>();
  try {
    await asDamaged(async () => {
      if (zip.entryCount > XLSX_PARTS_MAX) throw unreadableFile("damaged-workbook");
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName.toLowerCase(), entry);
    });
  } catch (error) {
    zip.close();
    throw error;
  }
  const part = (name: string): yauzl.Entry => {
    const entry = parts.get(name.toLowerCase());
    if (!entry) throw unreadableFile("damaged-workbook");
    return entry;
  };
  return { has: (name) => parts.has(name.toLowerCase()), open: (name) => readPart(zip, part(name)), sizeOf: (name) => part(name).uncompressedSize, close: () => zip.close() };
}

/** The archive's reader counts the bytes; that they are the ones that were packed, their checksum says. */
async function* readPart(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw unreadableFile("old-spreadsheet");
  refuseBomb(entry);
  const stream: Readable = await zip.openReadStreamPromise(entry);
  let sum = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== entry.crc32) throw unreadableFile("damaged-workbook");
}

function refuseBomb({ uncompressedSize, compressedSize }: yauzl.Entry): void {
  const isBomb = uncompressedSize > XLSX_UNPACKED_BYTES_MAX || (uncompressedSize > XLSX_HARMLESS_BYTES && uncompressedSize > compressedSize * XLSX_RATIO_MAX);
  if (isBomb) throw unreadableFile("unpacks-too-large");
}

/** Whatever the archive or its XML stumbles over is a damaged file, not a fault of ours. */
export async function asDamaged<T>(work: () => T | Promise<T>, line?: () => number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    throw unreadableFile("damaged-workbook", line && line() > 0 ? { line: line() } : {});
  }
}

/** The readers throw plain errors about what they read; those of the file system carry the call that failed. */
function isAboutContent(error: unknown): boolean {
  if (!(error instanceof Error) || isDomainError(error) || "syscall" in error) return false;
  return error.constructor === Error || ("code" in error && String(error.code).startsWith("ERR_ENCODING"));
}
