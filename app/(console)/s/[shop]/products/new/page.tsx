import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { ProductForm } from "@/components/catalog/product-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { createProductAction } from "../actions";

type Props = { params: Promise<{ shop: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("new") };
}

export default async function NewProductPage({ params }: Props) {
  const ctx = await openShop((await params).shop);
  if (!can(ctx, "product:edit")) notFound();
  const [t, categories, tags] = await Promise.all([getTranslations("products"), listCategories(ctx), listTags(ctx)]);
  const base = `/s/${ctx.shopId}/products`;
  return (
    <>
      <PageHeader title={t("new")} description={t("form.newDescription")} breadcrumbs={[{ label: t("title"), href: base }, { label: t("new") }]} />
      <ProductForm
        product={null}
        base={base}
        categories={categories.map(({ value }) => value).filter((value) => value !== "")}
        tags={tags.map(({ value }) => value)}
        seesCost={can(ctx, "cost:view")}
        save={createProductAction.bind(null, ctx.shopId)}
      />
    </>
  );
}
