import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { diffOfferContent } from "@/lib/offers/diff-offer-content";
import type { OfferContent } from "@/lib/offers/schema";
import { useOfferWords } from "./use-offer-words";

/** What differs between two contents, in words, side by side. */
export function OfferChanges({ before, after, templateWords }: { before: OfferContent; after: OfferContent; templateWords: Readonly<Record<string, string>> }) {
  const t = useTranslations("offers");
  const { fieldValue } = useOfferWords();
  const changes = diffOfferContent(before, after);
  return (
    <TableScroll label={t("detail.changes")}>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t("overtaken.field")}</TableHeader>
            <TableHeader>{t("history.before")}</TableHeader>
            <TableHeader>{t("history.after")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {changes.map(({ field }) => (
            <TableRow key={field}>
              <TableCell className="whitespace-nowrap">{t(`field.${field}`)}</TableCell>
              <TableCell className="tabular text-ink-muted">{fieldValue(field, before, templateWords)}</TableCell>
              <TableCell className="tabular font-medium">{fieldValue(field, after, templateWords)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}
