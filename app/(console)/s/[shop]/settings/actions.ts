"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import type { ShopRow } from "@/lib/shops/queries";
import { renameShop } from "@/lib/shops/rename-shop";
import type { RenameShopInput } from "@/lib/shops/schema";

export async function renameShopAction(shopId: string, input: RenameShopInput): Promise<ActionResult<ShopRow>> {
  const result = await actionResult(async () => renameShop(await openShop(shopId), input));
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}
