import { useTranslations } from "next-intl";
import { InstantText } from "@/components/ui/date-text";
import type { EventRow, SubmissionRow } from "@/lib/review/queries";
import { DOWN_REASONS } from "@/lib/review/down-reason";
import type { DecisionKind } from "@/lib/review/submission-state";

interface Entry {
  at: string;
  key: string;
  title: string;
  text: string | null;
}

/** What happened to a text, newest first: submitted, decided, shown, taken down. */
export function CopyTimeline({ submissions, events, evidenceBase }: { submissions: readonly SubmissionRow[]; events: readonly EventRow[]; evidenceBase: string }) {
  const t = useTranslations("copy");
  const entries: (Entry & { decisionId?: string })[] = [];
  for (const submission of submissions) {
    entries.push({ at: submission.submittedAt, key: submission.id, title: t("timeline.submitted", { version: submission.version, name: submission.submittedName }), text: t("timeline.found", { count: submission.findings.length }) });
    for (const decision of submission.decisions) {
      entries.push({ at: decision.at, key: decision.id, decisionId: decision.id, title: t("timeline.decided", { version: submission.version, decision: t(`decisions.${decision.kind as DecisionKind}`) }), text: decision.reason });
    }
  }
  for (const event of events) {
    const why = DOWN_REASONS.find((reason) => reason === event.reason);
    entries.push({
      at: event.at,
      key: `event-${event.id}`,
      title: event.kind === "went-live" ? t("timeline.wentLive") : event.kind === "rechecked" ? t("timeline.rechecked") : t("timeline.cameDown", { reason: why ? t(`downReasons.${why}`) : "" }),
      text: typeof event.detail.matched === "string" ? `“${event.detail.matched}”` : typeof event.detail.reason === "string" ? event.detail.reason : null,
    });
  }
  entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <ol className="flex flex-col gap-3 border-l border-line pl-4">
      {entries.map(({ at, key, title, text, decisionId }) => (
        <li key={key} className="relative before:absolute before:top-1.5 before:-left-[1.30rem] before:size-2 before:rounded-full before:bg-line-strong">
          <p className="font-medium">{title}</p>
          {text ? <p className="text-[0.8125rem] break-words text-ink-muted">{text}</p> : null}
          <p className="flex flex-wrap gap-3 text-xs text-ink-muted">
            <InstantText at={at} />
            {decisionId ? (
              <a href={`${evidenceBase}/${decisionId}`} className="text-accent-text underline underline-offset-2">
                {t("timeline.evidence")}
              </a>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
