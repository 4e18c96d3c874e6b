import { Prisma } from "@/generated/prisma/client";
import { requirePermission } from "@/lib/access/require-permission";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { ENCODINGS, FILE_KINDS, IMPORT_STATES, mappingSchema, REFUSED_PAGE_SIZE_MAX, RUNNING_STATES, type ImportProblem, type ImportState, type ProductImport } from "./import-schema";
import type { RefusedRow } from "./refused-rows";

const IMPORTS_PAGE_SIZE = 20;

export async function getImport(ctx: ShopContext, importId: string): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const row = await inRead(ctx, ({ tx }) => tx.productImport.findFirst({ where: { id: importId, shopId: ctx.shopId } }));
  if (!row) throw notFound("import");
  return asImport(row);
}

/** The shop's latest imports, newest first; what was thrown away is left out. */
export async function listImports(ctx: ShopContext, { after }: { after?: string } = {}): Promise<{ imports: ProductImport[]; next: string | null }> {
  requirePermission(ctx, "product:import");
  const rows = await inRead(ctx, ({ tx }) =>
    tx.productImport.findMany({
      where: { shopId: ctx.shopId, state: { not: "discarded" }, id: after ? { lt: after } : undefined },
      orderBy: { id: "desc" },
      take: IMPORTS_PAGE_SIZE + 1,
    }),
  );
  const page = rows.slice(0, IMPORTS_PAGE_SIZE);
  return { imports: page.map(asImport), next: rows.length > IMPORTS_PAGE_SIZE ? page.at(-1)!.id : null };
}

/** The rows that stay out and why, in the order of the file. */
export async function listRefusedRows(ctx: ShopContext, importId: string, { after = 0, limit = REFUSED_PAGE_SIZE_MAX }: { after?: number; limit?: number } = {}): Promise<{ rows: RefusedRow[]; next: number | null }> {
  requirePermission(ctx, "product:import");
  const size = Math.min(limit, REFUSED_PAGE_SIZE_MAX);
  return inRead(ctx, async (ctx) => {
    await getImport(ctx, importId);
    const rows = await ctx.tx.$queryRaw<RefusedRow[]>`
      SELECT line, cells, reasons FROM product_import_row
      WHERE shop_id = ${ctx.shopId} AND import_id = ${importId} AND line > ${after}::int ORDER BY line LIMIT ${size + 1}::int`;
    const page = rows.slice(0, size);
    return { rows: page, next: rows.length > size ? page.at(-1)!.line : null };
  });
}

export interface Claim {
  from: readonly ImportState[];
  to: ImportState;
  /** the work that begins with it; a run that is at it loses its number */
  run?: { total: number };
}

/** Takes an import over into another state, once: whoever comes second gets conflict or wrong_state. */
export async function claimImport(ctx: InTx<ShopContext>, importId: string, version: number, { from, to, run = { total: 0 } }: Claim): Promise<ProductImport & { attempt: number }> {
  const claimed = await ctx.tx.productImport.updateManyAndReturn({
    where: { id: importId, shopId: ctx.shopId, version, state: { in: [...from] } },
    data: { state: to, version: { increment: 1 }, attempt: { increment: 1 }, doneCount: 0, totalCount: run.total, askedBy: ctx.actor.id, seenAliveAt: ctx.clock.now(), problem: Prisma.DbNull },
  });
  if (claimed[0]) return { ...asImport(claimed[0]), attempt: claimed[0].attempt };
  const current = await getImport(ctx, importId);
  if (!from.includes(current.state)) throw new DomainError("wrong_state", { params: { state: current.state } });
  throw new DomainError("conflict", { data: { current } });
}

type StoredImport = NonNullable<Awaited<ReturnType<InTx["tx"]["productImport"]["findFirst"]>>>;

function asImport(row: StoredImport): ProductImport {
  return {
    id: row.id,
    fileName: row.fileName,
    fileSha256: row.fileSha256,
    fileBytes: row.fileBytes,
    kind: FILE_KINDS.find((kind) => kind === row.kind)!,
    encoding: ENCODINGS.find((encoding) => encoding === row.encoding) ?? null,
    state: IMPORT_STATES.find((state) => state === row.state)!,
    header: row.header,
    sample: row.sample as string[][],
    mapping: mappingSchema.parse(row.mapping),
    rowCount: row.rowCount,
    acceptedCount: row.acceptedCount,
    refusedCount: row.refusedCount,
    createdCount: row.createdCount,
    updatedCount: row.updatedCount,
    progress: { done: row.doneCount, total: row.totalCount },
    problem: row.problem as ImportProblem | null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    committedAt: row.committedAt?.toISOString() ?? null,
  };
}

/** The import as the run with this number has it, with the person it works for; null where the run is not wanted any more. */
export async function findRun(ctx: ShopContext, importId: string, attempt: number): Promise<{ current: ProductImport; attempt: number; askedBy: string | null } | null> {
  const row = await inRead(ctx, ({ tx }) => tx.productImport.findFirst({ where: { id: importId, shopId: ctx.shopId, attempt, state: { in: [...RUNNING_STATES] } } }));
  return row ? { current: asImport(row), attempt, askedBy: row.askedBy } : null;
}
