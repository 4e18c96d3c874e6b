import { enterShop } from "@/lib/access/gates";
import { createProduct } from "@/lib/catalog/create-product";
import { getProduct, hasProducts, listProducts } from "@/lib/catalog/queries";
import { updateProduct } from "@/lib/catalog/update-product";
import { movableClock } from "@/lib/platform/clock";
import type { ShopContext } from "@/lib/platform/context";
import { PEOPLE, SHOPS } from "./cast";
import { OUTDOOR_PRODUCTS, TEA_PRODUCTS, type DemoProduct } from "./catalog-data";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The goods of two shops, added by their owners a month ago; the third shop stays empty. A shop that has goods stays as it is. */
export async function seedCatalog(now = new Date()): Promise<void> {
  const monthAgo = new Date(now.getTime() - 30 * DAY_MS);
  await seedShop(PEOPLE.owner, SHOPS.tea.id, TEA_PRODUCTS, monthAgo);
  await seedShop(PEOPLE.stranger, SHOPS.other.id, OUTDOOR_PRODUCTS, monthAgo);
}

async function seedShop(person: { id: string; name: string }, shopId: string, products: DemoProduct[], at: Date): Promise<void> {
  const clock = movableClock(at);
  const ctx = await enterShop({ userId: person.id, name: person.name, locale: null, theme: null }, shopId, { clock });
  if (await hasProducts(ctx)) return;
  // Lists show the newest first, so the first of the file is added last.
  for (const product of [...products].reverse()) {
    await createProduct(ctx, {
      externalId: product.externalId,
      title: product.title,
      category: product.category,
      contentTags: product.tags,
      skus: product.skus.map((sku) => ({
        code: sku.code,
        name: sku.name,
        cashPriceFen: sku.cash,
        installmentPriceFen: sku.installment ?? sku.cash,
        listPriceFen: sku.list ?? null,
        costPriceFen: sku.cost,
        inStock: !sku.soldOut,
      })),
    });
    clock.advance(60_000);
  }
  if (shopId !== SHOPS.tea.id) return;
  // A price that was lower during a sale and rose again: something to see in the history.
  clock.advance(12 * DAY_MS);
  await reprice(ctx, "TH2001", 269900);
  clock.advance(7 * DAY_MS);
  await reprice(ctx, "TH2001", 299900);
}

async function reprice(ctx: ShopContext, externalId: string, cashPriceFen: number): Promise<void> {
  const { products } = await listProducts(ctx, { search: externalId });
  const row = products.find((product) => product.externalId === externalId);
  if (!row) return;
  const { id, version, title, category, contentTags, skus } = await getProduct(ctx, row.id);
  await updateProduct(ctx, { productId: id, version, title, category, contentTags, skus: skus.map((sku) => ({ ...sku, cashPriceFen, installmentPriceFen: cashPriceFen })) });
}
