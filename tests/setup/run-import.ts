import { runImport } from "@/lib/catalog/run-import";
import { getImport } from "@/lib/catalog/import-queries";
import type { ProductImport } from "@/lib/catalog/import-schema";
import type { ShopContext } from "@/lib/platform/context";
import { asOwner } from "./as-owner";

/** Does what the job worker would do with an import now, and tells how it stands then. */
export async function workOn(ctx: ShopContext, importId: string): Promise<ProductImport> {
  const [row] = await asOwner<{ attempt: number }>("SELECT attempt FROM product_import WHERE id = $1", [importId]);
  await runImport({ shopId: ctx.shopId, importId, attempt: row!.attempt });
  return getImport(ctx, importId);
}
