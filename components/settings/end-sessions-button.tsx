"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";

export function EndSessionsButton({ endSessions }: { endSessions: () => Promise<ActionResult<void>> }) {
  const t = useTranslations("settings.sessions");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <ConfirmDialog
      danger
      trigger={<Button variant="danger-outline">{t("end")}</Button>}
      title={t("confirmTitle")}
      description={t("confirmText")}
      confirmLabel={t("end")}
      onConfirm={async () => {
        const result = await endSessions();
        if (!result.ok) {
          setProblem(refusalText(result.refusal));
          return false;
        }
        router.replace("/sign-in?ended=1");
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
