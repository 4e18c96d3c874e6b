import type { ReactNode } from "react";
import { cn } from "./class-names";

export function StatGroup({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={cn("grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-4", className)}>{children}</dl>;
}

export function Stat({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex flex-col bg-surface px-4 py-3">
      <dt className="text-[0.8125rem] text-ink-muted">{label}</dt>
      <dd className="tabular mt-0.5 text-xl font-semibold tracking-tight">{value}</dd>
      {note ? <dd className="mt-0.5 text-[0.8125rem] text-ink-muted">{note}</dd> : null}
    </div>
  );
}
