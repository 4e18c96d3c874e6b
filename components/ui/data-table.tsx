"use client";
import { flexRender, getCoreRowModel, getSortedRowModel, useReactTable, type ColumnDef, type Row, type RowData, type RowSelectionState, type SortingState } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { useMemo, useState, type ReactNode } from "react";
import { Checkbox } from "./checkbox";
import { cn } from "./class-names";
import { SortButton } from "./sort-button";
import { Skeleton } from "./skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "./table";

declare module "@tanstack/react-table" {
  interface ColumnMeta<TData extends RowData, TValue> {
    align?: "start" | "end";
    className?: string;
    cellClassName?: (row: TData, value: TValue) => string | undefined;
  }
}

const LOADING_ROWS = 6;

export type DataTableProps<Item> = {
  /** What the table lists; read out and used as the name of the scroll region. */
  label: string;
  columns: ColumnDef<Item, unknown>[];
  rows: readonly Item[];
  rowId: (item: Item) => string;
  /** Leave out to sort in the browser; give it when the server sorts. */
  sorting?: SortingState;
  onSortingChange?: (sorting: SortingState) => void;
  selection?: { ids: readonly string[]; onChange: (ids: string[]) => void; rowLabel: (item: Item) => string; canSelect?: (item: Item) => boolean };
  /** Shown above the rows while any is selected. */
  bulkActions?: ReactNode;
  /** Instead of the table below 768 px. */
  card?: (item: Item) => ReactNode;
  empty: ReactNode;
  error?: ReactNode;
  loading?: boolean;
  footer?: ReactNode;
};

export function DataTable<Item>(props: DataTableProps<Item>) {
  const { label, columns, rows, rowId, selection, bulkActions, card, empty, error, loading = false, footer } = props;
  const t = useTranslations("common");
  const [ownSorting, setOwnSorting] = useState<SortingState>([]);
  const sorting = props.sorting ?? ownSorting;
  const data = useMemo(() => [...rows], [rows]);
  const rowSelection = useMemo<RowSelectionState>(() => Object.fromEntries((selection?.ids ?? []).map((id) => [id, true])), [selection?.ids]);

  const table = useReactTable({
    data,
    columns,
    getRowId: rowId,
    state: { sorting, rowSelection },
    manualSorting: props.onSortingChange !== undefined,
    enableSortingRemoval: true,
    enableRowSelection: (row) => selection !== undefined && (selection.canSelect?.(row.original) ?? true),
    onSortingChange: (update) => {
      const next = typeof update === "function" ? update(sorting) : update;
      if (props.onSortingChange) props.onSortingChange(next);
      else setOwnSorting(next);
    },
    onRowSelectionChange: (update) => {
      const next = typeof update === "function" ? update(rowSelection) : update;
      selection?.onChange(Object.keys(next).filter((id) => next[id]));
    },
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });

  if (error) return <div className="p-4">{error}</div>;
  if (!loading && rows.length === 0) return <>{empty}</>;

  const selectedCount = selection?.ids.length ?? 0;
  const tableRows = table.getRowModel().rows;
  return (
    <div aria-busy={loading || undefined}>
      {selection && selectedCount > 0 ? (
        <div className="flex flex-wrap items-center gap-3 border-b border-line bg-accent-soft px-4 py-2">
          <p role="status" className="font-medium">
            {t("table.selected", { count: selectedCount })}
          </p>
          {bulkActions}
        </div>
      ) : null}
      {card ? (
        <ul className="divide-y divide-line md:hidden">
          {tableRows.map((row) => (
            <li key={row.id} className="flex gap-3 p-4">
              {selection ? <SelectBox row={row} name={selection.rowLabel(row.original)} /> : null}
              <div className="min-w-0 flex-1">{card(row.original)}</div>
            </li>
          ))}
        </ul>
      ) : null}
      <TableScroll label={label} className={cn("max-h-[calc(100dvh-12rem)] overflow-y-auto", card && "hidden md:block")}>
        <Table aria-label={label}>
          <TableHead className="sticky top-0 z-10 shadow-[inset_0_-1px_0_var(--line)]">
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {selection ? (
                  <TableHeader className="w-10">
                    <Checkbox
                      aria-label={t("table.selectAll")}
                      checked={table.getIsAllRowsSelected() ? true : table.getIsSomeRowsSelected() ? "indeterminate" : false}
                      onCheckedChange={(checked) => table.toggleAllRowsSelected(checked === true)}
                    />
                  </TableHeader>
                ) : null}
                {group.headers.map((header) => {
                  const direction = header.column.getIsSorted();
                  const content = header.isPlaceholder ? null : flexRender(header.column.columnDef.header, header.getContext());
                  return (
                    <TableHeader
                      key={header.id}
                      align={header.column.columnDef.meta?.align}
                      className={header.column.columnDef.meta?.className}
                      aria-sort={direction === "asc" ? "ascending" : direction === "desc" ? "descending" : undefined}
                    >
                      {header.column.getCanSort() && header.column.columnDef.enableSorting ? (
                        <SortButton direction={direction} onPress={header.column.getToggleSortingHandler()}>
                          {content}
                        </SortButton>
                      ) : (
                        content
                      )}
                    </TableHeader>
                  );
                })}
              </tr>
            ))}
          </TableHead>
          <TableBody>
            {loading
              ? Array.from({ length: LOADING_ROWS }, (_, index) => (
                  <TableRow key={index}>
                    {selection ? <TableCell /> : null}
                    {columns.map((_column, cell) => (
                      <TableCell key={cell}>
                        <Skeleton className="h-4 w-full max-w-40" />
                      </TableCell>
                    ))}
                  </TableRow>
                ))
              : tableRows.map((row) => (
                  <TableRow key={row.id} data-selected={row.getIsSelected()} className="hover:bg-hover/60">
                    {selection ? (
                      <TableCell>
                        <SelectBox row={row} name={selection.rowLabel(row.original)} />
                      </TableCell>
                    ) : null}
                    {row.getVisibleCells().map((cell) => (
                      <TableCell
                        key={cell.id}
                        align={cell.column.columnDef.meta?.align}
                        className={cn(cell.column.columnDef.meta?.className, cell.column.columnDef.meta?.cellClassName?.(row.original, cell.getValue()))}
                      >
                        {flexRender(cell.column.columnDef.cell, cell.getContext())}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
          </TableBody>
        </Table>
      </TableScroll>
      {footer ? <div className="border-t border-line">{footer}</div> : null}
    </div>
  );
}

function SelectBox<Item>({ row, name }: { row: Row<Item>; name: string }) {
  const t = useTranslations("common");
  return (
    <Checkbox
      aria-label={t("table.selectRow", { name })}
      checked={row.getIsSelected()}
      disabled={!row.getCanSelect()}
      onCheckedChange={(checked) => row.toggleSelected(checked === true)}
    />
  );
}
