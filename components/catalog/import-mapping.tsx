"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { ENCODINGS, IMPORT_FIELDS, REQUIRED_IMPORT_FIELDS, type Encoding, type ImportField, type Mapping, type ProductImport } from "@/lib/catalog/import-schema";

const IGNORE = "-";

export interface ImportMappingProps {
  current: ProductImport;
  seesCost: boolean;
  isBusy: boolean;
  /** null once the file is no longer at hand */
  onEncoding: ((encoding: Encoding) => void) | null;
  onSubmit: (mapping: Mapping) => void;
  onDiscard: () => void;
}

/** Each column of the file with its first cells, and above them what it means. */
export function ImportMapping({ current, seesCost, isBusy, onEncoding, onSubmit, onDiscard }: ImportMappingProps) {
  const t = useTranslations("imports");
  const [mapping, setMapping] = useState<Mapping>(current.mapping);
  const fields = IMPORT_FIELDS.filter((field) => seesCost || field !== "costPrice");
  const missing = REQUIRED_IMPORT_FIELDS.filter((field) => mapping[field] === undefined);
  const nameOf = (column: number) => current.header[column] || t("map.unnamedColumn", { number: column + 1 });
  const fieldOf = (column: number) => fields.find((field) => mapping[field] === column) ?? IGNORE;

  function choose(column: number, choice: string) {
    // A column has one meaning and a meaning one column: whichever had it before lets go.
    const next = Object.fromEntries(Object.entries(mapping).filter(([field, other]) => other !== column && field !== choice)) as Mapping;
    if (choice !== IGNORE) next[choice as ImportField] = column;
    setMapping(next);
  }

  return (
    <Card title={t("map.title")} description={t("map.description")}>
      <TableScroll label={t("map.preview")} className="rounded-md border border-line">
        <Table>
          <TableHead>
            <tr>
              {current.header.map((_name, column) => (
                <TableHeader key={column} className="min-w-40 py-2 align-top">
                  <span className="mb-1.5 block truncate">{nameOf(column)}</span>
                  <Select
                    size="sm"
                    aria-label={t("map.column", { name: nameOf(column) })}
                    value={fieldOf(column)}
                    onValueChange={(choice) => choose(column, choice)}
                    options={[{ value: IGNORE, label: t("map.ignore") }, ...fields.map((field) => ({ value: field, label: t(`fields.${field}`), hint: field in HINTED ? t(`fieldHints.${field as keyof typeof HINTED}`) : undefined }))]}
                  />
                </TableHeader>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {current.sample.map((cells, row) => (
              <TableRow key={row}>
                {current.header.map((_name, column) => (
                  <TableCell key={column} className={fieldOf(column) === IGNORE ? "max-w-60 truncate text-ink-faint" : "max-w-60 truncate"}>
                    {cells[column] ?? ""}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" pending={isBusy} disabled={missing.length > 0} aria-describedby={missing.length > 0 ? "mapping-missing" : undefined} onClick={() => onSubmit(mapping)}>
            {t("map.submit")}
          </Button>
          <Button disabled={isBusy} onClick={onDiscard}>
            {t("check.discard")}
          </Button>
          <p id="mapping-missing" role="status" className="text-[0.8125rem] text-warning-text">
            {missing.length > 0 ? t("map.missing", { fields: missing.map((field) => t(`fields.${field}`)).join(t("map.separator")) }) : null}
          </p>
        </div>
        {onEncoding && current.encoding ? (
          <div className="flex items-center gap-2 text-[0.8125rem] text-ink-muted">
            <span>{t("map.garbled")}</span>
            <Select
              size="sm"
              className="w-40"
              aria-label={t("map.encoding")}
              value={current.encoding}
              disabled={isBusy}
              onValueChange={(encoding) => onEncoding(encoding as Encoding)}
              options={ENCODINGS.map((encoding) => ({ value: encoding, label: t(`encodings.${encoding}`) }))}
            />
          </div>
        ) : null}
      </div>
    </Card>
  );
}

const HINTED = { externalId: true, title: true, cashPrice: true, installmentPrice: true, contentTags: true, stock: true };
