"use client";
import { Check, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import type { TemplateProblem } from "@/lib/review/judge-template";
import { problemsOf } from "./problems-of";
import { TemplateProblems } from "./template-problems";

export type TemplateDecisionProps = {
  proposalId: string;
  isOwn: boolean;
  approve: (input: { proposalId: string }) => Promise<ActionResult<void>>;
  refuse: (input: { proposalId: string; reason: string }) => Promise<ActionResult<void>>;
};

/** Approve, or refuse with a reason; who proposed it may only take it back. */
export function TemplateDecision({ proposalId, isOwn, approve, refuse }: TemplateDecisionProps) {
  const t = useTranslations("templates.proposals");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [isDone, setDone] = useState(false);
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);

  async function decide(result: ActionResult<void>, done: string): Promise<boolean> {
    if (result.ok) {
      toast.success(done);
      setDone(true);
    } else {
      const found = problemsOf(result.refusal);
      setProblems(found);
      if (found.length === 0) toast.error(refusalText(result.refusal));
    }
    router.refresh();
    // Found problems stand below the buttons, so the dialog closes all the same.
    return true;
  }

  if (isDone) return null;
  return (
    <div className="flex flex-col gap-3">
      {isOwn ? <p className="text-[0.8125rem] text-ink-muted">{t("own")}</p> : null}
      <div className="flex flex-wrap gap-2">
        {isOwn ? null : (
          <ConfirmDialog
            trigger={
              <Button variant="primary" size="sm">
                <Check aria-hidden />
                {t("approve")}
              </Button>
            }
            title={t("approveTitle")}
            description={t("approveText")}
            confirmLabel={t("approve")}
            onConfirm={async () => decide(await approve({ proposalId }), t("approved"))}
          />
        )}
        <ConfirmDialog
          danger
          trigger={
            <Button variant="danger-outline" size="sm">
              <X aria-hidden />
              {t(isOwn ? "withdraw" : "refuse")}
            </Button>
          }
          title={t(isOwn ? "withdrawTitle" : "refuseTitle")}
          description={t("refuseText")}
          confirmLabel={t(isOwn ? "withdraw" : "refuse")}
          reason={{ label: t("reason") }}
          onConfirm={async (reason) => decide(await refuse({ proposalId, reason }), t(isOwn ? "withdrawn" : "refused"))}
        />
      </div>
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        <TemplateProblems problems={problems} />
      </div>
    </div>
  );
}
