import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { openPlatform } from "@/app/gates";
import { LprRateForm } from "@/components/rate-cards/lpr-rate-form";
import { policyNames } from "@/components/rate-cards/policy-names";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { getMarketFacts, listLprRates } from "@/lib/rate-cards/queries";
import { publishLprRateAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("policies"))("recordLpr") };
}

export default async function RecordLprRatePage() {
  const ctx = await openPlatform();
  if (!can(ctx, "policy:publish")) notFound();
  const facts = await getMarketFacts(ctx);
  const versions: Record<string, number> = {};
  for (const { fromDate, version } of await listLprRates(ctx)) versions[fromDate] = Math.max(versions[fromDate] ?? 0, version);
  const t = await getTranslations("policies");
  return (
    <>
      <PageHeader breadcrumbs={[{ label: t("title"), href: "/platform/policies" }, { label: t("recordLpr") }]} title={t("recordLpr")} description={t("lpr.description")} />
      <LprRateForm
        facts={facts}
        versions={versions}
        today={shanghaiDateOf(ctx.clock.now())}
        policyNames={policyNames(facts.policies, await getLocale())}
        publish={publishLprRateAction}
      />
    </>
  );
}
