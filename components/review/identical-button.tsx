"use client";
import { CopyCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import type { IdenticalApproved } from "@/lib/review/approve-identical";

/** The same words of other shops, approved in one step. */
export function IdenticalButton({ submissionId, count, approve }: { submissionId: string; count: number; approve: (input: { submissionId: string; reason: string }) => Promise<ActionResult<IdenticalApproved>> }) {
  const t = useTranslations("reviews.identical");
  const router = useRouter();
  const refusalText = useRefusalText();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="primary">
          <CopyCheck aria-hidden />
          {t("button", { count })}
        </Button>
      }
      title={t("title", { count })}
      description={t("text")}
      confirmLabel={t("confirm")}
      reason={{ label: t("reason") }}
      onConfirm={async (reason) => {
        const result = await approve({ submissionId, reason });
        if (!result.ok) {
          toast.error(refusalText(result.refusal));
          return false;
        }
        toast.success(t("done", { approved: result.value.approved.length, left: result.value.left.length }));
        router.refresh();
      }}
    />
  );
}
