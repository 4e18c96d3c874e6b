import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { WordList } from "@/lib/review/word-lists";
import { useWordListName } from "./use-word-list-name";

export function WordListName({ list }: { list: Pick<WordList, "kind"> }) {
  return useWordListName()(list);
}

export function WordListTable({ title, description, lists }: { title: string; description: string; lists: readonly WordList[] }) {
  const t = useTranslations("copyRules.words");
  return (
    <Card title={title} description={description} flush>
      <TableScroll label={title}>
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>{t("list")}</TableHeader>
              <TableHeader align="end">{t("patterns")}</TableHeader>
              <TableHeader align="end">{t("except")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {lists.map((list) => (
              <TableRow key={list.id}>
                <TableCell>
                  <Link href={`/platform/copy-rules/words/${list.id}`} className="inline-block py-0.5 font-medium text-accent-text underline-offset-2 hover:underline">
                    <WordListName list={list} />
                  </Link>
                </TableCell>
                <TableCell align="end">{list.patterns.length}</TableCell>
                <TableCell align="end">{list.except.length}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </Card>
  );
}
