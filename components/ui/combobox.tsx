"use client";
import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { cn } from "./class-names";
import { OptionList } from "./option-list";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import type { ChoiceOption, OptionSearch } from "./use-option-search";

export type ComboboxProps = {
  label: string;
  options: readonly ChoiceOption[];
  value: string | null;
  onChange: (value: string, option: ChoiceOption) => void;
  onSearch?: OptionSearch;
  placeholder?: string;
  searchPlaceholder?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  onBlur?: () => void;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

/** One choice out of a list too long for a select. */
export function Combobox({ label, options, value, onChange, onSearch, placeholder, searchPlaceholder, id, disabled, className, onBlur, ...aria }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<ChoiceOption | null>(null);
  const current = options.find((option) => option.value === value) ?? (picked?.value === value ? picked : null);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) onBlur?.();
      }}
    >
      <PopoverTrigger
        id={id}
        disabled={disabled}
        aria-label={`${label}${current ? ` ${current.label}` : ""}`}
        className={cn("field-box flex h-9 w-full items-center justify-between gap-2 px-3 text-left", className)}
        {...aria}
      >
        <span className={cn("truncate", !current && "text-ink-faint")}>{current?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
      </PopoverTrigger>
      <PopoverContent label={label} className="w-(--radix-popover-trigger-width) min-w-60 p-0">
        <OptionList
          label={label}
          options={options}
          selected={value === null ? [] : [value]}
          onSearch={onSearch}
          searchPlaceholder={searchPlaceholder}
          onPick={(option) => {
            setPicked(option);
            onChange(option.value, option);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
