import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusPill } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import type { LabelExplanation as Explanation } from "@/lib/labels/explain-label";
import { useLossText } from "./use-loss-text";

/** Who won, who lost and why, for one placement. */
export function LabelExplanation({ explanation, offersPath }: { explanation: Explanation; offersPath: string }) {
  const t = useTranslations("labels");
  const lossText = useLossText();
  const { label, winner, losers, shopReason } = explanation;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <StatusPill tone={label ? "success" : "neutral"}>{label ? t("shown") : t("notShown")}</StatusPill>
        {label ? null : <span className="text-[0.8125rem]">{t(`reasons.${shopReason}`)}</span>}
      </p>
      {winner && label ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-[0.8125rem]">
          <dt className="text-ink-muted">{t("winner")}</dt>
          <dd>
            <Link href={`${offersPath}/${winner.offerId}`} className="font-medium text-accent-text underline-offset-4 hover:underline">
              {t("winnerText", { offer: winner.offerName, revision: winner.revision, term: winner.term })}
            </Link>
          </dd>
          <dt className="text-ink-muted">{t("validUntil")}</dt>
          <dd>
            <InstantText at={label.validUntil} />
          </dd>
          <dt className="text-ink-muted">{t("fingerprint")}</dt>
          <dd className="truncate font-mono text-xs leading-5" title={label.quoteFingerprint}>
            {label.quoteFingerprint}
          </dd>
        </dl>
      ) : null}
      <div>
        <h4 className="text-[0.8125rem] font-medium text-ink-muted">{t("losersTitle")}</h4>
        {losers.length === 0 ? (
          <p className="mt-1 text-[0.8125rem] text-ink-muted">{t("losersNone")}</p>
        ) : (
          <ul className="mt-1 flex flex-col gap-1.5 text-[0.8125rem]">
            {losers.map((loser) => (
              <li key={`${loser.offerId} ${loser.term}`}>
                <Link href={`${offersPath}/${loser.offerId}`} className="font-medium underline-offset-4 hover:underline">
                  {loser.term === null ? t("loserName", { offer: loser.offerName }) : t("loserTerm", { offer: loser.offerName, term: loser.term })}
                </Link>{" "}
                <span className="text-ink-muted">{lossText(loser)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
