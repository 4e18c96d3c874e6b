import { useTranslations } from "next-intl";
import { CalendarDateText } from "@/components/ui/date-text";
import { formatFen } from "@/lib/money/fen";
import type { Installment } from "@/lib/quote/quote-result";

/** The installments in the order in which they fall due. */
export function PaymentTimeline({ installments }: { installments: readonly Installment[] }) {
  const t = useTranslations("store.sheet");
  return (
    <ol className="relative flex flex-col gap-3 border-l border-line-strong pl-5">
      {installments.map(({ number, dueOn, principalFen, feeFen, paymentFen }) => (
        <li key={number} className="relative flex flex-wrap justify-between gap-x-4">
          <span aria-hidden className="absolute top-1.5 -left-[1.5625rem] size-2.5 rounded-full border-2 border-accent bg-surface" />
          <span>
            <span className="font-medium">{t("installment", { number })}</span>{" "}
            <span className="text-[0.8125rem] text-ink-muted">
              <CalendarDateText date={dueOn} />
            </span>
          </span>
          <span className="tabular ml-auto text-right">
            <span className="font-semibold">{formatFen(paymentFen)}</span>
            <span className="block text-xs text-ink-muted">
              {t("principalPart", { amount: formatFen(principalFen) })} · {t("feePart", { amount: formatFen(feeFen) })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
