import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { LevelBadge } from "@/components/review/level-badge";
import { RuleForm } from "@/components/review/rule-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getRule } from "@/lib/review/rule-book";

type Props = { params: Promise<{ rule: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("ruleTitle", { rule: (await params).rule }) };
}

export default async function RulePage({ params }: Props) {
  const ctx = await openPlatform();
  const { base, rule, bases } = await orNotFound(getRule(ctx, (await params).rule));
  const t = await getTranslations("copyRules");
  const copy = await getTranslations("copy");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/platform/copy-rules" }, { label: copy(`categories.${rule.category}`) }]}
        title={<span className="font-mono">{rule.id}</span>}
        status={<LevelBadge level={rule.level} />}
        description={`${copy(`categories.${rule.category}`)}${copy("colon")}${t(`guards.${rule.unless}`)}${rule.quantity ? ` ${t("comparesNumber", { quantity: copy(`quantities.${rule.quantity}`) })}` : ""}`}
      />
      <RuleForm baseSha256={base.sha256} rule={rule} addedId={null} ruleIds={[]} bases={bases} mayPropose={can(ctx, "copy-rules:propose")} />
    </>
  );
}
