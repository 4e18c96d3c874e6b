"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as SelectPrimitive } from "radix-ui";
import { selectClasses, type SelectProps } from "./select-face";

/** The select from its first opening on. */
export function OpenedSelect({ options, placeholder, id, className, size = "md", onBlur, value, onValueChange, disabled, ...aria }: SelectProps) {
  return (
    <SelectPrimitive.Root defaultOpen {...{ value, onValueChange, disabled }}>
      <SelectPrimitive.Trigger
        id={id}
        onBlur={onBlur}
        className={selectClasses(size, className)}
        {...aria}
      >
        <span className="truncate">
          <SelectPrimitive.Value placeholder={placeholder} />
        </span>
        <SelectPrimitive.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </SelectPrimitive.Icon>
      </SelectPrimitive.Trigger>
      <SelectPrimitive.Portal>
        <SelectPrimitive.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop-in overflow-hidden rounded-md border border-line bg-raised shadow-popover"
        >
          <SelectPrimitive.Viewport className="p-1">
            {options.map((option) => (
              <SelectPrimitive.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="relative flex min-h-8 cursor-pointer flex-col justify-center rounded-sm py-1.5 pr-3 pl-8 text-sm outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-faint data-highlighted:bg-hover"
              >
                <SelectPrimitive.ItemIndicator className="absolute top-2 left-2">
                  <Check aria-hidden className="size-4 text-accent-text" />
                </SelectPrimitive.ItemIndicator>
                <SelectPrimitive.ItemText>{option.label}</SelectPrimitive.ItemText>
                {option.hint ? <span className="text-[0.8125rem] text-ink-muted">{option.hint}</span> : null}
              </SelectPrimitive.Item>
            ))}
          </SelectPrimitive.Viewport>
        </SelectPrimitive.Content>
      </SelectPrimitive.Portal>
    </SelectPrimitive.Root>
  );
}
