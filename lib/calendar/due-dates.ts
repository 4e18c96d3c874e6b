import { dateInMonth, partsOf, type CalendarDate } from "@/lib/calendar/calendar-date";

/**
 * The due dates of a purchase, one a month. A purchase belongs to the first bill drawn after its day, so one made on the
 * billing day waits for the next bill; the bill falls due on the next due day after it. A month without the day uses its last day,
 * where bill and due day may meet.
 */
export function dueDates(orderDate: CalendarDate, billingDay: number, dueDay: number, term: number): CalendarDate[] {
  const firstMonth = firstDueMonth(orderDate, billingDay, dueDay);
  const dates: CalendarDate[] = [];
  for (let period = 0; period < term; period++) dates.push(dateInMonth(firstMonth + period, dueDay));
  return dates;
}

/** The first bill drawn after a day. */
export function nextBillDate(orderDate: CalendarDate, billingDay: number): CalendarDate {
  const { year, month } = partsOf(orderDate);
  const sameMonth = dateInMonth(year * 12 + month - 1, billingDay);
  return sameMonth > orderDate ? sameMonth : dateInMonth(year * 12 + month, billingDay);
}

function firstDueMonth(orderDate: CalendarDate, billingDay: number, dueDay: number): number {
  const bill = partsOf(nextBillDate(orderDate, billingDay));
  return bill.year * 12 + bill.month - 1 + (dueDay > billingDay ? 0 : 1);
}
