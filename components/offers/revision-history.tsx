import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { OfferEvent, OfferRevision } from "@/lib/offers/queries";
import { useOfferWords } from "./use-offer-words";

/** Every published revision, newest first, with what it changed. */
export function RevisionHistory({ revisions, olderHref, templateWords }: { revisions: readonly OfferRevision[]; olderHref: string | null; templateWords: Readonly<Record<string, string>> }) {
  const { t, instant, fieldValue } = useOfferWords();
  return (
    <Card title={t("history.title")}>
      {revisions.length === 0 ? <p className="text-[0.8125rem] text-ink-muted">{t("history.empty")}</p> : null}
      <ol className="divide-y divide-line">
        {revisions.map(({ revision, publishedAt, publishedBy, content, before, changes }) => (
          <li key={revision} className="py-3 first:pt-0 last:pb-0">
            <p className="font-medium">{t("history.revision", { revision })}</p>
            <p className="tabular text-[0.8125rem] text-ink-muted">
              {instant(publishedAt)} · {t("history.by", { by: publishedBy })}
            </p>
            {changes && before ? (
              <dl className="mt-1.5 text-[0.8125rem]">
                {changes.map(({ field }) => (
                  <div key={field} className="tabular py-0.5">
                    <dt className="inline text-ink-muted">{t(`field.${field}`)} </dt>
                    <dd className="inline">
                      <del className="text-ink-muted">{fieldValue(field, before, templateWords)}</del>
                      <span aria-hidden> → </span>
                      <ins className="font-medium no-underline">{fieldValue(field, content, templateWords)}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className="mt-1 text-[0.8125rem]">{t("history.first")}</p>
            )}
          </li>
        ))}
      </ol>
      {olderHref ? (
        <Link href={olderHref} className="mt-2 inline-block min-h-6 text-accent-text underline underline-offset-2">
          {t("history.older")}
        </Link>
      ) : null}
    </Card>
  );
}

/** What was done to the offer, when, by whom and why. */
export function OfferEvents({ events }: { events: readonly OfferEvent[] }) {
  const { t, instant } = useOfferWords();
  if (events.length === 0) return null;
  return (
    <Card title={t("history.events")}>
      <ol className="divide-y divide-line text-[0.8125rem]">
        {events.map(({ kind, revision, at, by, reason }) => (
          <li key={`${at} ${kind}`} className="py-2 first:pt-0 last:pb-0">
            <p>
              {t(`history.event.${kind}`, { revision })}
              {by ? <span className="text-ink-muted"> · {by}</span> : null}
            </p>
            <p className="tabular text-ink-muted">{instant(at)}</p>
            {reason ? <p className="break-words">{reason}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
