import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { RuleBook } from "@/lib/review/rule-book";
import { CertaintyBadge } from "./certainty-badge";
import { LevelBadge } from "./level-badge";
import { useReaderWords } from "./use-reader-words";

/** The rules by category: what each finds, how grave it is, and what law it leans on. */
export function RuleGroups({ groups }: { groups: RuleBook["groups"] }) {
  const t = useTranslations("copyRules");
  const copy = useTranslations("copy");
  const words = useReaderWords();
  return groups.map(({ category, rules }) => (
    <Card key={category} className="mt-4" title={copy(`categories.${category}`)} description={t("count", { count: rules.length })} flush>
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
    </Card>
  ));
}
