import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./class-names";

const badgeClasses = cva("inline-flex min-h-[22px] items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3", {
  variants: {
    tone: {
      neutral: "bg-hover text-ink-muted",
      accent: "bg-accent-soft text-accent-text",
      success: "bg-success-soft text-success-text",
      warning: "bg-warning-soft text-warning-text",
      danger: "bg-danger-soft text-danger-text",
      outline: "border border-line-strong text-ink-muted",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export type Tone = NonNullable<VariantProps<typeof badgeClasses>["tone"]>;

export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof badgeClasses>) {
  return <span className={cn(badgeClasses({ tone }), className)} {...rest} />;
}

const dotColors: Record<Exclude<Tone, "outline">, string> = {
  neutral: "bg-line-strong",
  accent: "bg-accent-text",
  success: "bg-success-line",
  warning: "bg-warning-line",
  danger: "bg-danger-line",
};

/** A state in words with a dot; the words carry the meaning, the color only helps. */
export function StatusPill({ tone = "neutral", className, children, ...rest }: ComponentProps<"span"> & { tone?: Exclude<Tone, "outline"> }) {
  return (
    <Badge tone={tone} className={cn("rounded-full px-2", className)} {...rest}>
      <span aria-hidden className={cn("size-1.5 rounded-full", dotColors[tone])} />
      {children}
    </Badge>
  );
}
