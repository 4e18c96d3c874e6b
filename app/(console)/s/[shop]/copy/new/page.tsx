import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { CopyEditor } from "@/components/review/copy-editor";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { listProducts } from "@/lib/catalog/queries";
import { findLabelProduct } from "@/lib/labels/load-label-products";
import { editorProps } from "../editor-props";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<{ product?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copy"))("new") };
}

export default async function NewCopyPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  if (!can(ctx, "copy:edit")) notFound();
  const t = await getTranslations("copy");
  const props = await editorProps(ctx);
  const wanted = [(await searchParams).product].flat()[0];
  const known = wanted ? await findLabelProduct(ctx, wanted) : null;
  const [first] = (await listProducts(ctx, { limit: 1 })).products;
  const product = known ? { value: known.productId, label: known.title, hint: known.externalId } : first ? { value: first.id, label: first.title, hint: first.externalId } : null;
  return (
    <>
      <PageHeader title={t("new")} description={t("newDescription")} breadcrumbs={[{ label: t("title"), href: `${props.shopPath}/copy` }, { label: t("new") }]} />
      <CopyEditor {...props} product={product} facts={null} draft={{ copyId: null, version: 0, productId: product?.value ?? null, placement: "SHOWCASE", kind: "description", offerId: props.offers[0]?.value ?? null, text: "", picture: null }} />
    </>
  );
}
