"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useUrlParams } from "@/components/ui/use-url-params";
import type { ProductSort } from "@/lib/catalog/product-order";
import type { LabelReason } from "@/lib/labels/label-reason";

const SEARCH_AFTER_MS = 250;
const ALL = "*";
const CURSOR_PARAMS = ["after", "trail"];

interface Facet {
  value: string;
  count: number;
}

export interface ProductFiltersProps {
  categories: readonly Facet[];
  tags: readonly Facet[];
  /** the first is what holds where none is chosen */
  sorts: readonly (ProductSort | "label")[];
  states: readonly LabelReason[];
}

/** Search and filters; what is chosen lives in the address, so that it can be shared and the back button works. */
export function ProductFilters({ categories, tags, sorts, states }: ProductFiltersProps) {
  const t = useTranslations("products");
  const reasons = useTranslations("labels.reasons");
  const common = useTranslations("common");
  const { params, set, isPending } = useUrlParams(CURSOR_PARAMS);
  const inAddress = params.get("q") ?? "";
  const [text, setText] = useState(inAddress);
  const [reported, setReported] = useState(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const isComposing = useRef(false);

  // The back button and "clear" change the address from outside.
  if (inAddress !== reported) {
    setReported(inAddress);
    setText(inAddress);
  }
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);

  function search(next: string) {
    setText(next);
    clearTimeout(timer.current ?? undefined);
    // Letters of an unfinished Chinese word are not what is looked for.
    if (isComposing.current) return;
    timer.current = setTimeout(() => {
      setReported(next.trim());
      set({ q: next.trim() });
    }, SEARCH_AFTER_MS);
  }

  const option = ({ value, count }: Facet) => ({ value, label: t("filters.option", { value: value === "" ? t("uncategorized") : value, count }) });
  const pick = (name: string) => (value: string) => set({ [name]: value === ALL ? null : value });
  const hasFilters = ["q", "category", "tag", "state"].some((name) => params.has(name));
  return (
    <search aria-label={t("filters.label")} aria-busy={isPending || undefined} className="flex flex-wrap items-start gap-2 px-4 py-3">
      <div className="w-full sm:w-72">
        <Input
          type="search"
          aria-label={t("searchLabel")}
          aria-describedby={[...text.trim()].length === 1 ? "search-hint" : undefined}
          placeholder={t("searchPlaceholder")}
          prefix={<Search />}
          value={text}
          onChange={(event) => search(event.target.value)}
          onCompositionStart={() => (isComposing.current = true)}
          onCompositionEnd={(event) => {
            isComposing.current = false;
            search(event.currentTarget.value);
          }}
        />
        {[...text.trim()].length === 1 ? (
          <p id="search-hint" role="status" className="mt-1 text-[0.8125rem] text-ink-muted">
            {t("searchTooShort")}
          </p>
        ) : null}
      </div>
      <div className="w-[calc(50%-4px)] sm:w-40">
        <Combobox label={t("filters.category")} options={[{ value: ALL, label: t("filters.allCategories") }, ...categories.filter(({ value }) => value !== "").map(option)]} value={params.get("category") ?? ALL} onChange={pick("category")} />
      </div>
      <div className="w-[calc(50%-4px)] sm:w-40">
        <Combobox label={t("filters.tag")} options={[{ value: ALL, label: t("filters.allTags") }, ...tags.map(option)]} value={params.get("tag") ?? ALL} onChange={pick("tag")} />
      </div>
      <div className="w-full sm:w-52">
        <Combobox
          label={t("filters.state")}
          options={[{ value: ALL, label: t("filters.allStates") }, ...states.map((state) => ({ value: state, label: reasons(state) }))]}
          value={params.get("state") ?? ALL}
          onChange={pick("state")}
        />
      </div>
      <div className="w-full sm:w-44">
        <Select
          aria-label={t("sorts.label")}
          value={sorts.find((sort) => sort === params.get("sort")) ?? sorts[0]!}
          onValueChange={(sort) => set({ sort: sort === sorts[0] ? null : sort })}
          options={sorts.map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }))}
        />
      </div>
      {hasFilters ? (
        <Button variant="ghost" onClick={() => set({ q: null, category: null, tag: null, state: null })}>
          {common("clearFilters")}
        </Button>
      ) : null}
    </search>
  );
}
