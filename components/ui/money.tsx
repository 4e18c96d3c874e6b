import { formatFen, type Fen } from "@/lib/money/fen";
import { cn } from "./class-names";

export function Money({ fen, className }: { fen: Fen; className?: string }) {
  return <span className={cn("tabular whitespace-nowrap", className)}>{formatFen(fen)}</span>;
}
