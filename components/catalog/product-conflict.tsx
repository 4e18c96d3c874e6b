import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { diffProduct, type ProductDifference } from "@/lib/catalog/diff-product";
import type { Product } from "@/lib/catalog/product";
import { DEFAULT_SKU_CODE } from "@/lib/catalog/schema";
import { fen, formatFen } from "@/lib/money/fen";
import type { ProductFormValues } from "./product-form-values";

/** What the other saved beside what one typed: nothing is lost, and one chooses. */
export function ProductConflict({ mine, theirs, onKeepMine, onTakeTheirs }: { mine: ProductFormValues; theirs: Product; onKeepMine: () => void; onTakeTheirs: () => void }) {
  const t = useTranslations("products");
  const common = useTranslations("common");
  const skus = mine.skus.map((sku) => ({ ...sku, code: sku.code || DEFAULT_SKU_CODE, installmentPriceFen: sku.installmentPriceFen ?? sku.cashPriceFen }));
  const differences = diffProduct({ ...mine, skus }, theirs);

  function fieldName(difference: ProductDifference): string {
    if (!("skuCode" in difference)) return t(`form.${difference.field}`);
    const field = difference.field === "sku" ? t("history.sku") : t(`form.${FIELD_LABELS[difference.field]}`);
    return difference.skuCode === DEFAULT_SKU_CODE ? field : `${difference.skuCode} · ${field}`;
  }
  function words(value: ProductDifference["mine"]): string {
    if (value === null || value === undefined || value === "") return common("none");
    if (typeof value === "boolean") return common(value ? "yes" : "no");
    if (typeof value === "number") return formatFen(fen(value));
    return typeof value === "string" ? value : value.join(", ") || common("none");
  }

  return (
    <Callout
      tone="warning"
      live
      title={t("conflict.title")}
      actions={
        <>
          <Button variant="primary" onClick={onKeepMine}>
            {t("conflict.keepMine")}
          </Button>
          <Button onClick={onTakeTheirs}>{t("conflict.takeTheirs")}</Button>
        </>
      }
    >
      <p>{differences.length === 0 ? t("conflict.noDifference") : t("conflict.description")}</p>
      {differences.length === 0 ? null : (
        <TableScroll label={t("conflict.title")} className="mt-2 max-h-64 overflow-y-auto rounded-sm border border-line bg-surface">
          <Table>
            <TableHead>
              <tr>
                <TableHeader>{t("conflict.field")}</TableHeader>
                <TableHeader>{t("conflict.mine")}</TableHeader>
                <TableHeader>{t("conflict.theirs")}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {differences.map((difference) => (
                <TableRow key={fieldName(difference)}>
                  <TableCell>{fieldName(difference)}</TableCell>
                  <TableCell className="tabular">{words(difference.mine)}</TableCell>
                  <TableCell className="tabular">{words(difference.theirs)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
    </Callout>
  );
}

const FIELD_LABELS = {
  name: "name",
  cashPriceFen: "cashPrice",
  installmentPriceFen: "installmentPrice",
  listPriceFen: "listPrice",
  costPriceFen: "costPrice",
  inStock: "inStock",
} as const;
