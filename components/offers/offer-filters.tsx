"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useUrlParams } from "@/components/ui/use-url-params";
import { OFFER_STATES, type OfferState } from "@/lib/offers/offer-state";
import { PLACEMENTS } from "@/lib/offers/placement";

const SEARCH_AFTER_MS = 300;
const EVERY = "every";

/** State, placement and name; what is chosen stands in the address. */
export function OfferFilters({ counts }: { counts: Record<OfferState, number> }) {
  const t = useTranslations("offers");
  const { params, set } = useUrlParams();
  const [search, setSearch] = useState(params.get("search") ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const total = OFFER_STATES.reduce((sum, state) => sum + counts[state], 0);
  const isFiltered = params.has("state") || params.has("placement") || params.has("search");

  return (
    <search aria-label={t("filter.label")} className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
      <Input
        type="search"
        className="w-full sm:w-56"
        aria-label={t("filter.search")}
        placeholder={t("filter.search")}
        maxLength={60}
        value={search}
        onChange={(event) => {
          const text = event.target.value;
          setSearch(text);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => set({ search: text.trim() }), SEARCH_AFTER_MS);
        }}
      />
      <div className="w-40">
        <Select
          aria-label={t("filter.state")}
          value={params.get("state") ?? EVERY}
          onValueChange={(state) => set({ state: state === EVERY ? null : state })}
          options={[{ value: EVERY, label: `${t("filter.all")} ${total}` }, ...OFFER_STATES.map((state) => ({ value: state, label: `${t(`state.${state}`)} ${counts[state]}` }))]}
        />
      </div>
      <div className="w-40">
        <Select
          aria-label={t("filter.placement")}
          value={params.get("placement") ?? EVERY}
          onValueChange={(placement) => set({ placement: placement === EVERY ? null : placement })}
          options={[{ value: EVERY, label: t("filter.allPlacements") }, ...PLACEMENTS.map((placement) => ({ value: placement, label: t(`placement.${placement}`) }))]}
        />
      </div>
      {isFiltered ? (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => {
            setSearch("");
            set({ state: null, placement: null, search: null });
          }}
        >
          {t("filter.clear")}
        </Button>
      ) : null}
    </search>
  );
}
