import { effectiveRate } from "@/lib/apr/effective-rate";
import { addDays, type CalendarDate } from "@/lib/calendar/calendar-date";
import { nextBillDate } from "@/lib/calendar/due-dates";
import { duePlan } from "@/lib/quote/due-plan";
import { MAX_WINDOW_DAYS, type DateWindow, type RateCard } from "@/lib/quote/schema";

export type DatedRate = { rate: number; onDate: CalendarDate; days: readonly number[] };

const MAX_BILLS = Math.ceil(MAX_WINDOW_DAYS / 28) + 2;

/**
 * The order date of a window with the highest effective rate, and that rate; undefined where the card is not in force in the window.
 * All order dates before one bill share their due dates, so between them only the distance to those dates moves: the last
 * day is the worst where installments cost more than paying now, the first where they cost less.
 */
export function worstOrderDate(
  window: DateWindow,
  card: Pick<RateCard, "billingDay" | "dueDay" | "fromDate">,
  term: number,
  received: number,
  payments: readonly number[],
): DatedRate | undefined {
  const costsMore = payments.reduce((sum, payment) => sum + payment, 0) > received;
  let worst: DatedRate | undefined;
  let first = window.from > card.fromDate ? window.from : card.fromDate;
  for (let bill = 0; bill < MAX_BILLS && first <= window.to; bill++) {
    const billDate = nextBillDate(first, card.billingDay);
    const dayBefore = addDays(billDate, -1);
    const last = dayBefore < window.to ? dayBefore : window.to;
    const onDate = costsMore ? last : first;
    const { days } = duePlan(onDate, card.billingDay, card.dueDay, term);
    const rate = effectiveRate(received, payments, days);
    if (worst === undefined || rate > worst.rate) worst = { rate, onDate, days };
    first = billDate;
  }
  return worst;
}
