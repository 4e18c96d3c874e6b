import { createHash } from "node:crypto";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { mappingSchema, type Mapping } from "./import-schema";

/** Headers that a shop is remembered by; the longest unused gives way. */
const REMEMBERED_MAX = 50;

/** What the columns of a file with this header meant the last time, or null. */
export async function findRememberedMapping(ctx: InTx<ShopContext>, header: readonly string[]): Promise<Mapping | null> {
  const row = await ctx.tx.importMapping.findUnique({ where: { shopId_headerSha256: { shopId: ctx.shopId, headerSha256: hashOf(header) } } });
  return row ? mappingSchema.parse(row.mapping) : null;
}

export async function rememberMapping(ctx: InTx<ShopContext>, header: readonly string[], mapping: Mapping): Promise<void> {
  const key = { shopId: ctx.shopId, headerSha256: hashOf(header) };
  const usedAt = ctx.clock.now();
  await ctx.tx.importMapping.upsert({ where: { shopId_headerSha256: key }, create: { ...key, mapping, usedAt }, update: { mapping, usedAt } });
  const old = await ctx.tx.importMapping.findMany({ where: { shopId: ctx.shopId }, orderBy: { usedAt: "desc" }, skip: REMEMBERED_MAX, take: REMEMBERED_MAX, select: { headerSha256: true } });
  if (old.length > 0) await ctx.tx.importMapping.deleteMany({ where: { shopId: ctx.shopId, headerSha256: { in: old.map(({ headerSha256 }) => headerSha256) } } });
}

const hashOf = (header: readonly string[]): string => createHash("sha256").update(JSON.stringify(header)).digest("hex");
