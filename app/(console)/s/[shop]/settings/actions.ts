"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openAccount, openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { changePassword } from "@/lib/accounts/change-password";
import { endSessions } from "@/lib/accounts/end-sessions";
import type { ChangePasswordInput } from "@/lib/accounts/schema";
import type { ShopRow } from "@/lib/shops/queries";
import { renameShop } from "@/lib/shops/rename-shop";
import type { RenameShopInput } from "@/lib/shops/schema";

export async function changePasswordAction(input: ChangePasswordInput): Promise<ActionResult<void>> {
  return actionResult(async () => changePassword(await openAccount(), input));
}

export async function endSessionsAction(): Promise<ActionResult<void>> {
  return actionResult(async () => endSessions(await openAccount()));
}

export async function renameShopAction(shopId: string, input: RenameShopInput): Promise<ActionResult<ShopRow>> {
  const result = await actionResult(async () => renameShop(await openShop(shopId), input));
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}
