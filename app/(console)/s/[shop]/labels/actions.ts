"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import type { ChoiceOption } from "@/components/ui/use-option-search";
import { listProducts } from "@/lib/catalog/queries";
import { liftStop } from "@/lib/labels/lift-stop";
import type { StopLabelsInput } from "@/lib/labels/schema";
import { stopLabels } from "@/lib/labels/stop-labels";

const OPTIONS_MAX = 20;

export async function stopLabelsAction(shopId: string, input: StopLabelsInput): Promise<ActionResult<unknown>> {
  const result = await actionResult(async () => stopLabels(await openShop(shopId), input));
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}

export async function liftStopAction(shopId: string, input: StopLabelsInput): Promise<ActionResult<unknown>> {
  const result = await actionResult(async () => liftStop(await openShop(shopId), input));
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}

export async function searchProductsAction(shopId: string, search: string): Promise<ChoiceOption[]> {
  const { products } = await listProducts(await openShop(shopId), { search: search || undefined, limit: OPTIONS_MAX });
  return products.map(({ id, title, externalId }) => ({ value: id, label: title, hint: externalId }));
}
