import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { PoliciesOverview } from "@/components/rate-cards/policies-overview";
import { PageHeader } from "@/components/ui/page-header";
import { getPolicyOverview } from "@/lib/rate-cards/policy-overview";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("title") };
}

export default async function PoliciesPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  const { after } = await searchParams;
  const overview = await getPolicyOverview(ctx, { after: typeof after === "string" ? after : undefined });
  const t = await getTranslations("policies");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <PoliciesOverview base={`/s/${ctx.shopId}`} overview={overview} />
    </>
  );
}
