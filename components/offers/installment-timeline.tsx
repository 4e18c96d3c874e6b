import { useTranslations } from "next-intl";
import { formatFen } from "@/lib/money/fen";
import type { Quote } from "@/lib/quote/quote-result";

/** The installments along a line, each with its due date. */
export function InstallmentTimeline({ quote }: { quote: Quote }) {
  const t = useTranslations("offers.figures");
  return (
    <ol aria-label={t("schedule")} className="mt-3 ml-1.5 border-l border-line-strong text-[0.8125rem]">
      {quote.installments.map(({ number, dueOn, paymentFen }) => (
        <li key={number} className="relative flex justify-between gap-4 py-1 pl-4">
          <span aria-hidden className="absolute top-2.5 -left-[5px] size-[9px] rounded-full border-2 border-accent bg-surface" />
          <span>{t("installment", { number })}</span>
          <span className="tabular">{t("due", { date: dueOn, amount: formatFen(paymentFen) })}</span>
        </li>
      ))}
    </ol>
  );
}
