import { hash } from "node:crypto";
import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { addJob } from "@/lib/platform/jobs";
import { inTransaction } from "@/lib/platform/transaction";
import type { Picture } from "./picture";
import { findPicture, PICTURE_FIELDS, toPicture } from "./picture-queries";
import { PICTURE_BYTES_MAX, readPictureHeader } from "./read-picture-header";
import { refusedPicture } from "./refuse-picture";
import { uploadPosterInput } from "./schema";

/** Pictures of a shop that no text holds; the oldest give way. */
const LOOSE_MAX = 50;
/** Pictures of a shop that wait to be read: the others wait for them too. */
const WAITING_MAX = 5;
const WAIT_S = 60;

/**
 * Takes a poster in and has its text read in the background. Its header is looked at and nothing is decoded. The same bytes again are the
 * picture that is there, with what was read of it; one that failed for no fault of its own is tried again.
 */
export async function uploadPoster(ctx: ShopContext, input: z.input<typeof uploadPosterInput>, body: AsyncIterable<Uint8Array>): Promise<{ picture: Picture; isNew: boolean }> {
  requirePermission(ctx, "copy:edit");
  const { product: productId = null } = uploadPosterInput.parse(input);
  const bytes = await receive(body);
  const header = readPictureHeader(bytes);
  if (!header.ok) throw refusedPicture(header);
  const { mediaType, width, height } = header;
  const sha256 = hash("sha256", bytes);
  return inTransaction(ctx, async (ctx) => {
    if (productId !== null && !(await ctx.tx.product.findFirst({ where: { id: productId, shopId: ctx.shopId, removed: false }, select: { id: true } }))) throw notFound("product");
    const known = await findPicture(ctx, sha256);
    if (known) return { picture: await askAgain(ctx, known), isNew: false };
    await refuseCrowd(ctx);
    await giveWay(ctx);
    const now = ctx.clock.now();
    const id = newId("pic", now);
    const { count } = await ctx.tx.copyPicture.createMany({
      data: [{ id, shopId: ctx.shopId, productId, sha256, mediaType, width, height, byteCount: bytes.length, bytes, state: "waiting", createdBy: ctx.actor.id ?? ctx.actor.name, createdAt: now, askedAt: now }],
      skipDuplicates: true,
    });
    // Somebody sent the same bytes at the same moment.
    if (count === 0) return { picture: (await findPicture(ctx, sha256))!, isNew: false };
    await queueReading(ctx, id);
    await recordAudit(ctx, "copy.picture-uploaded", `picture:${id}`, { fileSha256: sha256, fileBytes: bytes.length, mediaType, width, height, ...(productId && { productId }) });
    return { picture: (await findPicture(ctx, sha256))!, isNew: true };
  });
}

async function receive(body: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > PICTURE_BYTES_MAX) throw refusedPicture({ reason: "too-large", max: PICTURE_BYTES_MAX });
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function askAgain(ctx: InTx<ShopContext>, { id, state, problem }: Picture): Promise<Picture> {
  const isWorthATry = state === "failed" && problem !== "undecodable";
  const again = isWorthATry ? { state: "waiting", progress: 0, attempt: 0, problem: null, readAt: null } : {};
  const row = await ctx.tx.copyPicture.update({ where: { id, shopId: ctx.shopId }, data: { askedAt: ctx.clock.now(), ...again }, select: PICTURE_FIELDS });
  if (isWorthATry) await queueReading(ctx, id);
  return toPicture(row);
}

/** One after the other, whichever shop they are of: each takes a processor for seconds. */
const queueReading = (ctx: InTx<ShopContext>, pictureId: string): Promise<void> => addJob(ctx, "read-poster", { shopId: ctx.shopId, pictureId }, { key: `read-poster:${pictureId}`, queue: "ocr" });

async function refuseCrowd(ctx: InTx<ShopContext>): Promise<void> {
  const waiting = await ctx.tx.copyPicture.count({ where: { shopId: ctx.shopId, isKept: false, state: { in: ["waiting", "reading"] } } });
  if (waiting >= WAITING_MAX) throw new DomainError("rate_limited", { params: { seconds: WAIT_S } });
}

async function giveWay(ctx: InTx<ShopContext>): Promise<void> {
  const old = await ctx.tx.copyPicture.findMany({
    where: { shopId: ctx.shopId, isKept: false, state: { in: ["read", "failed"] } },
    orderBy: [{ askedAt: "desc" }, { id: "asc" }],
    skip: LOOSE_MAX - 1,
    take: LOOSE_MAX,
    select: { id: true },
  });
  if (old.length > 0) await ctx.tx.copyPicture.deleteMany({ where: { shopId: ctx.shopId, isKept: false, id: { in: old.map(({ id }) => id) } } });
}
