import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Sku } from "@/lib/catalog/product";
import { DEFAULT_SKU_CODE } from "@/lib/catalog/schema";
import { divide, multiplyDivide } from "@/lib/money/divide";
import { fen, formatFen } from "@/lib/money/fen";
import { StockText } from "./stock-text";

export function SkuTable({ skus, seesCost }: { skus: readonly Sku[]; seesCost: boolean }) {
  const t = useTranslations("products");
  return (
    <TableScroll label={t("detail.skusLabel")}>
      <Table>
        <TableHead>
          <tr>
            <TableHeader>{t("history.sku")}</TableHeader>
            <TableHeader align="end">{t("form.cashPrice")}</TableHeader>
            <TableHeader align="end">{t("form.installmentPrice")}</TableHeader>
            <TableHeader align="end">{t("form.listPrice")}</TableHeader>
            {seesCost ? <TableHeader align="end">{t("form.costPrice")}</TableHeader> : null}
            {seesCost ? <TableHeader align="end">{t("detail.margin")}</TableHeader> : null}
            <TableHeader>{t("columns.stock")}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {skus.map((sku) => (
            <TableRow key={sku.id}>
              <TableCell>
                <span className="block font-medium">{sku.name || t("detail.defaultSku")}</span>
                {sku.code === DEFAULT_SKU_CODE ? null : <span className="block text-[0.8125rem] break-all text-ink-muted">{sku.code}</span>}
              </TableCell>
              <TableCell align="end">
                <Money fen={sku.cashPriceFen} />
              </TableCell>
              <TableCell align="end" className={sku.installmentPriceFen > sku.cashPriceFen ? "text-warning-text" : undefined}>
                <Money fen={sku.installmentPriceFen} />
              </TableCell>
              <TableCell align="end">{sku.listPriceFen === null ? <Unknown /> : <Money fen={sku.listPriceFen} />}</TableCell>
              {seesCost ? <TableCell align="end">{typeof sku.costPriceFen === "number" ? <Money fen={sku.costPriceFen} /> : <Unknown />}</TableCell> : null}
              {seesCost ? <TableCell align="end">{typeof sku.costPriceFen === "number" ? <Margin cash={sku.cashPriceFen} cost={sku.costPriceFen} /> : <Unknown />}</TableCell> : null}
              <TableCell>
                <StockText inStock={sku.inStock ? 1 : 0} count={1} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}

function Margin({ cash, cost }: { cash: number; cost: number }) {
  const tenths = multiplyDivide(cash - cost, 1000, cash, "half-even");
  const isNegative = tenths < 0;
  const whole = divide(Math.abs(tenths), 10, "floor");
  return (
    <span className={isNegative ? "text-danger-text" : undefined}>
      <span className="block whitespace-nowrap">{formatFen(fen(cash - cost))}</span>
      <span className="block text-[0.8125rem] text-ink-muted">{`${isNegative ? "-" : ""}${whole}.${Math.abs(tenths) % 10}%`}</span>
    </span>
  );
}

function Unknown() {
  const t = useTranslations("products.detail");
  return <span className="text-ink-faint">{t("unknown")}</span>;
}
