import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Image from "next/image";
import { openPlatform, orNotFound } from "@/app/gates";
import { FindingCard } from "@/components/review/finding-card";
import { MarkedText } from "@/components/review/marked-text";
import { PrintButton } from "@/components/review/print-button";
import { QuoteFactsTable } from "@/components/review/quote-facts-table";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import type { Finding } from "@/lib/copy-check/check-copy";
import type { Placement } from "@/lib/offers/placement";
import type { CopyFacts } from "@/lib/review/copy-facts";
import { EVIDENCE_YEARS_MIN, verifyEvidence, type Evidence } from "@/lib/review/evidence";
import { getEvidence } from "@/lib/review/queue";
import type { CopyKind } from "@/lib/review/schema";
import type { DecisionKind } from "@/lib/review/submission-state";

const HASHES = ["textSha256", "findingsSha256", "factsSha256", "ruleSetSha256", "previousSha256", "documentSha256"] as const;

type Props = { params: Promise<{ decision: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("proof.title") };
}

/** One decision on one sheet: words, findings, numbers, people, hashes. */
export default async function EvidencePage({ params }: Props) {
  const ctx = await openPlatform();
  const { decision: id } = await params;
  const document = await orNotFound(getEvidence(ctx, id));
  const { shop, copy: about, submission, text, picture, findings, facts, decision, ...hashes } = document as unknown as Evidence & { documentSha256: string };
  const t = await getTranslations("reviews.proof");
  const copy = await getTranslations("copy");
  const verification = verifyEvidence(document);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={`${shop.name} · ${copy(`placements.${about.placement as Placement}`)} · ${copy(`kinds.${about.kind as CopyKind}`)} · ${copy("version", { version: about.version })}`}
        actions={
          <>
            <Button asChild>
              <a href={`/api/v1/copy-decisions/${id}`} download={`${id}.json`}>
                {t("json")}
              </a>
            </Button>
            <PrintButton />
          </>
        }
      />
      <div className="flex flex-col gap-4">
        <Callout tone={verification.verdict === "same" ? "success" : "refusal"}>{t(verification.verdict === "same" ? "intact" : "broken")}</Callout>
        {picture ? (
          <Card title={copy("poster.title")} description={t("picture", { sha256: picture.sha256 })}>
            <Image src={`/api/v1/copy-pictures/${picture.id}/file`} alt={copy("poster.title")} width={picture.width} height={picture.height} unoptimized className="mx-auto h-auto max-h-[36rem] w-auto max-w-full" />
          </Card>
        ) : null}
        <Card title={copy("text")}>
          <MarkedText text={text} findings={findings as unknown as Finding[]} />
        </Card>
        <Card title={t("decision")}>
          <DescriptionList
            items={[
              { term: t("what"), value: t(`outcomes.${decision.kind as DecisionKind}`) },
              { term: t("who"), value: <>{decision.byName} <InstantText at={decision.at} withSeconds /></> },
              { term: t("why"), value: decision.reason },
              { term: t("submitted"), value: <>{submission.byName} <InstantText at={submission.at} withSeconds /></> },
              ...decision.findings.map(({ finding, verdict, reason }) => ({ term: t("finding", { number: finding + 1 }), value: `${t(verdict === "overruled" ? "overruled" : "upheld")}${reason ? copy("colon") + reason : ""}` })),
            ]}
          />
        </Card>
        <Card title={t("findings", { count: findings.length })}>
          {findings.length === 0 ? <p className="text-ink-muted">{t("noFindings")}</p> : null}
          <div className="flex flex-col gap-2">
            {(findings as unknown as Finding[]).map((finding, index) => (
              <FindingCard key={index} finding={finding} number={index + 1} />
            ))}
          </div>
        </Card>
        <Card title={copy("facts.title")}>
          <QuoteFactsTable facts={facts as unknown as CopyFacts} />
        </Card>
        <Card title={t("hashes")} description={`${t("hashesText")} ${t("kept", { years: EVIDENCE_YEARS_MIN })}`}>
          <dl className="flex flex-col gap-1 font-mono text-xs break-all">
            {HASHES.map((name) => hashes[name] && (
              <div key={name}>
                <dt className="font-sans text-ink-muted">{t(`hashOf.${name}`)}</dt>
                <dd>{hashes[name]}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  );
}
