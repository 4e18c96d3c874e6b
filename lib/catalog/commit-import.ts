import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { claimImport, getImport } from "./import-queries";
import { commitImportInput, type ProductImport } from "./import-schema";
import { queueImportRun } from "./queue-import-run";

/** Sends the accepted rows on their way into the catalog, once; store-import.ts puts them there, all of them or none. */
export async function commitImport(ctx: ShopContext, input: z.input<typeof commitImportInput>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { importId, version } = commitImportInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { acceptedCount, rowCount } = await getImport(ctx, importId);
    const { mapping, attempt, fileName, fileSha256, fileBytes } = await claimImport(ctx, importId, version, { from: ["mapped"], to: "committing", run: { total: rowCount } });
    if (mapping.costPrice !== undefined) requirePermission(ctx, "cost:view");
    if (acceptedCount === 0) throw new DomainError("wrong_state", { params: { state: "nothing-accepted" } });
    await queueImportRun(ctx, { importId, attempt, fileBytes });
    await recordAudit(ctx, "import.confirmed", `import:${importId}`, { fileName, fileSha256, acceptedCount });
    return getImport(ctx, importId);
  });
}
