import type { ReactNode } from "react";
import { cn } from "./class-names";

export type SelectOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type SelectProps = {
  options: readonly SelectOption[];
  value: string | undefined;
  onValueChange: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  className?: string;
  size?: "sm" | "md";
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  onBlur?: () => void;
};

export function selectClasses(size: SelectProps["size"], className: string | undefined): string {
  return cn("field-box inline-flex w-full items-center justify-between gap-2 px-3 text-left data-placeholder:text-ink-faint", size === "sm" ? "h-8 text-[0.8125rem]" : "h-9", className);
}
