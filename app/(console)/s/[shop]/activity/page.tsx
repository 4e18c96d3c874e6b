import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { AuditLog } from "@/components/audit/audit-log";
import { readAuditFilters, type AuditSearch } from "@/components/audit/read-audit-filters";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { SHOP_AUDIT_GROUPS } from "@/lib/audit/audit-groups";
import { listAudit } from "@/lib/audit/list-audit";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<AuditSearch> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function ShopActivityPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  if (!can(ctx, "audit:view")) notFound();
  const filters = { ...readAuditFilters(await searchParams), shop: undefined };
  const [t, page] = await Promise.all([getTranslations("audit"), listAudit(ctx, filters)]);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <AuditLog page={page} filters={filters} groups={SHOP_AUDIT_GROUPS} here={`/s/${ctx.shopId}/activity`} reader={{ shopId: ctx.shopId, mayImport: can(ctx, "product:import") }} showsShop={false} />
    </>
  );
}
