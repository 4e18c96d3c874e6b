"use client";
import { Check, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { cn } from "./class-names";
import { useOptionSearch, type ChoiceOption, type OptionSearch } from "./use-option-search";

export type OptionListProps = {
  label: string;
  options: readonly ChoiceOption[];
  selected: readonly string[];
  onPick: (option: ChoiceOption) => void;
  onSearch?: OptionSearch;
  /** Offers to add what was typed as a new option. */
  onCreate?: (text: string) => void;
  multiple?: boolean;
  searchPlaceholder?: string;
};

/** A search box over a list box, for use inside a popover. */
export function OptionList({ label, options, selected, onPick, onSearch, onCreate, multiple = false, searchPlaceholder }: OptionListProps) {
  const t = useTranslations("common");
  const id = useId();
  const search = useOptionSearch({ options, onSearch, onPick, isOpen: true });
  const listRef = useRef<HTMLUListElement>(null);
  const typed = search.query.trim();
  const canCreate = onCreate !== undefined && typed !== "" && !search.shown.some((option) => option.label === typed) && !selected.includes(typed);

  useEffect(() => {
    listRef.current?.querySelector(`[data-index="${search.activeIndex}"]`)?.scrollIntoView({ block: "nearest" });
  }, [search.activeIndex]);

  return (
    <div>
      <div className="relative border-b border-line">
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-faint" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={search.shown[search.activeIndex] ? `${id}-${search.activeIndex}` : undefined}
          autoComplete="off"
          placeholder={searchPlaceholder ?? t("search")}
          value={search.query}
          onChange={(event) => search.setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && canCreate && search.shown.length === 0 && !event.nativeEvent.isComposing) {
              event.preventDefault();
              onCreate(typed);
              search.setQuery("");
              return;
            }
            search.onKeyDown(event);
          }}
          className="h-9 w-full rounded-t-md bg-transparent pr-3 pl-9 focus-visible:-outline-offset-2"
        />
      </div>
      <ul ref={listRef} id={`${id}-list`} role="listbox" aria-label={label} aria-multiselectable={multiple || undefined} tabIndex={-1} className="max-h-64 overflow-y-auto p-1 empty:hidden">
        {search.shown.map((option, index) => {
          const isSelected = selected.includes(option.value);
          return (
            <li
              key={option.value}
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              aria-selected={isSelected}
              aria-disabled={option.disabled || undefined}
              onMouseEnter={() => search.setActiveIndex(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => (option.disabled ? undefined : onPick(option))}
              className={cn(
                "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 aria-disabled:cursor-not-allowed aria-disabled:text-ink-faint",
                index === search.activeIndex && "bg-hover",
              )}
            >
              <Check aria-hidden className={cn("size-4 shrink-0 text-accent-text", !isSelected && "invisible")} />
              <span className="min-w-0 flex-1">
                <span className="block truncate">{option.label}</span>
                {option.hint ? <span className="block truncate text-[0.8125rem] text-ink-muted">{option.hint}</span> : null}
              </span>
            </li>
          );
        })}
      </ul>
      {canCreate ? (
        <div className="border-t border-line p-1">
          <button
            type="button"
            onClick={() => {
              onCreate(typed);
              search.setQuery("");
            }}
            className="flex min-h-8 w-full items-center rounded-sm px-2 text-left text-accent-text hover:bg-hover"
          >
            {t("addOption", { text: typed })}
          </button>
        </div>
      ) : null}
      <p role="status" className={cn("px-3 py-2 text-[0.8125rem] text-ink-muted", search.shown.length > 0 && "sr-only")}>
        {search.hasFailed ? t("searchFailed") : search.isSearching ? t("loading") : search.shown.length === 0 ? t("noMatch") : t("matchCount", { count: search.shown.length })}
      </p>
    </div>
  );
}
