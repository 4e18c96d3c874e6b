import { Plus, Tag } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform, orNotFound } from "@/app/gates";
import { TemplateDecision } from "@/components/review/template-decision";
import { TemplateProposalCard } from "@/components/review/template-proposal-card";
import { TemplateVersions } from "@/components/review/template-versions";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { sampleQuotes } from "@/lib/review/sample-quotes";
import { getTemplateOverview } from "@/lib/review/template-overview";
import { approveTemplateAction, refuseTemplateAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const CURRENT_STATES: readonly string[] = ["in-force", "upcoming", "retired"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

export default async function TemplatesPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const search = await searchParams;
  const after = typeof search.after === "string" ? search.after : undefined;
  const showsAll = search.versions === "all";
  const { versions, open, decided, nextAfter } = await orNotFound(getTemplateOverview(ctx, { after }));
  const facts = await getMarketFacts(ctx);
  const now = ctx.clock.now();
  const today = shanghaiDateOf(now);
  const mayPropose = can(ctx, "template:propose");
  const shown = showsAll ? versions : versions.filter(({ state }) => CURRENT_STATES.includes(state));
  const t = await getTranslations("templates");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayPropose ? (
            <Button variant="primary" asChild>
              <Link href="/platform/templates/new">
                <Plus aria-hidden />
                {t("propose")}
              </Link>
            </Button>
          ) : null
        }
      />
      <Card title={t("proposals.open")} flush={open.length > 0}>
        {open.length === 0 ? <p className="text-ink-muted">{t("proposals.openEmpty")}</p> : null}
        <ul className="divide-y divide-line">
          {open.map((proposal) => (
            <li key={proposal.id}>
              <TemplateProposalCard
                proposal={proposal}
                isDue={proposal.fromDate <= today}
                samples={sampleQuotes(facts, proposal.fromDate < today ? today : proposal.fromDate)}
                actions={can(ctx, "template:approve") ? <TemplateDecision proposalId={proposal.id} isOwn={proposal.isOwn} approve={approveTemplateAction} refuse={refuseTemplateAction} /> : null}
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card
        className="mt-4"
        title={t("list.title")}
        flush={shown.length > 0}
        actions={
          <nav aria-label={t("list.title")} className="flex gap-2">
            <Button size="sm" variant={showsAll ? "ghost" : "secondary"} asChild>
              <Link href="/platform/templates" aria-current={showsAll ? undefined : "page"}>
                {t("list.current")}
              </Link>
            </Button>
            <Button size="sm" variant={showsAll ? "secondary" : "ghost"} asChild>
              <Link href="/platform/templates?versions=all" aria-current={showsAll ? "page" : undefined}>
                {t("list.all")}
              </Link>
            </Button>
          </nav>
        }
      >
        {shown.length === 0 ? <EmptyState icon={Tag} title={t("list.empty")} /> : <TemplateVersions versions={shown} proposedCodes={new Set(open.map(({ change }) => change.code))} mayPropose={mayPropose} />}
      </Card>
      <Card title={t("proposals.decided")} className="mt-4" flush={decided.length > 0}>
        {decided.length === 0 ? <p className="text-ink-muted">{t("proposals.decidedEmpty")}</p> : null}
        <ul className="divide-y divide-line">
          {decided.map((proposal) => (
            <li key={proposal.id}>
              <TemplateProposalCard proposal={proposal} />
            </li>
          ))}
        </ul>
        <Pager previousHref={after ? "/platform/templates" : null} nextHref={nextAfter ? `/platform/templates?after=${nextAfter}` : null} />
      </Card>
    </>
  );
}
