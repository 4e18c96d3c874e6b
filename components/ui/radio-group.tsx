"use client";
import { RadioGroup as RadioPrimitive } from "radix-ui";
import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./class-names";

export function RadioGroup({ className, ...rest }: ComponentProps<typeof RadioPrimitive.Root>) {
  return <RadioPrimitive.Root className={cn("flex flex-col gap-2", className)} {...rest} />;
}

export type RadioOptionProps = ComponentProps<typeof RadioPrimitive.Item> & {
  label: ReactNode;
  hint?: ReactNode;
  /** Draws a box around the option, for choices that need explaining. */
  boxed?: boolean;
};

export function RadioOption({ label, hint, boxed = false, id, className, ...rest }: RadioOptionProps) {
  const generated = useId();
  const inputId = id ?? generated;
  return (
    <div
      className={cn(
        "relative flex min-h-6 items-start gap-2.5",
        boxed && "rounded-md border border-line bg-surface p-3 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft",
        className,
      )}
    >
      <RadioPrimitive.Item
        id={inputId}
        aria-describedby={hint ? `${inputId}-hint` : undefined}
        className="relative mt-[2px] size-[18px] shrink-0 rounded-full border border-line-strong bg-surface before:absolute before:-inset-1 before:content-[''] disabled:opacity-55 data-[state=checked]:border-accent"
        {...rest}
      >
        <RadioPrimitive.Indicator className="absolute inset-[3px] rounded-full bg-accent" />
      </RadioPrimitive.Item>
      <div className="min-w-0 flex-1">
        <label htmlFor={inputId} className={cn("cursor-pointer font-medium", boxed && "after:absolute after:inset-0 after:content-['']")}>
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
