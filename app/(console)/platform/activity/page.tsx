import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPlatform } from "@/app/gates";
import { AuditLog } from "@/components/audit/audit-log";
import { readAuditFilters, type AuditSearch } from "@/components/audit/read-audit-filters";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { AUDIT_GROUPS, PLATFORM_AUDIT_GROUPS } from "@/lib/audit/audit-groups";
import { listAudit } from "@/lib/audit/list-audit";

type Props = { searchParams: Promise<AuditSearch> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function PlatformActivityPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  if (!can(ctx, "audit:view")) notFound();
  const seesShops = can(ctx, "audit:view-shops");
  const asked = readAuditFilters(await searchParams);
  const filters = seesShops ? asked : { ...asked, shop: undefined };
  const [t, page] = await Promise.all([getTranslations("audit"), listAudit(ctx, filters)]);
  return (
    <>
      <PageHeader title={t("title")} description={t(seesShops ? "auditorDescription" : "platformDescription")} />
      <AuditLog page={page} filters={filters} groups={seesShops ? AUDIT_GROUPS : PLATFORM_AUDIT_GROUPS} here="/platform/activity" reader={{ shopId: null, mayImport: false }} showsShop={seesShops} />
    </>
  );
}
