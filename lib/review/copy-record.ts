import type { Context, InTx, ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { OPEN_STATES } from "./submission-state";

export interface CopyRecord {
  id: string;
  shopId: string;
  productId: string;
  placement: string;
  kind: string;
  offerId: string | null;
  version: number;
  liveSubmissionId: string | null;
  archivedAt: Date | null;
}

/** The text with its row locked, so that what is decided on its state holds until the commit. */
export async function lockCopy(ctx: InTx<ShopContext>, copyId: string): Promise<CopyRecord> {
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT id FROM copy WHERE id = ${copyId} AND shop_id = ${ctx.shopId} FOR UPDATE`;
  if (!row) throw notFound("copy");
  return ctx.tx.copy.findFirstOrThrow({ where: { id: copyId, shopId: ctx.shopId } });
}

export function refuseArchived({ archivedAt }: Pick<CopyRecord, "archivedAt">): void {
  if (archivedAt) throw new DomainError("wrong_state", { params: { what: "copy", state: "archived" } });
}

/** Who saves second reads what the other wrote. */
export async function refuseStaleCopy(ctx: InTx<ShopContext>, { id, version }: CopyRecord, expectedVersion: number): Promise<void> {
  if (version === expectedVersion) return;
  const theirs = await ctx.tx.copyVersion.findUnique({ where: { copyId_version: { copyId: id, version } }, select: { text: true } });
  throw new DomainError("conflict", { params: { what: "copy" }, data: { version, text: theirs?.text ?? "" } });
}

/** The submission of a text that is still on its way, if any. */
export async function findOpenSubmission(ctx: InTx<Context>, copyId: string) {
  return ctx.tx.copySubmission.findFirst({ where: { copyId, state: { in: [...OPEN_STATES] } }, orderBy: { submittedAt: "desc" } });
}
