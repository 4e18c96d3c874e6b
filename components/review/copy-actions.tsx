"use client";
import { Archive, CircleStop, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";

export type CopyActionsProps = {
  copyId: string;
  /** the submission that is under review, if any */
  submissionId: string | null;
  isLive: boolean;
  mayArchive: boolean;
  withdraw: (input: { submissionId: string }) => Promise<ActionResult<void>>;
  takeDown: (input: { copyId: string; reason: string }) => Promise<ActionResult<void>>;
  archive: (input: { copyId: string }) => Promise<ActionResult<void>>;
};

export function CopyActions({ copyId, submissionId, isLive, mayArchive, withdraw, takeDown, archive }: CopyActionsProps) {
  const t = useTranslations("copy.actions");
  const router = useRouter();
  const refusalText = useRefusalText();
  async function finish(result: ActionResult<void>, done: string): Promise<boolean | void> {
    if (!result.ok) {
      toast.error(refusalText(result.refusal));
      return false;
    }
    toast.success(done);
    router.refresh();
  }
  return (
    <>
      {submissionId ? (
        <ConfirmDialog
          trigger={
            <Button>
              <Undo2 aria-hidden />
              {t("withdraw")}
            </Button>
          }
          title={t("withdrawTitle")}
          description={t("withdrawText")}
          confirmLabel={t("withdraw")}
          onConfirm={async () => finish(await withdraw({ submissionId }), t("withdrawn"))}
        />
      ) : null}
      {isLive ? (
        <ConfirmDialog
          danger
          trigger={
            <Button variant="danger-outline">
              <CircleStop aria-hidden />
              {t("takeDown")}
            </Button>
          }
          title={t("takeDownTitle")}
          description={t("takeDownText")}
          confirmLabel={t("takeDown")}
          reason={{ label: t("reason") }}
          onConfirm={async (reason) => finish(await takeDown({ copyId, reason }), t("takenDown"))}
        />
      ) : null}
      {mayArchive ? (
        <ConfirmDialog
          trigger={
            <Button>
              <Archive aria-hidden />
              {t("archive")}
            </Button>
          }
          title={t("archiveTitle")}
          description={t("archiveText")}
          confirmLabel={t("archive")}
          onConfirm={async () => finish(await archive({ copyId }), t("archived"))}
        />
      ) : null}
    </>
  );
}
