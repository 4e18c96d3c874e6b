import { addDays, type CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { DateWindow } from "@/lib/quote/schema";
import { WINDOW_DAYS_MAX, type OfferContent } from "./schema";

type Window = OfferContent["window"];

const DAY_MS = 86_400_000;

/** The Shanghai order dates of an offer's window; its end is exclusive, so an end at midnight leaves out the day that begins there. */
export function orderDatesOf(window: Window): DateWindow {
  const from = shanghaiDateOf(new Date(window.from));
  const to = shanghaiDateOf(new Date(Date.parse(window.to) - 1));
  return { from, to: to < from ? from : to };
}

/** The part of an offer's order dates that has not passed, no longer than a window may be; today alone where all have passed. */
export function remainingOrderDates(window: Window, today: CalendarDate): DateWindow {
  const dates = orderDatesOf(window);
  const from = dates.from < today ? today : dates.from;
  const last = addDays(from, WINDOW_DAYS_MAX);
  return { from, to: dates.to < from ? from : dates.to > last ? last : dates.to };
}

/** Days a window spans, begun ones counted whole. */
export function countDays(window: Window): number {
  return Math.ceil((Date.parse(window.to) - Date.parse(window.from)) / DAY_MS);
}
