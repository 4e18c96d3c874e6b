import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { openPlatform } from "@/app/gates";
import { RuleForm } from "@/components/review/rule-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getLegalBases, getRuleBook } from "@/lib/review/rule-book";

type Props = { searchParams: Promise<{ rule?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("newRule") };
}

export default async function NewRulePage({ searchParams }: Props) {
  const ctx = await openPlatform();
  if (!can(ctx, "copy-rules:propose")) notFound();
  const addedId = [(await searchParams).rule].flat()[0] ?? null;
  const { base, bases } = await getLegalBases(ctx);
  const { groups } = await getRuleBook(ctx);
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader breadcrumbs={[{ label: t("title"), href: "/platform/copy-rules" }, { label: t("newRule") }]} title={t("newRule")} description={t("newRuleText")} />
      <RuleForm baseSha256={base.sha256} rule={null} addedId={addedId} ruleIds={groups.flatMap(({ rules }) => rules.map(({ id }) => id))} bases={bases.map(({ basis }) => basis)} mayPropose />
    </>
  );
}
