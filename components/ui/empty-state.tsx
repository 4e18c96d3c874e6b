import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Says what is not here yet and what to do next. */
export function EmptyState({ icon: Icon, title, description, actions }: { icon?: LucideIcon; title: ReactNode; description?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {Icon ? (
        <span aria-hidden className="mb-3 flex size-11 items-center justify-center rounded-full bg-hover text-ink-muted">
          <Icon className="size-5" />
        </span>
      ) : null}
      <p className="text-[0.9375rem] font-semibold">{title}</p>
      {description ? <div className="mt-1 max-w-md text-ink-muted">{description}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
