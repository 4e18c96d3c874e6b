import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { dropPieces } from "./import-pieces";
import { claimImport } from "./import-queries";
import { discardImportInput } from "./import-schema";

/** Throws an upload away before it went in: the file and its rows are gone. */
export async function discardImport(ctx: ShopContext, input: z.input<typeof discardImportInput>): Promise<void> {
  requirePermission(ctx, "product:import");
  const { importId, version } = discardImportInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { fileName, fileSha256 } = await claimImport(ctx, importId, version, { from: ["uploaded", "mapped", "failed"], to: "discarded" });
    await ctx.tx.productImportRow.deleteMany({ where: { shopId: ctx.shopId, importId } });
    await dropPieces(ctx, [importId]);
    await recordAudit(ctx, "import.discarded", `import:${importId}`, { fileName, fileSha256 });
  });
}
