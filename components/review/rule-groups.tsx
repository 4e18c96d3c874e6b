import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { RuleBook } from "@/lib/review/rule-book";
import { CertaintyBadge } from "./certainty-badge";
import { LevelBadge } from "./level-badge";
import { useReaderWords } from "./use-reader-words";

/** The rules by category: what each finds, how grave it is, and what law it leans on. */
export function RuleGroups({ groups, isOpen }: { groups: RuleBook["groups"]; isOpen: boolean }) {
  const t = useTranslations("copyRules");
  const copy = useTranslations("copy");
  const words = useReaderWords();
  return groups.map(({ category, rules }) => (
    <details key={category} open={isOpen} className="group mt-2 min-w-0 rounded-lg border border-line bg-surface">
      <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-muted transition-transform group-open:rotate-90" />
        <h2 className="text-[0.9375rem] font-semibold">{copy(`categories.${category}`)}</h2>
        <span className="text-[0.8125rem] text-ink-muted">{t("count", { count: rules.length })}</span>
      </summary>
      <div className="overflow-hidden rounded-b-lg border-t border-line">
        <TableScroll label={copy(`categories.${category}`)}>
          <Table>
            <TableHead>
              <TableRow>
                <TableHeader>{t("columns.rule")}</TableHeader>
                <TableHeader>{t("columns.level")}</TableHeader>
                <TableHeader align="end">{t("columns.patterns")}</TableHeader>
                <TableHeader>{t("columns.bases")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {rules.map((rule) => (
                <TableRow key={rule.id}>
                  <TableCell className="min-w-72">
                    <Link href={`/platform/copy-rules/rules/${rule.id}`} className="font-medium text-accent-text underline-offset-2 hover:underline">
                      {words(rule.reason)}
                    </Link>
                    <p className="font-mono text-xs text-ink-muted">{rule.id}</p>
                  </TableCell>
                  <TableCell>
                    <LevelBadge level={rule.level} />
                  </TableCell>
                  <TableCell align="end">
                    {rule.patterns}
                    {rule.except > 0 ? <span className="block text-xs whitespace-nowrap text-ink-muted">{t("exceptCount", { count: rule.except })}</span> : null}
                  </TableCell>
                  <TableCell className="min-w-80">
                    <ul className="flex flex-col gap-1 text-[0.8125rem]">
                      {rule.bases.map((basis) => (
                        <li key={basis.id} className="flex flex-wrap items-center gap-1.5">
                          <span>
                            {words(basis.title)}
                            {basis.article ? <span lang="zh-CN">{` · ${basis.article}`}</span> : null}
                          </span>
                          <CertaintyBadge certainty={basis.certainty} />
                        </li>
                      ))}
                    </ul>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      </div>
    </details>
  ));
}
