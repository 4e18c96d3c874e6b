"use server";
import { revalidatePath } from "next/cache";
import { actionResult } from "@/app/action-result";
import { openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import type { ChoiceOption } from "@/components/ui/use-option-search";
import { listProducts } from "@/lib/catalog/queries";
import { createOffer } from "@/lib/offers/create-offer";
import { endOffer } from "@/lib/offers/end-offer";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { publishOffer, type Published } from "@/lib/offers/publish-offer";
import { recordBudgetUse, type BudgetUseRecorded } from "@/lib/offers/record-budget-use";
import { resumeOffer } from "@/lib/offers/resume-offer";
import { saveDraft } from "@/lib/offers/save-draft";

const PRODUCTS_FOUND_MAX = 20;

type InputOf<Verb extends (ctx: never, input: never) => unknown> = Parameters<Verb>[1];

export async function createOfferAction(shopId: string, input: InputOf<typeof createOffer>): Promise<ActionResult<{ offerId: string; draftVersion: number }>> {
  return changed(shopId, async () => createOffer(await openShop(shopId), input));
}

export async function saveDraftAction(shopId: string, input: InputOf<typeof saveDraft>): Promise<ActionResult<{ draftVersion: number }>> {
  return changed(shopId, async () => saveDraft(await openShop(shopId), input));
}

export async function publishOfferAction(shopId: string, input: InputOf<typeof publishOffer>): Promise<ActionResult<Published>> {
  return changed(shopId, async () => publishOffer(await openShop(shopId), input));
}

export async function pauseOfferAction(shopId: string, input: InputOf<typeof pauseOffer>): Promise<ActionResult<void>> {
  return changed(shopId, async () => pauseOffer(await openShop(shopId), input));
}

export async function resumeOfferAction(shopId: string, input: InputOf<typeof resumeOffer>): Promise<ActionResult<void>> {
  return changed(shopId, async () => resumeOffer(await openShop(shopId), input));
}

export async function endOfferAction(shopId: string, input: InputOf<typeof endOffer>): Promise<ActionResult<void>> {
  return changed(shopId, async () => endOffer(await openShop(shopId), input));
}

export async function recordBudgetUseAction(shopId: string, input: InputOf<typeof recordBudgetUse>): Promise<ActionResult<BudgetUseRecorded>> {
  return changed(shopId, async () => recordBudgetUse(await openShop(shopId), input));
}

export async function searchProductsAction(shopId: string, search: string): Promise<ActionResult<ChoiceOption[]>> {
  return actionResult(async () => {
    const { products } = await listProducts(await openShop(shopId), { search, limit: PRODUCTS_FOUND_MAX });
    return products.map(({ id, title, externalId }) => ({ value: id, label: title, hint: externalId }));
  });
}

/** Runs a write; what other pages of the shop show of it is read anew. */
async function changed<T>(shopId: string, verb: () => Promise<T>): Promise<ActionResult<T>> {
  const result = await actionResult(verb);
  if (result.ok) revalidatePath(`/s/${shopId}`, "layout");
  return result;
}
