import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { InstantText } from "@/components/ui/date-text";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { DEFAULT_SKU_CODE } from "@/lib/catalog/schema";
import type { PriceHistory } from "@/lib/catalog/price-history";
import { StockText } from "./stock-text";

/** Which price shoppers saw, from when until when, and who set it. */
export function PriceHistoryTable({ history, olderHref, showsAuthor }: { history: PriceHistory; olderHref: string | null; showsAuthor: boolean }) {
  const t = useTranslations("products.history");
  const detail = useTranslations("products.detail");
  return (
    <>
      <TableScroll label={t("label")}>
        <Table>
          <TableHead>
            <tr>
              <TableHeader>{t("from")}</TableHeader>
              <TableHeader>{t("until")}</TableHeader>
              <TableHeader>{t("sku")}</TableHeader>
              <TableHeader align="end">{t("cashPrice")}</TableHeader>
              <TableHeader align="end">{t("installmentPrice")}</TableHeader>
              <TableHeader align="end">{t("listPrice")}</TableHeader>
              <TableHeader>{t("stock")}</TableHeader>
              {showsAuthor ? <TableHeader>{t("setBy")}</TableHeader> : null}
            </tr>
          </TableHead>
          <TableBody>
            {history.records.map((record) => (
              <TableRow key={record.id}>
                <TableCell>
                  <InstantText at={record.from} />
                </TableCell>
                <TableCell>{record.until ? <InstantText at={record.until} /> : <Badge tone="accent">{t("now")}</Badge>}</TableCell>
                <TableCell>{record.name || (record.code === DEFAULT_SKU_CODE ? detail("defaultSku") : record.code)}</TableCell>
                {record.removed ? (
                  <TableCell colSpan={4}>
                    <span className="text-ink-muted">{t("removed")}</span>
                  </TableCell>
                ) : (
                  <>
                    <TableCell align="end">
                      <Money fen={record.cashPriceFen} />
                    </TableCell>
                    <TableCell align="end">
                      <Money fen={record.installmentPriceFen} />
                    </TableCell>
                    <TableCell align="end">{record.listPriceFen === null ? <span className="text-ink-faint">–</span> : <Money fen={record.listPriceFen} />}</TableCell>
                    <TableCell>
                      <StockText inStock={record.inStock ? 1 : 0} count={1} />
                    </TableCell>
                  </>
                )}
                {showsAuthor ? <TableCell>{record.setBy ? (record.setBy.byImport ? t("byImport", { name: record.setBy.name }) : record.setBy.name) : <span className="text-ink-faint">–</span>}</TableCell> : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      {olderHref ? (
        <div className="border-t border-line px-4 py-2 text-right">
          <Button asChild size="sm">
            <Link href={olderHref} scroll={false}>
              {t("older")}
            </Link>
          </Button>
        </div>
      ) : null}
    </>
  );
}
