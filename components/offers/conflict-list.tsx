import Link from "next/link";
import type { Conflict } from "@/lib/offers/find-conflicts";
import { useOfferWords } from "./use-offer-words";

/** Other offers that want the same place, and which of the two would show. */
export function ConflictList({ shopId, conflicts }: { shopId: string; conflicts: readonly Conflict[] }) {
  const { t, placements, instant } = useOfferWords();
  if (conflicts.length === 0) return <p className="text-[0.8125rem] text-ink-muted">{t("conflict.none")}</p>;
  return (
    <ul className="divide-y divide-line text-[0.8125rem]">
      {conflicts.map(({ offerId, name, placements: where, from, to, sharedCount, winsCount, losesCount, decidedBy, exampleTitle, isSample }) => (
        <li key={offerId} className="py-2 first:pt-0">
          <Link href={`/s/${encodeURIComponent(shopId)}/offers/${encodeURIComponent(offerId)}`} className="font-medium text-accent-text underline underline-offset-2">
            {name}
          </Link>
          <p className="tabular text-ink-muted">{t("conflict.item", { placements: placements(where), count: sharedCount, more: isSample ? "+" : "", from: instant(from), to: instant(to) })}</p>
          <p>
            {losesCount === 0 ? t("conflict.wins") : winsCount === 0 ? t("conflict.loses", { name }) : t("conflict.mixed", { wins: winsCount, loses: losesCount, name })}
            {decidedBy ? <span className="text-ink-muted"> · {t("conflict.because", { step: t(`conflict.by.${decidedBy}`), title: exampleTitle })}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
