import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { enterPlatform } from "@/lib/access/gates";
import { DomainError } from "@/lib/platform/errors";
import { PICTURE_STATES } from "@/lib/review/picture";
import { getPicture, getPictureFile, getSubmittedPictureFile, type PictureFile } from "@/lib/review/picture-queries";
import { PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX, PICTURE_SIDE_MAX, PICTURE_TYPES } from "@/lib/review/read-picture-header";
import { READING_PROBLEMS } from "@/lib/review/reading";
import { uploadPosterInput } from "@/lib/review/schema";
import { uploadPoster } from "@/lib/review/upload-poster";
import type { Api, ApiEnv } from "../api-env";
import { isSameEntity } from "../entity-tag";
import { problemResponses } from "../problem";
import { requireSignedIn } from "../require-signed-in";
import { shopOfRequest } from "../shop-of-request";

const TAGS = ["Copy"];
const SHOP = "/api/v1/shops/{shop}/copy-pictures";
const shopParams = z.object({ shop: z.string().min(1).max(200) });
const picture = z.string().min(1).max(60);
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const readProblems = problemResponses("unauthenticated", "forbidden", "not_found", "invalid_input");

const binary = { schema: z.string().openapi({ format: "binary" }) };
const FILE = Object.fromEntries(PICTURE_TYPES.map((type) => [type, binary]));

const pictureSchema = z
  .object({
    id: z.string(),
    productId: z.string().nullable(),
    sha256: z.string(),
    mediaType: z.enum(PICTURE_TYPES),
    width: z.int(),
    height: z.int(),
    byteCount: z.int(),
    state: z.enum(PICTURE_STATES),
    progress: z.int().openapi({ description: "percent of the reading" }),
    lines: z
      .array(z.object({ text: z.string(), confidence: z.int(), box: z.object({ x0: z.int(), y0: z.int(), x1: z.int(), y1: z.int() }) }))
      .openapi({ description: "what was recognized once the state is `read`; confidence from 0 to 100, boxes in pixels from the upper left corner" }),
    problem: z.enum(READING_PROBLEMS).nullable(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .openapi("CopyPicture");

const upload = createRoute({
  method: "post",
  path: SHOP,
  tags: TAGS,
  summary: "Upload a poster to have its text read",
  description: `The body is the picture itself: PNG, JPEG or WebP, which of them its bytes tell; up to ${PICTURE_BYTES_MAX / 1_000_000} MB, ${PICTURE_PIXELS_MAX / 1_000_000} megapixels and ${PICTURE_SIDE_MAX} pixels a side. Its text is read in the background: ask for the picture until its state is \`read\` or \`failed\`. The same bytes again are the same picture.`,
  request: { params: shopParams, query: uploadPosterInput, body: { required: true, content: FILE } },
  responses: {
    200: json(pictureSchema, "The picture that was there already"),
    201: json(pictureSchema, "The picture, waiting to be read"),
    ...problemResponses("unauthenticated", "forbidden", "cross_site", "not_found", "too_large", "unsupported_media_type", "unreadable_file", "invalid_input"),
  },
});
const get = createRoute({
  method: "get",
  path: `${SHOP}/{picture}`,
  tags: TAGS,
  summary: "How far the reading of a poster is, and its lines",
  request: { params: shopParams.extend({ picture }) },
  responses: { 200: json(pictureSchema, "The picture"), ...readProblems },
});
const fileResponses = { 200: { description: "The picture as it was uploaded", content: FILE }, 304: { description: "Not changed" }, ...readProblems };
const getFile = createRoute({
  method: "get",
  path: `${SHOP}/{picture}/file`,
  tags: TAGS,
  summary: "The poster itself",
  request: { params: shopParams.extend({ picture }) },
  responses: fileResponses,
});
const getSubmittedFile = createRoute({
  method: "get",
  path: "/api/v1/copy-pictures/{picture}/file",
  tags: TAGS,
  summary: "The poster of a text that was submitted, for compliance and audit",
  request: { params: z.object({ picture }) },
  responses: fileResponses,
});

export function copyPictureRoutes(api: Api): void {
  api.openapi(upload, async (c) => {
    const ctx = await shopOfRequest(c, c.req.valid("param").shop);
    if (c.req.header("content-type") === undefined) throw new DomainError("unsupported_media_type");
    const { picture, isNew } = await uploadPoster(ctx, c.req.valid("query"), c.req.raw.body ?? nothing());
    return c.json(picture, isNew ? 201 : 200);
  });
  api.openapi(get, async (c) => {
    const { shop, picture } = c.req.valid("param");
    return c.json(await getPicture(await shopOfRequest(c, shop), picture), 200);
  });
  api.openapi(getFile, async (c) => {
    const { shop, picture } = c.req.valid("param");
    return answerFile(c, picture, await getPictureFile(await shopOfRequest(c, shop), picture));
  });
  api.openapi(getSubmittedFile, async (c) => {
    const { picture } = c.req.valid("param");
    return answerFile(c, picture, await getSubmittedPictureFile(await enterPlatform(requireSignedIn(c), { requestId: c.get("requestId") }), picture));
  });
}

/** What somebody uploaded: shown as the picture that its bytes are, and as nothing else. Asked for anew each time, since who may see it can change. */
function answerFile(c: Context<ApiEnv>, id: string, { mediaType, sha256, bytes }: PictureFile) {
  const etag = `"${sha256}"`;
  c.header("etag", etag);
  c.header("cache-control", "private, no-cache");
  c.header("x-content-type-options", "nosniff");
  if (isSameEntity(c.req.header("if-none-match"), etag)) return c.body(null, 304);
  c.header("content-type", mediaType);
  c.header("content-disposition", `inline; filename="${id}.${mediaType.slice("image/".length)}"`);
  c.header("content-security-policy", "default-src 'none'; sandbox");
  return c.body(bytes, 200);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
