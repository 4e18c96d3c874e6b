import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusPill, type Tone } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import type { SampleQuote } from "@/lib/review/sample-quotes";
import type { TemplateProposal } from "@/lib/review/template-overview";
import { TemplateSamples } from "./template-samples";
import { WordDiff } from "./word-diff";

const TONES: Record<TemplateProposal["state"], Exclude<Tone, "outline">> = { open: "accent", approved: "success", refused: "danger" };

export type TemplateProposalCardProps = {
  proposal: TemplateProposal;
  /** true where its date has come, so that it would hold from the approval on */
  isDue?: boolean;
  /** shown for what can still be decided */
  samples?: readonly SampleQuote[];
  actions?: ReactNode;
};

/** What would change against the version it follows, who asks for it and why. */
export function TemplateProposalCard({ proposal, isDue = false, samples, actions }: TemplateProposalCardProps) {
  const t = useTranslations("templates");
  const { change, before, state } = proposal;
  const title = change.change === "retire" ? t("proposals.retirement", { code: change.code }) : change.basis === 0 ? t("proposals.new", { code: change.code }) : t("proposals.version", { code: change.code, version: change.basis + 1 });
  return (
    <article aria-label={title} className="flex flex-col gap-3 px-4 py-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusPill tone={TONES[state]}>{t(`proposals.states.${state}`)}</StatusPill>
        <h3 className="font-semibold break-words">{title}</h3>
        <span className="text-[0.8125rem] text-ink-muted">
          {isDue ? t("proposals.fromNow", { date: proposal.fromDate }) : t("proposals.from", { date: proposal.fromDate })}
        </span>
        <span className="ml-auto text-xs text-ink-muted">
          {t("proposals.proposedBy", { name: proposal.proposedName })} <InstantText at={proposal.proposedAt} />
        </span>
      </header>
      {change.change === "retire" ? <p>{t("proposals.retireText")}</p> : <Change change={change} before={before} />}
      <DescriptionList
        items={[
          { term: t("proposals.note"), value: <span className="whitespace-pre-wrap">{proposal.note}</span> },
          ...(proposal.reason ? [{ term: t("proposals.reason"), value: <span className="whitespace-pre-wrap">{proposal.reason}</span> }] : []),
        ]}
      />
      {proposal.decidedName && proposal.decidedAt ? (
        <p className="text-xs text-ink-muted">
          {t("proposals.decidedBy", { name: proposal.decidedName })} <InstantText at={proposal.decidedAt} />
        </p>
      ) : null}
      {samples && change.change === "words" ? (
        <details>
          <summary className="cursor-pointer text-[0.8125rem] font-medium">{t("proposals.samples")}</summary>
          <div className="mt-2 rounded-md border border-line">
            <TemplateSamples template={{ ...change, version: change.basis + 1 }} samples={samples} />
          </div>
        </details>
      ) : null}
      {actions}
    </article>
  );
}

type WordsChange = Extract<TemplateProposal["change"], { change: "words" }>;

function Change({ change, before }: { change: WordsChange; before: TemplateProposal["before"] }) {
  const t = useTranslations("templates");
  const names = (placements: readonly WordsChange["placements"][number][]) => placements.map((placement) => t(`placements.${placement}`)).join(t("separator"));
  const added = change.placements.filter((placement) => before && !before.placements.includes(placement));
  const dropped = before ? before.placements.filter((placement) => !change.placements.includes(placement)) : [];
  return (
    <DescriptionList
      items={[
        { term: t("proposals.mainLine"), value: <WordDiff before={before?.mainLine ?? ""} after={change.mainLine} /> },
        { term: t("proposals.subLine"), value: <WordDiff before={before?.subLine ?? ""} after={change.subLine} /> },
        {
          term: t("proposals.placements"),
          value: (
            <>
              <span className="block">{names(change.placements)}</span>
              {added.length > 0 ? <span className="block text-[0.8125rem] text-success-text">{t("proposals.added", { names: names(added) })}</span> : null}
              {dropped.length > 0 ? <span className="block text-[0.8125rem] text-danger-text">{t("proposals.dropped", { names: names(dropped) })}</span> : null}
            </>
          ),
        },
        { term: t("list.kind"), value: t(`kinds.${change.kind}`) },
      ]}
    />
  );
}
