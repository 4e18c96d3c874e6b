"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { markRead } from "@/lib/notifications/mark-read";
import type { MarkReadInput } from "@/lib/notifications/schema";

export async function markReadAction(shopId: string, input: MarkReadInput): Promise<ActionResult<{ marked: number }>> {
  const result = await actionResult(async () => markRead(await openShop(shopId), input));
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}
