"use client";
import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { Label } from "@/components/ui/label";
import { MoneyInput } from "@/components/ui/money-input";
import { isCalendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";
import type { Fen } from "@/lib/money/fen";
import type { RateCard } from "@/lib/quote/schema";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { referenceAmount, termFigures } from "@/lib/rate-cards/term-figures";
import { TermFiguresTable } from "./term-figures-table";

/** The card's terms worked out for one amount and order date, both free to change; runs in the browser. */
export function TermFiguresPanel({ card, facts, initialDate }: { card: RateCard; facts: Pick<MarketFacts, "policies" | "lprRates">; initialDate: CalendarDate }) {
  const t = useTranslations("rateCards");
  const id = useId();
  const [amount, setAmount] = useState<Fen | null>(referenceAmount(card));
  const [dateText, setDateText] = useState<string | null>(null);
  const orderDate = dateText !== null && isCalendarDate(dateText) && dateText < "3000" ? dateText : initialDate;
  const amountFen = amount === null || Number.isNaN(amount) ? referenceAmount(card) : amount;
  const figures = useMemo(() => termFigures(card, facts, orderDate, amountFen), [card, facts, orderDate, amountFen]);
  return (
    <Card title={t("figures.title")} description={t("figures.description")} flush>
      <div className="flex flex-wrap gap-4 border-b border-line px-4 py-3">
        <div className="flex w-44 flex-col gap-1.5">
          <Label htmlFor={`${id}-amount`}>{t("figures.amount")}</Label>
          <MoneyInput id={`${id}-amount`} value={amount} onChange={setAmount} />
        </div>
        <div className="flex w-44 flex-col gap-1.5">
          <Label htmlFor={`${id}-date`}>{t("figures.orderDate")}</Label>
          <DateInput id={`${id}-date`} value={dateText ?? initialDate} onChange={setDateText} />
        </div>
      </div>
      <TermFiguresTable figures={figures} />
      <p className="border-t border-line px-4 py-3 text-[0.8125rem] text-ink-muted">{t("figures.note")}</p>
    </Card>
  );
}
