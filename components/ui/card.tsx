import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** For a card whose body is a table that reaches the edges. */
  flush?: boolean;
  headingLevel?: 2 | 3;
};

export function Card({ title, description, actions, flush = false, headingLevel = 2, className, children, ...rest }: CardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <section className={cn("min-w-0 rounded-lg border border-line bg-surface", className)} {...rest}>
      {title || actions ? (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-3.5 pb-3">
          <div className="min-w-0">
            {title ? <Heading className="text-[0.9375rem] font-semibold">{title}</Heading> : null}
            {description ? <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={cn(flush ? "overflow-hidden rounded-b-lg border-t border-line" : "px-4 pb-4", !title && !actions && (flush ? "border-t-0" : "pt-4"))}>{children}</div>
    </section>
  );
}
