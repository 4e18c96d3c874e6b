import type { ReactNode } from "react";

/** A phone around a preview: what is inside is exactly what the storefront shows. */
export function PhoneFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="mx-auto w-full max-w-[19.5rem] rounded-[2rem] border-[6px] border-ink/80 bg-canvas shadow-popover">
      <div className="relative flex h-[30rem] flex-col overflow-hidden rounded-[1.6rem] bg-surface">
        <span aria-hidden className="absolute top-1.5 left-1/2 z-10 h-1.5 w-16 -translate-x-1/2 rounded-full bg-ink/80" />
        {children}
      </div>
    </div>
  );
}
