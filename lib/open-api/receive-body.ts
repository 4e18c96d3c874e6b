import type { Context } from "hono";
import { IMPORT_BYTES_MAX } from "@/lib/catalog/file-limits";
import { DomainError } from "@/lib/platform/errors";
import { PICTURE_BYTES_MAX, PICTURE_TYPES } from "@/lib/review/read-picture-header";
import type { ApiEnv } from "./api-env";

const JSON_BYTES_MAX = 1_000_000;
const SUSPECT_ESCAPE = /\\u(0000|[dD][89a-fA-F])/;

/** What a file of products may call itself; what it is, its content says. */
export const UPLOAD_TYPES = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: "application/octet-stream" } as const;

interface Upload {
  path: RegExp;
  types: readonly string[];
  bytesMax: number;
}

/** The routes whose body is a file, which they read themselves. */
const UPLOADS: readonly Upload[] = [
  { path: /^\/api\/v1\/shops\/[^/]+\/imports$/, types: Object.values(UPLOAD_TYPES), bytesMax: IMPORT_BYTES_MAX },
  { path: /^\/api\/v1\/shops\/[^/]+\/copy-pictures$/, types: PICTURE_TYPES, bytesMax: PICTURE_BYTES_MAX },
];

export const uploadAt = (method: string, pathname: string): Upload | undefined => (method === "POST" ? UPLOADS.find(({ path }) => path.test(pathname)) : undefined);

/** Reads a JSON body, up to the limit; an upload is counted again while it flows, since its length is only a claim. */
export async function receiveBody(c: Context<ApiEnv>, next: () => Promise<void>): Promise<void> {
  const upload = uploadAt(c.req.method, c.req.path);
  const bytesMax = upload?.bytesMax ?? JSON_BYTES_MAX;
  if (Number(c.req.header("content-length") ?? 0) > bytesMax) throw new DomainError("too_large", upload && { params: { problem: "too-large", max: bytesMax } });
  if (!upload && c.req.raw.body) {
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
