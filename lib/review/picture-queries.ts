import type { Prisma } from "@/generated/prisma/client";
import { requirePermission } from "@/lib/access/require-permission";
import type { Context, InTx, PlatformContext, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import type { Picture, PictureState } from "./picture";
import type { PictureType } from "./read-picture-header";
import type { ReadingProblem } from "./reading";
import type { RecognizedLine } from "./recognized-lines";

export const PICTURE_FIELDS = {
  id: true,
  productId: true,
  sha256: true,
  mediaType: true,
  width: true,
  height: true,
  byteCount: true,
  state: true,
  progress: true,
  lines: true,
  problem: true,
  createdAt: true,
  readAt: true,
} as const satisfies Prisma.CopyPictureSelect;

export const toPicture = ({ mediaType, state, lines, problem, createdAt, readAt, ...row }: Prisma.CopyPictureGetPayload<{ select: typeof PICTURE_FIELDS }>): Picture => ({
  ...row,
  mediaType: mediaType as PictureType,
  state: state as PictureState,
  lines: lines as unknown as RecognizedLine[],
  problem: problem as ReadingProblem | null,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

/** The shop's picture with exactly these bytes, if there is one. */
export async function findPicture(ctx: InTx<ShopContext>, sha256: string): Promise<Picture | null> {
  const row = await ctx.tx.copyPicture.findUnique({ where: { shopId_sha256: { shopId: ctx.shopId, sha256 } }, select: PICTURE_FIELDS });
  return row && toPicture(row);
}

/** The poster that a version holds, for whoever may see the version. */
export async function pictureOfVersion(ctx: InTx<Context>, pictureId: string | null, shopId: string): Promise<Picture | null> {
  if (pictureId === null) return null;
  return toPicture(await ctx.tx.copyPicture.findUniqueOrThrow({ where: { id: pictureId, shopId }, select: PICTURE_FIELDS }));
}

export async function getPicture(ctx: ShopContext, pictureId: string): Promise<Picture> {
  requirePermission(ctx, "copy:view");
  const row = await inRead(ctx, ({ tx }) => tx.copyPicture.findUnique({ where: { id: pictureId, shopId: ctx.shopId }, select: PICTURE_FIELDS }));
  if (!row) throw notFound("picture");
  return toPicture(row);
}

export interface PictureFile {
  mediaType: PictureType;
  sha256: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const FILE_FIELDS = { mediaType: true, sha256: true, bytes: true } as const satisfies Prisma.CopyPictureSelect;

export async function getPictureFile(ctx: ShopContext, pictureId: string): Promise<PictureFile> {
  requirePermission(ctx, "copy:view");
  const row = await inRead(ctx, ({ tx }) => tx.copyPicture.findUnique({ where: { id: pictureId, shopId: ctx.shopId }, select: FILE_FIELDS }));
  if (!row) throw notFound("picture");
  return { ...row, mediaType: row.mediaType as PictureType };
}

/** For compliance and audit: of what was submitted, and nothing else of a shop. */
export async function getSubmittedPictureFile(ctx: PlatformContext, pictureId: string): Promise<PictureFile> {
  requirePermission(ctx, "review:view");
  const row = await inRead(ctx, async ({ tx }) => {
    const [submitted] = await tx.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM copy_version v JOIN copy_submission s ON s.copy_id = v.copy_id AND s.version = v.version WHERE v.picture_id = ${pictureId} LIMIT 1`;
    return submitted ? tx.copyPicture.findUnique({ where: { id: pictureId }, select: FILE_FIELDS }) : null;
  });
  if (!row) throw notFound("picture");
  return { ...row, mediaType: row.mediaType as PictureType };
}
