"use client";
import { OctagonX, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";

type Change = (input: { reason: string }) => Promise<ActionResult<unknown>>;

/** One button that takes every label of the shop down, after a reason. */
export function StopLabelsButton({ stop }: { stop: Change }) {
  const t = useTranslations("labels.stop");
  const change = useChange(stop, t("done"));
  return (
    <ConfirmDialog
      danger
      trigger={
        <Button variant="danger-outline">
          <OctagonX aria-hidden />
          {t("button")}
        </Button>
      }
      title={t("title")}
      description={t("text")}
      confirmLabel={t("confirm")}
      reason={{ label: t("reason"), hint: t("reasonHint") }}
      onConfirm={change}
    />
  );
}

export function LiftStopButton({ lift }: { lift: Change }) {
  const t = useTranslations("labels.stop");
  const change = useChange(lift, t("liftDone"));
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm">
          <Play aria-hidden />
          {t("lift")}
        </Button>
      }
      title={t("liftTitle")}
      description={t("liftText")}
      confirmLabel={t("liftConfirm")}
      reason={{ label: t("liftReason"), hint: t("reasonHint") }}
      onConfirm={change}
    />
  );
}

function useChange(change: Change, done: string): (reason: string) => Promise<boolean | void> {
  const refusalText = useRefusalText();
  return async (reason) => {
    const result = await change({ reason });
    if (result.ok) {
      toast.success(done);
      return;
    }
    toast.error(refusalText(result.refusal));
    return false;
  };
}
