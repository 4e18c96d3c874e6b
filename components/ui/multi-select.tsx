"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "./class-names";
import { OptionList } from "./option-list";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import type { ChoiceOption, OptionSearch } from "./use-option-search";

export type MultiSelectProps = {
  label: string;
  options: readonly ChoiceOption[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  onSearch?: OptionSearch;
  /** Lets the person add words of their own, such as content tags. */
  creatable?: boolean;
  addLabel?: string;
  max?: number;
  id?: string;
  disabled?: boolean;
  onBlur?: () => void;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** Several choices, each shown as a tag that can be taken off. */
export function MultiSelect({ label, options, value, onChange, onSearch, creatable = false, addLabel, max, id, disabled = false, onBlur, ...aria }: MultiSelectProps) {
  const t = useTranslations("common");
  const [picked, setPicked] = useState<Record<string, string>>({});
  const isFull = max !== undefined && value.length >= max;
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label ?? picked[one] ?? one;

  function toggle(option: ChoiceOption) {
    setPicked((known) => ({ ...known, [option.value]: option.label }));
    if (value.includes(option.value)) onChange(value.filter((one) => one !== option.value));
    else if (!isFull) onChange([...value, option.value]);
  }

  return (
    <div className={cn("field-box flex min-h-9 flex-wrap items-center gap-1.5 p-1", disabled && "bg-sunken")} aria-invalid={aria["aria-invalid"]}>
      <ul aria-label={label} className="contents">
        {value.map((one) => (
          <li key={one} className="flex h-7 max-w-full items-center gap-0.5 rounded-sm bg-hover pl-2">
            <span className="truncate">{labelOf(one)}</span>
            <button
              type="button"
              disabled={disabled}
              aria-label={t("removeItem", { name: labelOf(one) })}
              onClick={() => onChange(value.filter((other) => other !== one))}
              className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-muted hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <Popover onOpenChange={(open) => (open ? undefined : onBlur?.())}>
        <PopoverTrigger
          id={id}
          disabled={disabled}
          aria-label={`${addLabel ?? t("add")} ${label}`}
          aria-describedby={aria["aria-describedby"]}
          className="inline-flex h-7 items-center gap-1 rounded-sm px-2 text-[0.8125rem] text-accent-text hover:bg-hover disabled:text-ink-faint"
        >
          <Plus aria-hidden className="size-3.5" />
          {addLabel ?? t("add")}
        </PopoverTrigger>
        <PopoverContent label={label} className="w-72 p-0">
          <OptionList
            label={label}
            options={options}
            selected={value}
            multiple
            onSearch={onSearch}
            onPick={toggle}
            onCreate={creatable && !isFull ? (text) => onChange([...value, text]) : undefined}
          />
          {isFull ? <p className="border-t border-line px-3 py-2 text-[0.8125rem] text-ink-muted">{t("atMost", { count: max })}</p> : null}
        </PopoverContent>
      </Popover>
    </div>
  );
}
