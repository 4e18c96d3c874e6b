import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";

export function SortButton({ direction, onPress, children }: { direction: "asc" | "desc" | false; onPress?: (event: MouseEvent) => void; children: ReactNode }) {
  const Icon = direction === "asc" ? ArrowUp : direction === "desc" ? ArrowDown : ArrowUpDown;
  return (
    <button type="button" onClick={onPress} className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium hover:text-ink">
      {children}
      <Icon aria-hidden className={direction ? "size-3.5 text-accent-text" : "size-3.5 text-ink-faint"} />
    </button>
  );
}
