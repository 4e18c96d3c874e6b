"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { ProductImport } from "@/lib/catalog/import-schema";
import type { RefusedPage } from "./import-api";
import { RefusedRowsTable } from "./refused-rows-table";

export interface ImportCheckProps {
  current: ProductImport;
  refused: RefusedPage;
  errorFileHref: string;
  isBusy: boolean;
  onRemap: () => void;
  onCommit: () => void;
  onDiscard: () => void;
}

/** What would happen, before it does. */
export function ImportCheck({ current, refused, errorFileHref, isBusy, onRemap, onCommit, onDiscard }: ImportCheckProps) {
  const t = useTranslations("imports");
  const { rowCount, acceptedCount, refusedCount, createdCount, updatedCount } = current;
  return (
    <div className="flex flex-col gap-4">
      <Card title={t("steps.check")} description={t("check.file", { name: current.fileName, rows: rowCount, encoding: t(`encodings.${current.encoding ?? "xlsx"}`) })}>
        <StatGroup>
          <Stat label={t("check.accepted")} value={t("check.rowsUnit", { count: acceptedCount })} />
          <Stat label={t("check.refused")} value={t("check.rowsUnit", { count: refusedCount })} />
          <Stat label={t("check.created")} value={t("check.productsUnit", { count: createdCount })} />
          <Stat label={t("check.updated")} value={t("check.productsUnit", { count: updatedCount })} />
        </StatGroup>
        <div className="mt-4">
          {acceptedCount === 0 ? (
            <Callout tone="refusal" title={t("check.nothing")}>
              {t("check.nothingText")}
            </Callout>
          ) : refusedCount > 0 ? (
            <Callout tone="warning" title={t("check.partial", { count: refusedCount })}>
              {t("check.keeps")}
            </Callout>
          ) : (
            <Callout tone="success" title={t("check.allFine")}>
              {t("check.keeps")}
            </Callout>
          )}
        </div>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button variant="primary" pending={isBusy} disabled={acceptedCount === 0} onClick={onCommit}>
            {t("check.commit", { count: acceptedCount })}
          </Button>
          <Button disabled={isBusy} onClick={onRemap}>
            {t("check.remap")}
          </Button>
          <Button variant="ghost" disabled={isBusy} onClick={onDiscard}>
            {t("check.discard")}
          </Button>
        </div>
      </Card>
      {refusedCount > 0 ? <RefusedRowsTable refused={refused} errorFileHref={errorFileHref} /> : null}
    </div>
  );
}
