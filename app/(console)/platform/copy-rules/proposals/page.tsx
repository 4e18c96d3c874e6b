import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { RulesProposalList } from "@/components/review/rules-proposal-list";
import { RulesTabs } from "@/components/review/rules-tabs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/access/require-permission";
import { listRulesProposals } from "@/lib/review/rule-book";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("tabs.proposals") };
}

export default async function RuleProposalsPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const after = [(await searchParams).after].flat()[0];
  const { open, decided, nextAfter } = await orNotFound(listRulesProposals(ctx, { after }));
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <RulesTabs current="proposals" mayPropose={can(ctx, "copy-rules:propose")} />
      <Card title={t("proposals.open")} flush={open.length > 0}>
        {open.length === 0 ? <p className="text-ink-muted">{t("proposals.noneOpen")}</p> : <RulesProposalList label={t("proposals.open")} rows={open} />}
      </Card>
      <Card title={t("proposals.decided")} className="mt-4" flush={decided.length > 0}>
        {decided.length === 0 ? <p className="text-ink-muted">{t("proposals.noneDecided")}</p> : <RulesProposalList label={t("proposals.decided")} rows={decided} />}
        <Pager previousHref={after ? "/platform/copy-rules/proposals" : null} nextHref={nextAfter && `/platform/copy-rules/proposals?after=${nextAfter}`} />
      </Card>
    </>
  );
}
