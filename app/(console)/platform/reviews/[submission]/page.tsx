import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform, orNotFound } from "@/app/gates";
import { FindingCard } from "@/components/review/finding-card";
import { IdenticalButton } from "@/components/review/identical-button";
import { MarkedText } from "@/components/review/marked-text";
import { PosterView } from "@/components/review/poster-view";
import { QuoteFactsTable } from "@/components/review/quote-facts-table";
import { RemarkThread } from "@/components/review/remark-thread";
import { ReviewDesk } from "@/components/review/review-desk";
import { WordDiff } from "@/components/review/word-diff";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import type { Placement } from "@/lib/offers/placement";
import { placeFindings, posterLinesOf } from "@/lib/review/place-findings";
import { getSubmission } from "@/lib/review/queue";
import type { CopyKind } from "@/lib/review/schema";
import { OPEN_STATES, type DecisionKind } from "@/lib/review/submission-state";
import { addRemarkAction, approveIdenticalAction, claimAction, claimNextAction, decideAction } from "../actions";

type Props = { params: Promise<{ submission: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("one") };
}

export default async function SubmissionPage({ params }: Props) {
  const ctx = await openPlatform();
  const submission = await orNotFound(getSubmission(ctx, (await params).submission));
  const t = await getTranslations("reviews");
  const copy = await getTranslations("copy");
  const { picture } = submission;
  const placed = picture?.state === "read" ? placeFindings(submission.text, submission.findings, picture.lines) : null;
  const isOpen = OPEN_STATES.some((state) => state === submission.state);
  const mayDecide = can(ctx, "review:decide") && isOpen && !submission.isOwn && !(submission.state === "second-look" && submission.hasDecided) && (!submission.isEscalated || can(ctx, "review:lead"));
  return (
    <>
      <PageHeader
        title={submission.facts.product.title}
        status={
          <>
            <Badge tone={isOpen ? "accent" : "neutral"}>{t(`states.${submission.state}`)}</Badge>
            {submission.isOverdue ? <Badge tone="danger">{t("overdue")}</Badge> : null}
            {submission.isEscalated ? <Badge tone="warning">{t("escalated")}</Badge> : null}
          </>
        }
        description={`${submission.shopName} · ${copy(`placements.${submission.placement as Placement}`)} · ${copy(`kinds.${submission.kind as CopyKind}`)} · ${copy("version", { version: submission.version })}`}
        breadcrumbs={[{ label: t("title"), href: "/platform/reviews" }, { label: t("one") }]}
        actions={submission.state === "approved" && submission.identicalWaiting > 0 && can(ctx, "review:decide") ? <IdenticalButton submissionId={submission.id} count={submission.identicalWaiting} approve={approveIdenticalAction} /> : null}
      />
      <div className="flex flex-col gap-4">
        {isOpen && submission.isOwn ? <Callout tone="warning">{t("ownNotice")}</Callout> : null}
        {isOpen && submission.state === "second-look" && submission.hasDecided ? <Callout tone="info">{t("secondNotice")}</Callout> : null}
        {isOpen && submission.isEscalated && !can(ctx, "review:lead") ? <Callout tone="info">{t("escalatedNotice")}</Callout> : null}
        {submission.isHeldByOther ? <Callout tone="warning">{t("heldNotice")}</Callout> : null}
        {mayDecide ? (
          <ReviewDesk key={`${submission.id}-${submission.stateVersion}`} submission={submission} claim={claimAction} claimNext={claimNextAction} decide={decideAction} addRemark={addRemarkAction} />
        ) : (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            {picture ? (
              <Card title={copy("poster.title")}>
                <PosterView src={`/api/v1/copy-pictures/${picture.id}/file`} picture={picture} findings={submission.findings} placed={placed} />
              </Card>
            ) : null}
            <Card title={copy("text")}>
              <MarkedText text={submission.text} findings={submission.findings} />
            </Card>
            <Card title={t("findingsTitle", { count: submission.findings.length })}>
              {submission.findings.length === 0 ? <p className="text-ink-muted">{t("noFindings")}</p> : null}
              <div className="flex flex-col gap-2">
                {submission.findings.map((finding, index) => (
                  <FindingCard key={index} finding={finding} number={index + 1} lines={picture && placed ? posterLinesOf(placed, index, picture.lines) : undefined} />
                ))}
              </div>
            </Card>
            <Card title={copy("remarks.title")}>
              <RemarkThread copyId={submission.copyId} version={submission.version} text={submission.text} remarks={submission.remarks} add={null} />
            </Card>
          </div>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {submission.liveText !== null ? (
            <Card title={t("liveDiff")}>
              <WordDiff before={submission.liveText} after={submission.text} />
            </Card>
          ) : null}
          <Card title={copy("facts.title")}>
            <QuoteFactsTable facts={submission.facts} />
          </Card>
          <Card title={t("history")}>
            <DescriptionList
              items={[
                { term: t("submittedBy"), value: <>{submission.submittedName} <InstantText at={submission.submittedAt} /></> },
                { term: t("columns.due"), value: <InstantText at={submission.dueAt} /> },
                ...submission.decisions.map((decision) => ({
                  term: t(`proof.outcomes.${decision.kind as DecisionKind}`),
                  value: (
                    <>
                      {decision.byName} <InstantText at={decision.at} />
                      <p className="break-words">{decision.reason}</p>
                      {decision.findings.filter(({ verdict }) => verdict === "overruled").map(({ finding, reason }) => (
                        <p key={finding} className="text-[0.8125rem] text-ink-muted">{t("overruled", { number: finding + 1, reason })}</p>
                      ))}
                      <Link href={`/platform/evidence/${decision.id}`} className="text-[0.8125rem] text-accent-text underline underline-offset-2">
                        {t("evidence")}
                      </Link>
                    </>
                  ),
                })),
              ]}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
