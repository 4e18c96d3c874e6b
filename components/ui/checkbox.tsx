"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as CheckboxPrimitive } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./class-names";

export function Checkbox({ className, ...rest }: ComponentProps<typeof CheckboxPrimitive.Root>) {
  return (
    <CheckboxPrimitive.Root
      className={cn(
        "group relative size-[18px] shrink-0 align-middle rounded-sm border border-line-strong bg-surface before:absolute before:-inset-1 before:content-[''] disabled:cursor-not-allowed disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent",
        className,
      )}
      {...rest}
    >
      <CheckboxPrimitive.Indicator className="flex items-center justify-center text-accent-ink [&_svg]:size-3.5">
        <Check aria-hidden strokeWidth={3} className="group-data-[state=indeterminate]:hidden" />
        <Minus aria-hidden strokeWidth={3} className="hidden group-data-[state=indeterminate]:block" />
      </CheckboxPrimitive.Indicator>
    </CheckboxPrimitive.Root>
  );
}

/** A checkbox with its words; the hint is tied to it. */
export function CheckboxField({ label, hint, id, ...rest }: ComponentProps<typeof CheckboxPrimitive.Root> & { label: ReactNode; hint?: ReactNode }) {
  const generated = useId();
  const inputId = id ?? generated;
  return (
    <div className="flex min-h-6 items-start gap-2.5">
      <Checkbox id={inputId} aria-describedby={hint ? `${inputId}-hint` : undefined} className="mt-[3px]" {...rest} />
      <div>
        <label htmlFor={inputId} className="cursor-pointer">
          {label}
        </label>
        {hint ? (
          <p id={`${inputId}-hint`} className="text-[0.8125rem] text-ink-muted">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
