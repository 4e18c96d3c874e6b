import type { Context } from "hono";
import { IMPORT_BYTES_MAX } from "@/lib/catalog/file-limits";
import { DomainError } from "@/lib/platform/errors";
import type { ApiEnv } from "./api-env";

const JSON_BYTES_MAX = 1_000_000;
const UPLOAD_PATH = /^\/api\/v1\/shops\/[^/]+\/imports$/;
const SUSPECT_ESCAPE = /\\u(0000|[dD][89a-fA-F])/;

/** What a file of products may call itself; what it is, its content says. */
export const UPLOAD_TYPES = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: "application/octet-stream" } as const;

/** The one route whose body flows to a file. */
export const isUpload = (method: string, pathname: string): boolean => method === "POST" && UPLOAD_PATH.test(pathname);

/** Reads a JSON body, up to the limit; an upload is counted again while it flows, since its length is only a claim. */
export async function receiveBody(c: Context<ApiEnv>, next: () => Promise<void>): Promise<void> {
  const isFile = isUpload(c.req.method, c.req.path);
  if (Number(c.req.header("content-length") ?? 0) > (isFile ? IMPORT_BYTES_MAX : JSON_BYTES_MAX)) throw new DomainError("too_large");
  if (!isFile && c.req.raw.body) {
    const text = await readText(c.req.raw.body);
    refuseUnstorableText(text);
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
  }
  await next();
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > JSON_BYTES_MAX) throw new DomainError("too_large");
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** A NUL or half of a character is valid JSON, and no text that can be stored. */
function refuseUnstorableText(text: string): void {
  if (!SUSPECT_ESCAPE.test(text)) return;
  const isStorable = (part: string) => part.isWellFormed() && !part.includes("\0");
  let isMalformed = false;
  try {
    JSON.parse(text, (key, value: unknown) => {
      isMalformed ||= !isStorable(key) || (typeof value === "string" && !isStorable(value));
      return value;
    });
  } catch {
    isMalformed = true;
  }
  if (isMalformed) throw new DomainError("malformed");
}
