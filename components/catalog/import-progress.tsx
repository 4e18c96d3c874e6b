"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ProductImport } from "@/lib/catalog/import-schema";

/** The work that goes on behind: how far it is, and the way to stop it. It goes on without this page. */
export function ImportProgress({ current, isBusy, onCancel }: { current: ProductImport; isBusy: boolean; onCancel: () => void }) {
  const t = useTranslations("imports.progress");
  const { state, fileName, rowCount, progress } = current;
  const { done, total } = progress;
  const isStoring = state === "committing";
  const share = total > 0 && done > 0 ? done / total : null;
  return (
    <Card title={isStoring ? t("storing") : t("checking")} description={fileName}>
      <ProgressBar label={isStoring ? t("storing") : t("checking")} share={share} />
      <p role="status" className="tabular mt-3">
        {isStoring ? t("rows", { done, total: rowCount }) : t("share", { share: share ?? 0 })}
      </p>
      <p className="mt-1 text-[0.8125rem] text-ink-muted">{isStoring ? t("storingText") : t("checkingText")}</p>
      <Button className="mt-4" disabled={isBusy} onClick={onCancel}>
        {isStoring ? t("cancelStoring") : t("cancelChecking")}
      </Button>
    </Card>
  );
}
