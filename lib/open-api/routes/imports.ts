import { createRoute, z } from "@hono/zod-openapi";
import { cancelImport } from "@/lib/catalog/cancel-import";
import { commitImport } from "@/lib/catalog/commit-import";
import { discardImport } from "@/lib/catalog/discard-import";
import { getImport, listImports, listRefusedRows } from "@/lib/catalog/import-queries";
import { IMPORT_BYTES_MAX, IMPORT_ROWS_MAX } from "@/lib/catalog/file-limits";
import { ENCODINGS, FILE_KINDS, IMPORT_FIELDS, IMPORT_STATES, mapImportInput, REFUSED_PAGE_SIZE_MAX, uploadImportInput } from "@/lib/catalog/import-schema";
import { REASON_CODES } from "@/lib/catalog/judge-import-row";
import { mapImport } from "@/lib/catalog/map-import";
import { FILE_PROBLEMS } from "@/lib/catalog/unreadable-file";
import { uploadImport } from "@/lib/catalog/upload-import";
import { DomainError } from "@/lib/platform/errors";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";
import { UPLOAD_TYPES } from "../receive-body";
import { shopOfRequest } from "../shop-of-request";

const fieldSchema = z.enum(IMPORT_FIELDS);
const importSchema = z
  .object({
    id: z.string(),
    fileName: z.string(),
    fileSha256: z.string(),
    fileBytes: z.int(),
    kind: z.enum(FILE_KINDS),
    encoding: z.enum(ENCODINGS).nullable(),
    state: z.enum(IMPORT_STATES),
    header: z.array(z.string()),
    sample: z.array(z.array(z.string())),
    mapping: z.partialRecord(fieldSchema, z.int()),
    rowCount: z.int(),
    acceptedCount: z.int(),
    refusedCount: z.int(),
    createdCount: z.int(),
    updatedCount: z.int(),
    progress: z.object({ done: z.int(), total: z.int() }).openapi({ description: "Bytes read of the file while `checking`, rows handled while `committing`" }),
    problem: z.object({ problem: z.enum([...FILE_PROBLEMS, "internal"]), line: z.int().optional(), max: z.int().optional() }).nullable(),
    version: z.int(),
    createdAt: z.iso.datetime(),
    committedAt: z.iso.datetime().nullable(),
  })
  .openapi("ProductImport");
const refusedRowSchema = z
  .object({
    line: z.int(),
    cells: z.array(z.string()),
    reasons: z.array(z.object({ field: fieldSchema.nullable(), code: z.enum(REASON_CODES), params: z.record(z.string(), z.number()).optional() })),
  })
  .openapi("RefusedRow");

const shop = z.string().min(1).max(64);
const params = z.object({ shop, import: z.string().min(1).max(64) });
const version = z.object({ version: z.int().min(1) });
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { "application/json": { schema } } });
const READ = ["unauthenticated", "forbidden", "not_found", "invalid_input", "rate_limited"] as const;
const WRITE = [...READ, "cross_site", "too_large", "unsupported_media_type", "conflict", "wrong_state"] as const;
const inShop = "/api/v1/shops/{shop}/imports";

const binary = { schema: z.string().openapi({ format: "binary" }) };
const UPLOAD_CONTENT = { [UPLOAD_TYPES.csv]: { schema: z.string() }, [UPLOAD_TYPES.xlsx]: binary, [UPLOAD_TYPES.bytes]: binary };

const upload = createRoute({
  method: "post",
  path: inShop,
  tags: ["Imports"],
  summary: "Upload a file of products",
  description: `The body is the file itself, up to ${IMPORT_BYTES_MAX / 1_000_000} MB and ${IMPORT_ROWS_MAX} rows: CSV in UTF-8 or GB18030, or XLSX; which of them, its content tells. Where its columns are understood its rows are checked in the background: ask for the import until its state is \`mapped\` (or \`failed\`). Nothing is in the catalog before the commit.`,
  request: { params: z.object({ shop }), query: uploadImportInput, body: { required: true, content: UPLOAD_CONTENT } },
  responses: { 201: json(importSchema, "The import"), ...problemResponses(...READ, "cross_site", "too_large", "unsupported_media_type", "unreadable_file") },
});

const list = createRoute({
  method: "get",
  path: inShop,
  tags: ["Imports"],
  summary: "Imports, newest first",
  request: { params: z.object({ shop }), query: z.object({ after: z.string().max(64).optional() }) },
  responses: { 200: json(z.object({ imports: z.array(importSchema), next: z.string().nullable() }), "One page"), ...problemResponses(...READ) },
});

const get = createRoute({
  method: "get",
  path: `${inShop}/{import}`,
  tags: ["Imports"],
  summary: "One import",
  request: { params },
  responses: { 200: json(importSchema, "The import"), ...problemResponses(...READ) },
});

const refused = createRoute({
  method: "get",
  path: `${inShop}/{import}/refused-rows`,
  tags: ["Imports"],
  summary: "The rows that stay out, with the reasons",
  request: { params, query: z.object({ after: z.coerce.number().int().min(0).max(2_000_000_000).optional(), limit: z.coerce.number().int().min(1).max(REFUSED_PAGE_SIZE_MAX).optional() }) },
  responses: { 200: json(z.object({ rows: z.array(refusedRowSchema), next: z.int().nullable() }), "One page; give `next` as `after` to read on"), ...problemResponses(...READ) },
});

const map = createRoute({
  method: "put",
  path: `${inShop}/{import}/mapping`,
  tags: ["Imports"],
  summary: "Say what each column means; every row is checked again in the background",
  request: { params, body: body(mapImportInput.omit({ importId: true })) },
  responses: { 202: json(importSchema, "The import, being checked"), ...problemResponses(...WRITE) },
});

const commit = createRoute({
  method: "post",
  path: `${inShop}/{import}/commit`,
  tags: ["Imports"],
  summary: "Put the accepted rows into the catalog: all of them or none, once",
  description: "Done in the background: ask for the import until its state is `committed`.",
  request: { params, body: body(version) },
  responses: { 202: json(importSchema, "The import, being stored"), ...problemResponses(...WRITE) },
});

const cancel = createRoute({
  method: "post",
  path: `${inShop}/{import}/cancel`,
  tags: ["Imports"],
  summary: "Stop the work on an import; nothing of it is in the catalog then",
  description: "While `checking` the file is thrown away; while `committing` the import stands as `mapped` again. What is committed by then stays.",
  request: { params, body: body(version) },
  responses: { 200: json(importSchema, "The import, stopped"), ...problemResponses(...WRITE) },
});

const discard = createRoute({
  method: "delete",
  path: `${inShop}/{import}`,
  tags: ["Imports"],
  summary: "Throw an import away before it went in",
  request: { params, query: z.object({ version: z.coerce.number().int().min(1) }) },
  responses: { 204: { description: "Thrown away" }, ...problemResponses(...WRITE) },
});

export function importRoutes(api: Api): void {
  api.openapi(upload, async (c) => {
    const ctx = await shopOfRequest(c, c.req.valid("param").shop);
    if (c.req.header("content-type") === undefined) throw new DomainError("unsupported_media_type");
    return c.json(await uploadImport(ctx, c.req.valid("query"), c.req.raw.body ?? nothing()), 201);
  });
  api.openapi(list, async (c) => c.json(await listImports(await shopOfRequest(c, c.req.valid("param").shop), c.req.valid("query")), 200));
  api.openapi(get, async (c) => {
    const { shop, import: id } = c.req.valid("param");
    return c.json(await getImport(await shopOfRequest(c, shop), id), 200);
  });
  api.openapi(refused, async (c) => {
    const { shop, import: id } = c.req.valid("param");
    return c.json(await listRefusedRows(await shopOfRequest(c, shop), id, c.req.valid("query")), 200);
  });
  api.openapi(map, async (c) => {
    const { shop, import: id } = c.req.valid("param");
    return c.json(await mapImport(await shopOfRequest(c, shop), { ...c.req.valid("json"), importId: id }), 202);
  });
  api.openapi(commit, async (c) => {
    const { shop, import: id } = c.req.valid("param");
    return c.json(await commitImport(await shopOfRequest(c, shop), { ...c.req.valid("json"), importId: id }), 202);
  });
  api.openapi(cancel, async (c) => {
    const { shop, import: id } = c.req.valid("param");
    return c.json(await cancelImport(await shopOfRequest(c, shop), { ...c.req.valid("json"), importId: id }), 200);
  });
  api.openapi(discard, async (c) => {
    const { shop, import: id } = c.req.valid("param");
    await discardImport(await shopOfRequest(c, shop), { importId: id, version: c.req.valid("query").version });
    return c.body(null, 204);
  });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
