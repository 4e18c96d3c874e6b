import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { claimImport, getImport } from "./import-queries";
import { mapImportInput, type ProductImport } from "./import-schema";
import { createJudgement } from "./judge-rows";
import { readStagedRows, storeReasons } from "./staged-rows";

/** Says what each column means; every row is judged again. */
export async function mapImport(ctx: ShopContext, input: z.input<typeof mapImportInput>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { importId, version, mapping } = mapImportInput.parse(input);
  if (mapping.costPrice !== undefined) requirePermission(ctx, "cost:view");
  return inTransaction(ctx, async (ctx) => {
    const { header } = await claimImport(ctx, importId, version, { from: ["uploaded", "mapped"], to: "mapped" });
    const judgement = createJudgement(ctx, mapping, header.length);
    for await (const batch of readStagedRows(ctx, importId)) await storeReasons(ctx, importId, await judgement.add(batch));
    await ctx.tx.productImport.updateMany({ where: { id: importId, shopId: ctx.shopId }, data: { mapping, ...judgement.verdict } });
    await recordAudit(ctx, "import.mapped", `import:${importId}`, { mapping, ...judgement.verdict });
    return getImport(ctx, importId);
  });
}
