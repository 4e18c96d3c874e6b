import { open, stat } from "node:fs/promises";
import { decodeText, detectEncoding } from "./decode-text";
import type { Encoding, FileKind } from "./import-schema";
import { readCsv } from "./read-csv";
import { openXlsx } from "./read-xlsx";
import type { SourceRow } from "./source-row";
import { unreadableFile } from "./unreadable-file";

const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04];
const OLD_SPREADSHEET_MARK = [0xd0, 0xcf, 0x11, 0xe0];

export interface SourceOptions {
  /** of a CSV file; left out: found out from its bytes */
  encoding?: Encoding;
  /** bytes of the file that are behind the reader */
  onProgress?: (done: number, total: number) => void;
}

export interface Source {
  kind: FileKind;
  encoding: Encoding | null;
  header: string[];
  /** what stands under the header, once, in batches */
  rows(): AsyncGenerator<SourceRow[]>;
}

/** Opens a file of products: what it is, its content tells and not its name. Whoever opens it reads its rows, to the end or not. */
export async function openSource(file: string, { encoding: named, onProgress }: SourceOptions = {}): Promise<Source> {
  const [{ size }, mark] = [await stat(file), await firstBytes(file)];
  const isMarked = (bytes: readonly number[]) => bytes.every((byte, index) => mark[index] === byte);
  if (isMarked(OLD_SPREADSHEET_MARK)) throw unreadableFile("old-spreadsheet");
  if (isMarked(ZIP_MARK)) {
    const batches = openXlsx(file, { onProgress: (share) => onProgress?.(Math.floor(share * size), size) });
    return { kind: "xlsx", encoding: null, ...(await withHeader(batches)) };
  }
  const encoding = named ?? (await detectEncoding(file));
  let done = 0;
  const batches = readCsv(decodeText(file, encoding, (bytes) => onProgress?.((done += bytes), size)));
  return { kind: "csv", encoding, ...(await withHeader(batches)) };
}

async function withHeader(batches: AsyncGenerator<SourceRow[]>): Promise<Pick<Source, "header" | "rows">> {
  const first = await batches.next();
  if (first.done || !first.value[0]) throw unreadableFile("no-header");
  const [header, ...rest] = first.value;
  async function* rows(): AsyncGenerator<SourceRow[]> {
    try {
      if (rest.length > 0) yield rest;
      for await (const batch of batches) yield batch;
    } finally {
      await batches.return(undefined);
    }
  }
  return { header: header.cells.map((name) => name.trim()), rows };
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
