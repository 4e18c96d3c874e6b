"use client";
import { Check, CircleArrowUp, Keyboard, PenLine, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Textarea } from "@/components/ui/textarea";
import type { Claim } from "@/lib/review/claim-submission";
import type { Decided } from "@/lib/review/decide-submission";
import { placeFindings, posterLinesOf } from "@/lib/review/place-findings";
import type { SubmissionDetail } from "@/lib/review/queue";
import { REASON_MAX, type DecideInput, type RemarkInput } from "@/lib/review/schema";
import type { DecisionKind, FindingDecision } from "@/lib/review/submission-state";
import { FindingCard } from "./finding-card";
import { MarkedText } from "./marked-text";
import { PosterView } from "./poster-view";
import { RemarkThread } from "./remark-thread";
import { useDeskKeys } from "./use-desk-keys";

/** Canned reasons, by the decision they are for. */
const CANNED = {
  approve: ["facts-checked", "proof-seen"],
  "ask-changes": ["drop-absolutes", "use-label", "fix-numbers", "state-dates"],
  reject: ["forbidden-promise", "not-about-goods"],
  escalate: ["unsure-of-rule", "precedent-needed"],
} as const satisfies Record<DecisionKind, readonly string[]>;

const KEYS = { a: "approve", c: "ask-changes", r: "reject", e: "escalate" } as const satisfies Record<string, DecisionKind>;

export type ReviewDeskProps = {
  submission: SubmissionDetail;
  claim: (input: { submissionId: string }) => Promise<ActionResult<Claim>>;
  claimNext: () => Promise<ActionResult<Claim | null>>;
  decide: (input: DecideInput) => Promise<ActionResult<Decided>>;
  addRemark: (input: RemarkInput) => Promise<ActionResult<{ id: string }>>;
};

/** One submission on the desk: what was found, what a person says to it, and the decision. All of it by keyboard too. */
export function ReviewDesk({ submission, claim, claimNext, decide, addRemark }: ReviewDeskProps) {
  const t = useTranslations("reviews");
  const copy = useTranslations("copy");
  const id = useId();
  const router = useRouter();
  const refusalText = useRefusalText();
  const [active, setActive] = useState<number | null>(submission.findings.length > 0 ? 0 : null);
  const [said, setSaid] = useState<Record<number, Pick<FindingDecision, "verdict" | "reason">>>({});
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const [isPending, startTransition] = useTransition();
  const { findings, picture, text } = submission;
  const placed = useMemo(() => (picture?.state === "read" ? placeFindings(text, findings, picture.lines) : null), [text, findings, picture]);

  // Whoever opens one that is free holds it; the lease is renewed by opening it again.
  useEffect(() => {
    void claim({ submissionId: submission.id }).then((result) => {
      if (!result.ok) setRefusal(result.refusal);
    });
  }, [claim, submission.id]);

  function step(by: number) {
    if (findings.length === 0) return;
    const next = ((active ?? 0) + by + findings.length) % findings.length;
    setActive(next);
    document.getElementById(`${id}-finding-${next}`)?.scrollIntoView({ block: "nearest" });
  }

  const say = (finding: number, verdict: FindingDecision["verdict"]) => setSaid((before) => ({ ...before, [finding]: { verdict, reason: before[finding]?.reason ?? "" } }));

  function choose(next: DecisionKind) {
    setKind(next);
    document.getElementById(`${id}-reason`)?.focus();
  }

  useDeskKeys({
    j: () => step(1),
    k: () => step(-1),
    u: () => active !== null && say(active, "upheld"),
    o: () => {
      if (active === null) return;
      say(active, "overruled");
      requestAnimationFrame(() => document.getElementById(`${id}-why-${active}`)?.focus());
    },
    "?": () => setShowsKeys((before) => !before),
    n: () => next(),
    ...Object.fromEntries(Object.entries(KEYS).map(([key, decision]) => [key, () => choose(decision)])),
  });

  function next() {
    startTransition(async () => {
      const result = await claimNext();
      if (!result.ok) toast.error(refusalText(result.refusal));
      else if (result.value === null) {
        toast.info(t("nothingLeft"));
        router.push("/platform/reviews");
      } else if (result.value.submissionId === submission.id) router.refresh();
      else router.push(`/platform/reviews/${result.value.submissionId}`);
    });
  }

  function send() {
    if (kind === null || reason.trim() === "") return;
    startTransition(async () => {
      const decisions = Object.entries(said).map(([finding, decision]) => ({ finding: Number(finding), ...decision }));
      const result = await decide({ submissionId: submission.id, expectedStateVersion: submission.stateVersion, kind, reason, findings: decisions });
      if (!result.ok) {
        setRefusal(result.refusal);
        return;
      }
      toast.success(t(`done.${result.value.state === "second-look" ? "second-look" : kind}`));
      next();
    });
  }

  const span = active === null ? null : { start: findings[active]!.start, end: findings[active]!.end };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {picture ? (
          <Card title={copy("poster.title")}>
            <PosterView src={`/api/v1/copy-pictures/${picture.id}/file`} picture={picture} findings={findings} placed={placed} active={active} />
          </Card>
        ) : null}
        <Card title={copy("text")}>
          <MarkedText text={text} findings={findings} active={active} onPick={setActive} />
        </Card>
        <Card title={t("decide.title")} className="lg:sticky lg:bottom-4">
          {refusal ? <Callout tone="refusal" live className="mb-3" title={refusalText(refusal)} /> : null}
          <div role="radiogroup" aria-label={t("decide.title")} className="flex flex-wrap gap-2">
            {(Object.entries(KEYS) as [keyof typeof KEYS, DecisionKind][]).map(([key, decision]) => {
              const Icon = { approve: Check, "ask-changes": PenLine, reject: X, escalate: CircleArrowUp }[decision];
              return (
                <Button key={key} role="radio" aria-checked={kind === decision} variant={kind === decision ? "primary" : "secondary"} onClick={() => choose(decision)}>
                  <Icon aria-hidden />
                  {t(`decide.${decision}`)}
                  <kbd className="ml-1 text-xs opacity-70">{key.toUpperCase()}</kbd>
                </Button>
              );
            })}
          </div>
          {kind ? (
            <div className="mt-3 flex flex-wrap gap-1.5" aria-label={t("decide.canned")} role="group">
              {CANNED[kind].map((canned) => (
                <Button key={canned} size="sm" variant="ghost" onClick={() => setReason(t(`canned.${canned}`))}>
                  {t(`canned.${canned}`)}
                </Button>
              ))}
            </div>
          ) : null}
          <div className="mt-3 flex flex-col gap-1.5">
            <Label htmlFor={`${id}-reason`}>{t("decide.reason")}</Label>
            <Textarea
              id={`${id}-reason`}
              rows={2}
              maxLength={REASON_MAX}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
                if (event.key === "Escape") event.currentTarget.blur();
              }}
            />
          </div>
          <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
            <Button size="sm" variant="ghost" aria-expanded={showsKeys} onClick={() => setShowsKeys(!showsKeys)}>
              <Keyboard aria-hidden />
              {t("keys.show")}
            </Button>
            <Button variant="primary" pending={isPending} disabled={kind === null || reason.trim() === ""} onClick={send}>
              {t("decide.send")}
            </Button>
          </div>
          {showsKeys ? <p className="mt-2 text-[0.8125rem] whitespace-pre-line text-ink-muted">{t("keys.list")}</p> : null}
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t("findingsTitle", { count: findings.length })} description={findings.length > 0 ? t("findingsHint") : null}>
          {findings.length === 0 ? <p className="text-ink-muted">{t("noFindings")}</p> : null}
          <div className="flex flex-col gap-2">
            {findings.map((finding, index) => {
              const decision = said[index];
              return (
                <FindingCard
                  key={index}
                  id={`${id}-finding-${index}`}
                  finding={finding}
                  number={index + 1}
                  active={active === index}
                  lines={picture && placed ? posterLinesOf(placed, index, picture.lines) : undefined}
                  actions={
                    <>
                      <Button size="sm" aria-pressed={decision?.verdict === "upheld"} variant={decision?.verdict === "upheld" ? "primary" : "secondary"} onClick={() => { setActive(index); say(index, "upheld"); }}>
                        {t("uphold")}
                      </Button>
                      <Button size="sm" aria-pressed={decision?.verdict === "overruled"} variant={decision?.verdict === "overruled" ? "primary" : "secondary"} onClick={() => { setActive(index); say(index, "overruled"); }}>
                        {t("overrule")}
                      </Button>
                    </>
                  }
                >
                  {decision?.verdict === "overruled" ? (
                    <div className="mt-2 flex flex-col gap-1">
                      <Label htmlFor={`${id}-why-${index}`}>{t("why")}</Label>
                      <Input
                        id={`${id}-why-${index}`}
                        maxLength={REASON_MAX}
                        value={decision.reason}
                        onChange={(event) => setSaid((before) => ({ ...before, [index]: { verdict: "overruled", reason: event.target.value } }))}
                        onKeyDown={(event) => (event.key === "Enter" || event.key === "Escape" ? event.currentTarget.blur() : undefined)}
                      />
                    </div>
                  ) : null}
                </FindingCard>
              );
            })}
          </div>
        </Card>
        <Card title={copy("remarks.title")}>
          <RemarkThread copyId={submission.copyId} version={submission.version} text={submission.text} remarks={submission.remarks} span={span} add={addRemark} />
        </Card>
      </div>
    </div>
  );
}
