"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";

export function RemoveProductButton({ title, base, remove }: { title: string; base: string; remove: () => Promise<ActionResult<void>> }) {
  const t = useTranslations("products.remove");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);

  async function confirm(): Promise<boolean> {
    const result = await remove();
    if (!result.ok) {
      setProblem(refusalText(result.refusal));
      router.refresh();
      return false;
    }
    toast.success(t("done"));
    router.push(base);
    router.refresh();
    return true;
  }

  return (
    <ConfirmDialog
      trigger={<Button>{t("action")}</Button>}
      onOpenChange={() => setProblem(null)}
      title={t("title", { title })}
      description={t("description")}
      confirmLabel={t("confirm")}
      danger
      onConfirm={confirm}
    >
      {problem ? <Callout tone="refusal" live title={problem} /> : null}
    </ConfirmDialog>
  );
}
