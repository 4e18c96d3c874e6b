"use client";
import type { ColumnDef } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import type { ProductRow } from "@/lib/catalog/product";
import type { LabelReason } from "@/lib/labels/label-reason";
import { LabelStatePill } from "./label-state-pill";
import { PriceSpan } from "./price-span";
import { StockText } from "./stock-text";
import { TagList } from "./tag-list";

export type ListedProduct = ProductRow & { labelReason: LabelReason | null };

export function ProductTable({ base, products, empty, footer }: { base: string; products: readonly ListedProduct[]; empty: ReactNode; footer: ReactNode }) {
  const t = useTranslations("products");
  const seesMargin = products.some(({ marginBps }) => marginBps !== undefined);
  const columns = useMemo<ColumnDef<ListedProduct, unknown>[]>(
    () => [
      { id: "product", header: t("columns.product"), cell: ({ row }) => <ProductName base={base} product={row.original} />, meta: { className: "min-w-56" } },
      { id: "category", header: t("columns.category"), cell: ({ row }) => <Category category={row.original.category} /> },
      { id: "tags", header: t("columns.tags"), cell: ({ row }) => <TagList tags={row.original.contentTags} label={t("columns.tags")} /> },
      { id: "price", header: t("columns.price"), cell: ({ row }) => <PriceSpan product={row.original} />, meta: { align: "end" } },
      ...(seesMargin ? [{ id: "margin", header: t("columns.margin"), cell: ({ row }: { row: { original: ListedProduct } }) => <MarginText marginBps={row.original.marginBps ?? null} />, meta: { align: "end" as const } }] : []),
      { id: "stock", header: t("columns.stock"), cell: ({ row }) => <StockText inStock={row.original.skusInStock} count={row.original.skuCount} /> },
      { id: "label", header: t("columns.label"), cell: ({ row }) => (row.original.labelReason ? <LabelStatePill reason={row.original.labelReason} /> : null) },
      { id: "changed", header: t("columns.changed"), cell: ({ row }) => <InstantText at={row.original.changedAt} />, meta: { className: "max-xl:hidden" } },
    ],
    [base, seesMargin, t],
  );
  return (
    <DataTable
      label={t("listLabel")}
      columns={columns}
      rows={products}
      rowId={(product) => product.id}
      empty={empty}
      footer={footer}
      card={(product) => (
        <div className="flex flex-col gap-2">
          <ProductName base={base} product={product} />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <PriceSpan product={product} />
            <StockText inStock={product.skusInStock} count={product.skuCount} />
          </div>
          {seesMargin ? (
            <p className="text-[0.8125rem] text-ink-muted">
              {t("columns.margin")} <MarginText marginBps={product.marginBps ?? null} />
            </p>
          ) : null}
          <div className="flex flex-wrap items-center gap-2">
            {product.labelReason ? <LabelStatePill reason={product.labelReason} /> : null}
            {product.contentTags.length > 0 ? <TagList tags={product.contentTags} label={t("columns.tags")} /> : null}
          </div>
        </div>
      )}
    />
  );
}

function ProductName({ base, product }: { base: string; product: ListedProduct }) {
  const t = useTranslations("products");
  return (
    <div className="min-w-0">
      <Link href={`${base}/${product.id}`} className="inline-flex min-h-6 items-center font-medium text-ink hover:text-accent-text hover:underline">
        {product.title}
      </Link>
      <p className="text-[0.8125rem] break-all text-ink-muted">
        {t("externalId", { id: product.externalId })}
        {product.skuCount > 1 ? ` · ${t("skuCount", { count: product.skuCount })}` : null}
      </p>
    </div>
  );
}

function MarginText({ marginBps }: { marginBps: number | null }) {
  const t = useTranslations("products");
  return marginBps === null ? <span className="text-ink-faint">{t("marginUnknown")}</span> : <span className={marginBps < 0 ? "tabular text-danger-text" : "tabular"}>{t("marginPercent", { share: marginBps / 10_000 })}</span>;
}

function Category({ category }: { category: string }) {
  const t = useTranslations("products");
  return category === "" ? <span className="text-ink-faint">{t("uncategorized")}</span> : <span className="whitespace-nowrap">{category}</span>;
}
