import { ChevronRight, CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Card } from "@/components/ui/card";

export type Attention =
  | { kind: "budget-exhausted" | "budget-warning" | "unpublished" | "ending"; name: string; href: string; days?: number }
  | { kind: "nothing-live"; href: string }
  | { kind: "drafts"; count: number; href: string };

/** What somebody should look at today; each line leads there. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  const t = useTranslations("home.attention");
  return (
    <Card title={t("title")} flush>
      {items.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-6 text-ink-muted">
          <CircleCheck aria-hidden className="size-4 text-success-text" />
          {t("none")}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li key={`${item.kind} ${item.href}`}>
              <Link href={item.href} className="flex min-h-11 items-center gap-2.5 px-4 py-2.5 hover:bg-hover">
                <CircleAlert aria-hidden className={`size-4 shrink-0 ${item.kind === "budget-exhausted" || item.kind === "nothing-live" ? "text-danger-text" : "text-warning-text"}`} />
                <span className="min-w-0 flex-1 break-words">{wordsOf(item)}</span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );

  function wordsOf(item: Attention): string {
    switch (item.kind) {
      case "nothing-live":
        return t("nothing-live");
      case "drafts":
        return t("drafts", { count: item.count });
      case "ending":
        return t("ending", { name: item.name, days: item.days ?? 0 });
      default:
        return t(item.kind, { name: item.name });
    }
  }
}
