import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { openPlatform } from "@/app/gates";
import { ChangesDesk } from "@/components/review/changes-desk";
import { RulesTabs } from "@/components/review/rules-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getRulesBase } from "@/lib/review/rule-book";
import { proposeRulesAction, tryRulesAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("tabs.changes") };
}

export default async function RuleChangesPage() {
  const ctx = await openPlatform();
  if (!can(ctx, "copy-rules:propose")) notFound();
  const base = await getRulesBase(ctx);
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <RulesTabs current="changes" mayPropose />
      <ChangesDesk base={base} tryOut={tryRulesAction} propose={proposeRulesAction} />
    </>
  );
}
