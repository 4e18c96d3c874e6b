import { calendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";

// Shanghai has kept UTC+8 without daylight saving since 1991, and no quote is older.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar date in Asia/Shanghai at an instant. */
export function shanghaiDateOf(instant: Date): CalendarDate {
  return calendarDate(new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
}

/** The instant (ISO 8601, UTC) of the Shanghai midnight that ends the date. */
export function shanghaiMidnightAfter(date: CalendarDate): string {
  return `${date}T16:00:00.000Z`;
}

/** The instant (ISO 8601, UTC) of the Shanghai midnight that begins the date. */
export function shanghaiMidnightBefore(date: CalendarDate): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS).toISOString();
}
