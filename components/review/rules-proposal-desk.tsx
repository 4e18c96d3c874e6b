"use client";
import { Check, FlaskConical, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import type { RulesProposal } from "@/lib/review/rule-book";
import type { Trial } from "@/lib/review/trial";
import { TrialView } from "./trial-view";

export type RulesProposalDeskProps = {
  proposal: Pick<RulesProposal, "id" | "fromDate" | "isOwn" | "isOvertaken">;
  mayApprove: boolean;
  tryOut: (proposalId: string) => Promise<ActionResult<Trial>>;
  approve: (input: { proposalId: string }) => Promise<ActionResult<void>>;
  refuse: (input: { proposalId: string; reason: string }) => Promise<ActionResult<void>>;
};

/** An open proposal before the second person: the trial first, then the decision. */
export function RulesProposalDesk({ proposal, mayApprove, tryOut, approve, refuse }: RulesProposalDeskProps) {
  const t = useTranslations("copyRules");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [trial, setTrial] = useState<Trial | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isTrying, startTrying] = useTransition();
  const { id: proposalId, fromDate, isOwn, isOvertaken } = proposal;

  function look() {
    setRefusal(null);
    startTrying(async () => {
      const answer = await tryOut(proposalId);
      if (answer.ok) setTrial(answer.value);
      else setRefusal(answer.refusal);
    });
  }

  function finish(answer: ActionResult<void>, done: string): boolean | void {
    if (!answer.ok) {
      toast.error(refusalText(answer.refusal));
      router.refresh();
      return false;
    }
    toast.success(done);
    router.refresh();
  }

  return (
    <Card
      title={t("trial.title")}
      description={t("trial.description")}
      actions={
        <Button pending={isTrying} onClick={look}>
          <FlaskConical aria-hidden />
          {t("trial.run")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {refusal ? <Callout tone="refusal" live title={refusalText(refusal)} /> : null}
        {isOvertaken ? <Callout tone="warning" title={t("proposals.overtaken")}>{t("proposals.overtakenText")}</Callout> : null}
        {isOwn ? <Callout title={t("proposals.own")} /> : null}
        {trial ? <TrialView trial={trial} /> : <p className="text-[0.8125rem] text-ink-muted">{t(mayApprove && !isOwn ? "trial.firstApprove" : "trial.none")}</p>}
        {mayApprove ? (
          <div className="flex flex-wrap justify-end gap-2">
            <ConfirmDialog
              trigger={
                <Button>
                  <X aria-hidden />
                  {t(isOwn ? "proposals.takeBack" : "proposals.refuse")}
                </Button>
              }
              title={t(isOwn ? "proposals.takeBackTitle" : "proposals.refuseTitle")}
              description={t("proposals.refuseText")}
              confirmLabel={t(isOwn ? "proposals.takeBack" : "proposals.refuse")}
              reason={{ label: t("proposals.reason") }}
              onConfirm={async (reason) => finish(await refuse({ proposalId, reason }), t("proposals.refused"))}
            />
            {isOwn || isOvertaken ? null : (
              <ConfirmDialog
                trigger={
                  <Button variant="primary" disabled={trial === null}>
                    <Check aria-hidden />
                    {t("proposals.approve")}
                  </Button>
                }
                title={t("proposals.approveTitle")}
                description={t("proposals.approveText", { date: fromDate, count: trial?.live.falling ?? 0 })}
                confirmLabel={t("proposals.approve")}
                onConfirm={async () => finish(await approve({ proposalId }), t("proposals.approved"))}
              />
            )}
          </div>
        ) : null}
      </div>
    </Card>
  );
}
