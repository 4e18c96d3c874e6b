import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openPlatform, orNotFound } from "@/app/gates";
import { RuleSetDiffView } from "@/components/review/rule-diff";
import { RulesProposalDesk } from "@/components/review/rules-proposal-desk";
import { ProposalStateBadge } from "@/components/review/rules-proposal-list";
import { Card } from "@/components/ui/card";
import { CalendarDateText, InstantText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getRulesProposal } from "@/lib/review/rule-book";
import { approveRulesAction, refuseRulesAction, tryProposedRulesAction } from "../../actions";

type Props = { params: Promise<{ proposal: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copyRules"))("proposals.one") };
}

export default async function RuleProposalPage({ params }: Props) {
  const ctx = await openPlatform();
  const proposal = await orNotFound(getRulesProposal(ctx, (await params).proposal));
  const { id, note, fromDate, state, isOwn, isOvertaken, decidedName, decidedAt, reason } = proposal;
  const t = await getTranslations("copyRules");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/platform/copy-rules" }, { label: t("tabs.proposals"), href: "/platform/copy-rules/proposals" }, { label: t("proposals.one") }]}
        title={t("proposals.one")}
        status={<ProposalStateBadge state={state} />}
      />
      <div className="flex flex-col gap-4">
        <Card>
          <DescriptionList
            items={[
              { term: t("proposals.what"), value: <span className="whitespace-pre-wrap">{note}</span> },
              { term: t("proposals.from"), value: <CalendarDateText date={fromDate} /> },
              { term: t("proposals.proposedBy"), value: <>{proposal.proposedName} <InstantText at={proposal.proposedAt} /></> },
              ...(decidedName && decidedAt ? [{ term: t("proposals.decidedBy"), value: <>{decidedName} <InstantText at={decidedAt} /></> }] : []),
              ...(reason ? [{ term: t("proposals.reason"), value: reason }] : []),
            ]}
          />
        </Card>
        <Card title={t("diff.title")}>
          <RuleSetDiffView diff={proposal.diff} />
        </Card>
        {state === "open" ? (
          <RulesProposalDesk proposal={{ id, fromDate, isOwn, isOvertaken }} mayApprove={can(ctx, "copy-rules:approve")} tryOut={tryProposedRulesAction} approve={approveRulesAction} refuse={refuseRulesAction} />
        ) : null}
      </div>
    </>
  );
}
