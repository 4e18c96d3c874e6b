import { cn } from "@/components/ui/class-names";
import type { StoreGoods } from "@/lib/storefront/store-goods";

/** Approved words about the goods, as they were written. */
export function GoodsWords({ goods: { words }, className }: { goods: Pick<StoreGoods, "words">; className?: string }) {
  return words.map((text, index) => (
    <p key={index} lang="zh-CN" className={cn("line-clamp-3 text-xs break-words whitespace-pre-wrap text-ink-muted", className)}>
      {text}
    </p>
  ));
}
