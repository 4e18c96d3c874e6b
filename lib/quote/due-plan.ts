import { daysBetween, type CalendarDate } from "@/lib/calendar/calendar-date";
import { dueDates } from "@/lib/calendar/due-dates";

type DuePlan = { dates: readonly CalendarDate[]; days: readonly number[] };

const MAX_KEPT = 128;
const kept = new Map<string, DuePlan>();

/** Due dates with their distance in days from the order date. Many quotes share an order date and a card, so the last plans are kept. */
export function duePlan(orderDate: CalendarDate, billingDay: number, dueDay: number, term: number): DuePlan {
  const key = `${orderDate} ${billingDay} ${dueDay} ${term}`;
  const known = kept.get(key);
  if (known) return known;
  const dates = dueDates(orderDate, billingDay, dueDay, term);
  const plan = { dates, days: dates.map((date) => daysBetween(orderDate, date)) };
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, plan);
  return plan;
}
