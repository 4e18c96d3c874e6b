import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openShop, orNotFound } from "@/app/gates";
import { CopyActions } from "@/components/review/copy-actions";
import { CopyEditor } from "@/components/review/copy-editor";
import { CopyTimeline } from "@/components/review/copy-timeline";
import { FindingCard } from "@/components/review/finding-card";
import { MarkedText } from "@/components/review/marked-text";
import { PosterView } from "@/components/review/poster-view";
import { RemarkThread } from "@/components/review/remark-thread";
import { StandingPill } from "@/components/review/standing-pill";
import { WordDiff } from "@/components/review/word-diff";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { minutesText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import type { Placement } from "@/lib/offers/placement";
import { getCopyFacts } from "@/lib/review/copy-facts";
import { placeFindings, posterLinesOf } from "@/lib/review/place-findings";
import { getCopy } from "@/lib/review/queries";
import type { CopyKind } from "@/lib/review/schema";
import { addRemarkAction, archiveCopyAction, takeDownOwnAction, withdrawCopyAction } from "../actions";
import { editorProps } from "../editor-props";

type Props = { params: Promise<{ shop: string; copy: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copy"))("title") };
}

export default async function CopyDetailPage({ params }: Props) {
  const { shop, copy: copyId } = await params;
  const ctx = await openShop(shop);
  const copy = await orNotFound(getCopy(ctx, copyId));
  const t = await getTranslations("copy");
  const mayEdit = can(ctx, "copy:edit");
  const [newest] = copy.submissions;
  const isUnderReview = copy.standing === "waiting" || copy.standing === "second-look";
  const decision = newest?.decisions.at(-1);
  const [current, previous] = copy.versions;
  const base = `/s/${ctx.shopId}/copy`;
  const isEditable = mayEdit && !isUnderReview && copy.standing !== "archived";
  const { picture } = copy;
  const findings = newest?.version === copy.version ? newest.findings : [];
  const placed = picture?.state === "read" ? placeFindings(copy.text, findings, picture.lines) : null;
  return (
    <>
      <PageHeader
        title={copy.productTitle}
        status={<StandingPill standing={copy.standing} />}
        description={`${t(`placements.${copy.placement as Placement}`)} · ${t(`kinds.${copy.kind as CopyKind}`)} · ${t("version", { version: copy.version })}`}
        breadcrumbs={[{ label: t("title"), href: base }, { label: copy.productTitle }]}
        actions={
          mayEdit ? (
            <CopyActions
              copyId={copy.id}
              submissionId={isUnderReview ? newest!.id : null}
              isLive={copy.liveVersion !== null}
              mayArchive={!isUnderReview && copy.liveVersion === null && copy.standing !== "archived"}
              withdraw={withdrawCopyAction.bind(null, ctx.shopId)}
              takeDown={takeDownOwnAction.bind(null, ctx.shopId)}
              archive={archiveCopyAction.bind(null, ctx.shopId)}
            />
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        {isUnderReview ? (
          <Callout title={t(copy.standing === "waiting" ? "status.waiting" : "status.secondLook")}>{t("status.due", { due: minutesText(newest!.dueAt) })}</Callout>
        ) : decision && (copy.standing === "changes-asked" || copy.standing === "rejected") ? (
          <Callout tone={copy.standing === "rejected" ? "refusal" : "warning"} title={t(`status.${copy.standing === "rejected" ? "rejected" : "changesAsked"}`)}>
            {decision.reason}
          </Callout>
        ) : copy.standing === "live" ? (
          <Callout tone="success" title={t("status.live")}>
            {t("status.liveText")}
          </Callout>
        ) : copy.standing === "down" ? (
          <Callout tone="warning" title={t("status.down")}>
            {t("status.downText")}
          </Callout>
        ) : null}
        {isEditable ? (
          <CopyEditor
            key={`${copy.id}-${copy.version}`}
            {...await editorProps(ctx)}
            product={{ value: copy.productId, label: copy.productTitle }}
            facts={await orNotFound(getCopyFacts(ctx, copy))}
            draft={{ copyId: copy.id, version: copy.version, productId: copy.productId, placement: copy.placement as Placement, kind: copy.kind as CopyKind, offerId: copy.offerId, text: copy.text, picture: copy.picture }}
          />
        ) : (
          <Card title={t("text")}>
            <MarkedText text={copy.text} findings={findings} />
          </Card>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {!isEditable && picture ? (
            <Card title={t("poster.title")}>
              <PosterView src={`/api/v1/shops/${ctx.shopId}/copy-pictures/${picture.id}/file`} picture={picture} findings={findings} placed={placed} />
            </Card>
          ) : null}
          {!isEditable && newest && newest.findings.length > 0 ? (
            <Card title={t("check.title")}>
              <div className="flex flex-col gap-2">
                {newest.findings.map((finding, index) => (
                  <FindingCard key={index} finding={finding} number={index + 1} lines={picture && placed && newest.version === copy.version ? posterLinesOf(placed, index, picture.lines) : undefined} />
                ))}
              </div>
            </Card>
          ) : null}
          <Card title={t("remarks.title")} description={t("remarks.description")}>
            <RemarkThread copyId={copy.id} version={copy.version} text={copy.text} remarks={copy.remarks} add={mayEdit ? addRemarkAction.bind(null, ctx.shopId) : null} />
          </Card>
          {previous && current ? (
            <Card title={t("diff.title", { before: previous.version, after: current.version })}>
              <WordDiff before={previous.text} after={current.text} />
            </Card>
          ) : null}
          {copy.submissions.length > 0 ? (
            <Card title={t("timeline.title")}>
              <CopyTimeline submissions={copy.submissions} events={copy.events} evidenceBase={`/api/v1/shops/${ctx.shopId}/copy-decisions`} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  );
}
