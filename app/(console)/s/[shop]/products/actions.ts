"use server";
import { actionResult } from "@/app/action-result";
import { openShop } from "@/app/gates";
import type { ActionResult } from "@/components/ui/refusal";
import { createProduct } from "@/lib/catalog/create-product";
import { removeProduct } from "@/lib/catalog/remove-product";
import type { CreateProductInput } from "@/lib/catalog/schema";
import { updateProduct } from "@/lib/catalog/update-product";

export async function createProductAction(shopId: string, input: CreateProductInput): Promise<ActionResult<{ id: string }>> {
  return actionResult(async () => idOf(await createProduct(await openShop(shopId), input)));
}

export async function updateProductAction(shopId: string, productId: string, input: CreateProductInput, version: number | null): Promise<ActionResult<{ id: string }>> {
  return actionResult(async () => idOf(await updateProduct(await openShop(shopId), { ...input, productId, version: version ?? 0 })));
}

export async function removeProductAction(shopId: string, productId: string, version: number): Promise<ActionResult<void>> {
  return actionResult(async () => removeProduct(await openShop(shopId), { productId, version }));
}

const idOf = ({ id }: { id: string }) => ({ id });
