import { useFormatter } from "next-intl";

/** A calendar date of Asia/Shanghai, "YYYY-MM-DD", as it is stored. */
export function CalendarDateText({ date }: { date: string }) {
  return (
    <time dateTime={date} className="tabular whitespace-nowrap">
      {date}
    </time>
  );
}

/** An instant (ISO string), shown in Asia/Shanghai whatever the viewer's clock says. */
export function InstantText({ at, withSeconds = false }: { at: string; withSeconds?: boolean }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {format.dateTime(new Date(at), {
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone: "Asia/Shanghai",
        ...(withSeconds ? { second: "2-digit" as const } : {}),
      })}
    </time>
  );
}
