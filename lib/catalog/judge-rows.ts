import type { InTx, ShopContext } from "@/lib/platform/context";
import type { Mapping } from "./import-schema";
import { createRowJudge } from "./judge-import-row";
import type { CsvRow } from "./read-csv";
import { findKnownExternalIds, type StagedRow } from "./staged-rows";

export interface Verdict {
  acceptedCount: number;
  refusedCount: number;
  /** products that would be new */
  createdCount: number;
  /** products that are there already */
  updatedCount: number;
}

/** Judges an import batch by batch and counts what would go in. */
export function createJudgement(ctx: InTx<ShopContext>, mapping: Mapping, columnCount: number) {
  const judge = createRowJudge(mapping, columnCount);
  const counted = new Set<string>();
  const verdict: Verdict = { acceptedCount: 0, refusedCount: 0, createdCount: 0, updatedCount: 0 };

  async function add(rows: readonly CsvRow[]): Promise<StagedRow[]> {
    const fresh: string[] = [];
    const staged = rows.map(({ line, cells }) => {
      const judged = judge(line, cells);
      if (!judged.ok) {
        verdict.refusedCount++;
        return { line, cells, reasons: judged.reasons };
      }
      verdict.acceptedCount++;
      if (!counted.has(judged.sku.externalId)) fresh.push(judged.sku.externalId);
      counted.add(judged.sku.externalId);
      return { line, cells, reasons: [] };
    });
    const known = await findKnownExternalIds(ctx, fresh);
    verdict.updatedCount += known.size;
    verdict.createdCount += fresh.length - known.size;
    return staged;
  }

  return { add, verdict };
}
