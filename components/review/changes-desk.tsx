"use client";
import { FlaskConical, Send, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { EmptyState } from "@/components/ui/empty-state";
import { issueText } from "@/components/ui/issue-text";
import { Label } from "@/components/ui/label";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Textarea } from "@/components/ui/textarea";
import type { RulesBase } from "@/lib/review/rule-book";
import { PROPOSAL_NOTE_MAX, type ProposeCopyRulesInput, type TryRulesInput } from "@/lib/review/rule-changes";
import type { TriedRules } from "@/lib/review/try-rules";
import { RuleSetDiffView } from "./rule-diff";
import { TrialView } from "./trial-view";
import { useRuleDraft } from "./use-rule-draft";

export type ChangesDeskProps = {
  base: RulesBase;
  tryOut: (input: TryRulesInput) => Promise<ActionResult<TriedRules>>;
  propose: (input: ProposeCopyRulesInput) => Promise<ActionResult<{ proposalId: string }>>;
};

/** First the trial of what was collected, then the proposal. */
export function ChangesDesk({ base, tryOut, propose }: ChangesDeskProps) {
  const t = useTranslations("copyRules");
  const words = useTranslations();
  const id = useId();
  const router = useRouter();
  const refusalText = useRefusalText();
  const draft = useRuleDraft(base.sha256);
  const [tried, setTried] = useState<{ of: string; result: TriedRules } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [note, setNote] = useState("");
  const [effectiveFrom, setEffectiveFrom] = useState<string>(base.earliest);
  const [isTrying, startTrying] = useTransition();
  const [isProposing, startProposing] = useTransition();
  const { changes } = draft;
  const key = JSON.stringify(changes);
  const result = tried?.of === key ? tried.result : null;

  function look() {
    setRefusal(null);
    startTrying(async () => {
      const answer = await tryOut({ baseSha256: base.sha256, changes });
      if (answer.ok) setTried({ of: key, result: answer.value });
      else setRefusal(answer.refusal);
    });
  }

  function send() {
    setRefusal(null);
    startProposing(async () => {
      const answer = await propose({ baseSha256: base.sha256, changes, note, effectiveFrom });
      if (!answer.ok) {
        setRefusal(answer.refusal);
        return;
      }
      draft.clear();
      toast.success(t("propose.done"));
      router.push(`/platform/copy-rules/proposals/${answer.value.proposalId}`);
    });
  }

  if (draft.count === 0) return <EmptyState icon={FlaskConical} title={t("draft.emptyTitle")} description={t("draft.emptyText")} />;
  return (
    <div className="flex flex-col gap-4">
      {draft.isStale ? (
        <Callout
          tone="warning"
          title={t("draft.staleTitle")}
          actions={
            <>
              <Button size="sm" onClick={draft.adopt}>
                {t("draft.adopt")}
              </Button>
              <Button size="sm" onClick={draft.clear}>
                {t("draft.clear")}
              </Button>
            </>
          }
        >
          {t("draft.staleText")}
        </Callout>
      ) : null}
      <Card
        title={t("draft.title", { count: draft.count })}
        actions={
          <>
            <Button onClick={draft.clear}>{t("draft.clear")}</Button>
            <Button variant="primary" pending={isTrying} disabled={draft.isStale} onClick={look}>
              <FlaskConical aria-hidden />
              {t("trial.run")}
            </Button>
          </>
        }
      >
        <ul className="divide-y divide-line">
          {changes.edits.map(({ ruleId, ...parts }) => (
            <Collected key={ruleId} id={ruleId} href={`/platform/copy-rules/rules/${ruleId}`} what={t("draft.edited", { parts: partsOf(parts).map((part) => t(`parts.${part}`)).join(t("draft.separator")) })} onDrop={() => draft.putEdit(ruleId, null)} />
          ))}
          {changes.added.map((rule) => (
            <Collected key={rule.id} id={rule.id} href={`/platform/copy-rules/rules/new?rule=${rule.id}`} what={t("draft.added")} onDrop={() => draft.putAdded(rule.id, null)} />
          ))}
          {changes.removed.map((ruleId) => (
            <Collected key={ruleId} id={ruleId} href={`/platform/copy-rules/rules/${ruleId}`} what={t("draft.removed")} onDrop={() => draft.putRemoved(ruleId, false)} />
          ))}
          {changes.lists.map(({ list }) => (
            <Collected key={list} id={list} href={`/platform/copy-rules/words/${list}`} what={t("draft.list")} onDrop={() => draft.putList(list, null)} />
          ))}
          {changes.bases.map((basis) => (
            <Collected key={basis.id} id={basis.id} href="/platform/copy-rules/bases" what={t("draft.basis")} onDrop={() => draft.putBasis(basis.id, null)} />
          ))}
        </ul>
      </Card>
      {refusal ? (
        <Callout tone="refusal" live title={refusalText(refusal)}>
          <ul className="list-disc pl-4">
            {(refusal.issues ?? []).map((issue) => (
              <li key={`${issue.path} ${issue.code}`}>
                {typeof issue.params?.rule === "string" && issue.params.rule !== "" ? <span className="mr-1 font-mono">{issue.params.rule}</span> : null}
                {issueText(issue, words)}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {result ? (
        <>
          <Card title={t("trial.title")} description={t("trial.description")}>
            <TrialView trial={result.trial} />
          </Card>
          <Card title={t("diff.title")}>
            <RuleSetDiffView diff={result.diff} />
          </Card>
          <Card title={t("propose.title")} description={t("propose.description")}>
            <form
              className="flex flex-col gap-4"
              onSubmit={(event) => {
                event.preventDefault();
                send();
              }}
            >
              <div className="flex flex-col gap-1.5">
                <Label htmlFor={`${id}-note`}>{t("propose.note")}</Label>
                <Textarea id={`${id}-note`} required maxLength={PROPOSAL_NOTE_MAX} value={note} onChange={(event) => setNote(event.target.value)} />
              </div>
              <div className="flex max-w-60 flex-col gap-1.5">
                <Label htmlFor={`${id}-from`}>{t("propose.from")}</Label>
                <DateInput id={`${id}-from`} required min={base.earliest} value={effectiveFrom} onChange={setEffectiveFrom} aria-describedby={`${id}-from-hint`} />
                <p id={`${id}-from-hint`} className="text-[0.8125rem] text-ink-muted">
                  {t("propose.fromHint", { date: base.earliest })}
                </p>
              </div>
              <div className="flex justify-end">
                <Button type="submit" variant="primary" pending={isProposing} disabled={note.trim() === "" || effectiveFrom === "" || draft.isStale}>
                  <Send aria-hidden />
                  {t("propose.send")}
                </Button>
              </div>
            </form>
          </Card>
        </>
      ) : (
        <p className="text-[0.8125rem] text-ink-muted">{t("trial.first")}</p>
      )}
    </div>
  );
}

const PARTS = ["patterns", "except", "level", "reason", "suggestion", "bases"] as const;
const partsOf = (parts: object) => PARTS.filter((part) => part in parts);

function Collected({ id, href, what, onDrop }: { id: string; href: string; what: string; onDrop: () => void }) {
  const t = useTranslations("copyRules.draft");
  return (
    <li className="flex items-center justify-between gap-3 py-2">
      <div className="min-w-0">
        <Link href={href} className="font-mono text-[0.8125rem] text-accent-text underline-offset-2 hover:underline">
          {id}
        </Link>
        <p className="text-[0.8125rem] text-ink-muted">{what}</p>
      </div>
      <Button size="icon-sm" variant="ghost" aria-label={t("drop", { id })} onClick={onDrop}>
        <X aria-hidden />
      </Button>
    </li>
  );
}
