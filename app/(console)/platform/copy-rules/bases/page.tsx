import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { BasisTable } from "@/components/review/basis-table";
import { RuleDraftBar } from "@/components/review/rule-draft-bar";
import { RulesTabs } from "@/components/review/rules-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getLegalBases } from "@/lib/review/rule-book";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("bases.title") };
}

export default async function LegalBasesPage() {
  const ctx = await openPlatform();
  const { base, bases } = await orNotFound(getLegalBases(ctx));
  const mayPropose = can(ctx, "copy-rules:propose");
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <RulesTabs current="bases" mayPropose={mayPropose} />
      {mayPropose ? <RuleDraftBar baseSha256={base.sha256} /> : null}
      <BasisTable baseSha256={base.sha256} bases={bases} mayPropose={mayPropose} />
    </>
  );
}
