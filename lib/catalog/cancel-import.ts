import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { dropPieces } from "./import-pieces";
import { claimImport, getImport } from "./import-queries";
import { cancelImportInput, type ProductImport } from "./import-schema";

/**
 * Stops the work on an import. While it is checked the file is thrown away; while it is stored nothing has gone in and it stands as
 * checked again. The run at it finds that its number is gone and undoes what it did; one that was done first has won.
 */
export async function cancelImport(ctx: ShopContext, input: z.input<typeof cancelImportInput>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { importId, version } = cancelImportInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { state } = await getImport(ctx, importId);
    const { fileName } = await claimImport(ctx, importId, version, state === "checking" ? { from: ["checking"], to: "discarded" } : { from: ["committing"], to: "mapped" });
    if (state === "checking") await dropPieces(ctx, [importId]);
    await recordAudit(ctx, "import.canceled", `import:${importId}`, { fileName, state });
    return getImport(ctx, importId);
  });
}
