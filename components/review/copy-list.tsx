import Link from "next/link";
import { useTranslations } from "next-intl";
import { InstantText } from "@/components/ui/date-text";
import type { CopyRow } from "@/lib/review/queries";
import type { Placement } from "@/lib/offers/placement";
import type { CopyKind } from "@/lib/review/schema";
import { StandingPill } from "./standing-pill";

/** The texts of a shop: where each stands comes first. */
export function CopyList({ base, rows }: { base: string; rows: readonly CopyRow[] }) {
  const t = useTranslations("copy");
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="relative px-4 py-3 hover:bg-hover">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StandingPill standing={row.standing} />
            {row.isLive && row.standing !== "live" ? <span className="text-xs text-success-text">{t("olderIsLive")}</span> : null}
            <Link href={`${base}/${row.id}`} className="min-w-0 font-medium break-words underline-offset-4 after:absolute after:inset-0 hover:underline">
              {row.productTitle}
            </Link>
            <span className="text-[0.8125rem] text-ink-muted">
              {t(`placements.${row.placement as Placement}`)} · {t(`kinds.${row.kind as CopyKind}`)}
            </span>
            <span className="ml-auto text-xs text-ink-muted">
              <InstantText at={row.changedAt} />
            </span>
          </div>
          <p lang="zh-CN" className="mt-1 line-clamp-2 text-[0.8125rem] break-words text-ink-muted">
            {row.excerpt}
          </p>
        </li>
      ))}
    </ul>
  );
}
