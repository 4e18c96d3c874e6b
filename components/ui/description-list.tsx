import type { ReactNode } from "react";
import { cn } from "./class-names";

export type DescriptionItem = { term: ReactNode; value: ReactNode };

export function DescriptionList({ items, columns = 1, className }: { items: readonly DescriptionItem[]; columns?: 1 | 2; className?: string }) {
  return (
    <dl className={cn("grid gap-x-8", columns === 2 && "md:grid-cols-2", className)}>
      {items.map((item, index) => (
        <div key={index} className={cn("grid grid-cols-[8.5rem_1fr] gap-3 border-line py-2 not-first:border-t", columns === 2 && "md:nth-2:border-t-0")}>
          <dt className="text-ink-muted">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
