"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import type { ChoiceOption } from "@/components/ui/use-option-search";
import { can } from "@/lib/access/require-permission";
import { listProducts } from "@/lib/catalog/queries";
import { DomainError } from "@/lib/platform/errors";
import { addShopRemark } from "@/lib/review/add-remark";
import { archiveCopy } from "@/lib/review/archive-copy";
import { getCopyFacts, type CopyFacts } from "@/lib/review/copy-facts";
import { createCopy } from "@/lib/review/create-copy";
import { saveCopy } from "@/lib/review/save-copy";
import type { CreateCopyInput, RemarkInput, SaveCopyInput } from "@/lib/review/schema";
import { submitCopy } from "@/lib/review/submit-copy";
import { takeDownOwn } from "@/lib/review/take-down-own";
import { withdrawCopy } from "@/lib/review/withdraw-copy";

const PRODUCTS_FOUND_MAX = 20;

export async function createCopyAction(shopId: string, input: CreateCopyInput): Promise<ActionResult<{ copyId: string; version: number }>> {
  return changed(shopId, async () => createCopy(await openShop(shopId), input));
}

export async function saveCopyAction(shopId: string, input: SaveCopyInput): Promise<ActionResult<{ version: number }>> {
  return changed(shopId, async () => saveCopy(await openShop(shopId), input));
}

export async function submitCopyAction(shopId: string, input: { copyId: string; expectedVersion: number }): Promise<ActionResult<unknown>> {
  return changed(shopId, async () => submitCopy(await openShop(shopId), input));
}

export async function withdrawCopyAction(shopId: string, input: { submissionId: string }): Promise<ActionResult<void>> {
  return changed(shopId, async () => withdrawCopy(await openShop(shopId), input));
}

export async function takeDownOwnAction(shopId: string, input: { copyId: string; reason: string }): Promise<ActionResult<void>> {
  return changed(shopId, async () => takeDownOwn(await openShop(shopId), input));
}

export async function archiveCopyAction(shopId: string, input: { copyId: string }): Promise<ActionResult<void>> {
  return changed(shopId, async () => archiveCopy(await openShop(shopId), input));
}

export async function addRemarkAction(shopId: string, input: RemarkInput): Promise<ActionResult<{ id: string }>> {
  return changed(shopId, async () => addShopRemark(await openShop(shopId), input));
}

export async function readFactsAction(shopId: string, { productId, offerId }: { productId: string; offerId: string | null }): Promise<ActionResult<CopyFacts>> {
  return actionResult(async () => {
    const ctx = await openShop(shopId);
    if (!can(ctx, "copy:view")) throw new DomainError("forbidden", { params: { permission: "copy:view" } });
    return getCopyFacts(ctx, { productId: String(productId), offerId: offerId === null ? null : String(offerId) });
  });
}

export async function searchProductsAction(shopId: string, search: string): Promise<ActionResult<ChoiceOption[]>> {
  return actionResult(async () => {
    const { products } = await listProducts(await openShop(shopId), { search: search || undefined, limit: PRODUCTS_FOUND_MAX });
    return products.map(({ id, title, externalId }) => ({ value: id, label: title, hint: externalId }));
  });
}

/** Runs a write; what other pages of the shop show of it is read anew. */
async function changed<T>(shopId: string, verb: () => Promise<T>): Promise<ActionResult<T>> {
  const result = await actionResult(verb);
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}
