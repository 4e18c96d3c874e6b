import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { claimImport, getImport } from "./import-queries";
import { mapImportInput, type ProductImport } from "./import-schema";
import { queueImportRun } from "./queue-import-run";
import { rememberMapping } from "./remembered-mapping";

/** Says what each column means; every row goes to be checked again, and the next file with the same header means the same. */
export async function mapImport(ctx: ShopContext, input: z.input<typeof mapImportInput>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { importId, version, mapping } = mapImportInput.parse(input);
  if (mapping.costPrice !== undefined) requirePermission(ctx, "cost:view");
  return inTransaction(ctx, async (ctx) => {
    const { fileBytes } = await getImport(ctx, importId);
    const { header, attempt } = await claimImport(ctx, importId, version, { from: ["uploaded", "mapped", "failed"], to: "checking", run: { total: fileBytes } });
    await ctx.tx.productImport.updateMany({ where: { id: importId, shopId: ctx.shopId }, data: { mapping } });
    await rememberMapping(ctx, header, mapping);
    await queueImportRun(ctx, { importId, attempt, fileBytes });
    await recordAudit(ctx, "import.mapped", `import:${importId}`, { mapping });
    return getImport(ctx, importId);
  });
}
