import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openShop, orNotFound } from "@/app/gates";
import { ProductForm } from "@/components/catalog/product-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { getProduct } from "@/lib/catalog/queries";
import { updateProductAction } from "../../actions";

type Props = { params: Promise<{ shop: string; product: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("edit") };
}

export default async function EditProductPage({ params }: Props) {
  const { shop, product: productId } = await params;
  const ctx = await openShop(shop);
  if (!can(ctx, "product:edit")) notFound();
  const [t, product, categories, tags] = await Promise.all([getTranslations("products"), orNotFound(getProduct(ctx, productId)), listCategories(ctx), listTags(ctx)]);
  const base = `/s/${ctx.shopId}/products`;
  return (
    <>
      <PageHeader title={t("edit")} breadcrumbs={[{ label: t("title"), href: base }, { label: product.title, href: `${base}/${product.id}` }, { label: t("edit") }]} />
      <ProductForm
        product={product}
        base={base}
        categories={categories.map(({ value }) => value).filter((value) => value !== "")}
        tags={tags.map(({ value }) => value)}
        seesCost={can(ctx, "cost:view")}
        save={updateProductAction.bind(null, ctx.shopId, product.id)}
      />
    </>
  );
}
