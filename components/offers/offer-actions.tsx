"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import type { OfferState } from "@/lib/offers/offer-state";

type Switch = (input: { offerId: string; reason: string }) => Promise<ActionResult<void>>;

export interface OfferActionsProps {
  offerId: string;
  name: string;
  state: OfferState;
  pause: Switch;
  resume: Switch;
  end: Switch;
}

const TEXTS = { pause: "paused", resume: "resumed", end: "ended", discard: "discarded" } as const;

/** Pause, resume, end: each asks first, and the reason goes into the record. */
export function OfferActions({ offerId, name, state, pause, resume, end }: OfferActionsProps) {
  const props = { offerId, name };
  return (
    <>
      {state === "live" || state === "scheduled" ? <SwitchButton {...props} action="pause" run={pause} /> : null}
      {state === "paused" ? <SwitchButton {...props} action="resume" run={resume} /> : null}
      {state === "draft" ? <SwitchButton {...props} action="discard" run={end} danger /> : state === "ended" ? null : <SwitchButton {...props} action="end" run={end} danger />}
    </>
  );
}

function SwitchButton({ offerId, name, action, run, danger = false }: { offerId: string; name: string; action: keyof typeof TEXTS; run: Switch; danger?: boolean }) {
  const t = useTranslations("offers.action");
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <ConfirmDialog
      trigger={<Button variant={action === "resume" ? "primary" : "secondary"}>{t(action)}</Button>}
      onOpenChange={() => setProblem(null)}
      title={t(`${action}Title`, { name })}
      description={t(`${action}Description`)}
      confirmLabel={t(action)}
      danger={danger}
      reason={action === "resume" ? undefined : { label: t("reason"), hint: t("reasonHint") }}
      onConfirm={async (reason) => {
        const result = await run({ offerId, reason });
        if (!result.ok) {
          setProblem(refusalText(result.refusal));
          return false;
        }
        toast.success(t(TEXTS[action]));
        return true;
      }}
    >
      {problem ? (
        <Callout tone="refusal" live>
          {problem}
        </Callout>
      ) : null}
    </ConfirmDialog>
  );
}
