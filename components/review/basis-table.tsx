"use client";
import { PenLine, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { LegalBasis } from "@/lib/copy-check/rule-set";
import { BasisDialog } from "./basis-dialog";
import { CertaintyBadge } from "./certainty-badge";
import { useReaderWords } from "./use-reader-words";
import { useRuleDraft } from "./use-rule-draft";

export type BasisTableProps = { baseSha256: string; bases: readonly { basis: LegalBasis; rules: number }[]; mayPropose: boolean };

/** What the rules lean on, with how surely it is known; the collected corrections stand in their place. */
export function BasisTable({ baseSha256, bases, mayPropose }: BasisTableProps) {
  const t = useTranslations("copyRules.bases");
  const words = useReaderWords();
  const draft = useRuleDraft(baseSha256);
  const [opened, setOpened] = useState<{ basis: LegalBasis | null } | null>(null);
  const known = new Set(bases.map(({ basis }) => basis.id));
  const corrected = new Map(draft.changes.bases.map((basis) => [basis.id, basis]));
  const rows = [...bases.map(({ basis, rules }) => ({ basis: corrected.get(basis.id) ?? basis, rules })), ...draft.changes.bases.filter(({ id }) => !known.has(id)).map((basis) => ({ basis, rules: 0 }))];
  return (
    <Card
      title={t("title")}
      description={t("description")}
      flush
      actions={
        mayPropose ? (
          <Button size="sm" onClick={() => setOpened({ basis: null })}>
            <Plus aria-hidden />
            {t("add")}
          </Button>
        ) : null
      }
    >
      <TableScroll label={t("title")}>
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>{t("law")}</TableHeader>
              <TableHeader>{t("article")}</TableHeader>
              <TableHeader>{t("certainty")}</TableHeader>
              <TableHeader>{t("effectiveFrom")}</TableHeader>
              <TableHeader align="end">{t("rules")}</TableHeader>
              {mayPropose ? <TableHeader align="end">{t("change")}</TableHeader> : null}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ basis, rules }) => (
              <TableRow key={basis.id}>
                <TableCell className="min-w-72">
                  <span className="font-medium">{words(basis.title)}</span> {corrected.has(basis.id) ? <Badge tone="accent">{t("collected")}</Badge> : null}
                  <p lang="zh-CN" className="text-[0.8125rem] text-ink-muted">
                    {basis.source}
                  </p>
                </TableCell>
                <TableCell lang="zh-CN" className="min-w-28">
                  {basis.article || <span className="text-ink-muted">{t("noArticle")}</span>}
                </TableCell>
                <TableCell>
                  <CertaintyBadge certainty={basis.certainty} />
                </TableCell>
                <TableCell className="tabular whitespace-nowrap">{basis.effectiveFrom ?? <span className="text-ink-muted">{t("noDate")}</span>}</TableCell>
                <TableCell align="end">{rules}</TableCell>
                {mayPropose ? (
                  <TableCell align="end">
                    <Button size="icon-sm" variant="ghost" aria-label={t("changeOne", { law: words(basis.title) })} onClick={() => setOpened({ basis })}>
                      <PenLine aria-hidden />
                    </Button>
                  </TableCell>
                ) : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      {opened ? (
        <BasisDialog
          basis={opened.basis}
          original={bases.find(({ basis }) => basis.id === opened.basis?.id)?.basis ?? null}
          takenIds={rows.map(({ basis }) => basis.id)}
          onCollect={(basis) => {
            draft.putBasis(opened.basis?.id ?? basis?.id ?? "", basis);
            setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Card>
  );
}
