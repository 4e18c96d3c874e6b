"use client";
import { Check, ChevronDown } from "lucide-react";
import { Select as SelectPrimitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type SelectOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type SelectProps = Omit<ComponentProps<typeof SelectPrimitive.Root>, "children"> & {
  options: readonly SelectOption[];
  placeholder?: string;
  id?: string;
  className?: string;
  size?: "sm" | "md";
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  onBlur?: () => void;
};

export function Select({ options, placeholder, id, className, size = "md", onBlur, name, value, defaultValue, onValueChange, open, onOpenChange, disabled, required, ...aria }: SelectProps) {
  return (
    <SelectPrimitive.Root {...{ name, value, defaultValue, onValueChange, open, onOpenChange, disabled, required }}>
      <SelectPrimitive.Trigger
        id={id}
        onBlur={onBlur}
        className={cn(
          "field-box inline-flex w-full items-center justify-between gap-2 px-3 text-left data-placeholder:text-ink-faint",
          size === "sm" ? "h-8 text-[0.8125rem]" : "h-9",
          className,
        )}
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
