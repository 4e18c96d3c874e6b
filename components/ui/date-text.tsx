const MINUTES = instantFormat({});
const SECONDS = instantFormat({ second: "2-digit" });

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
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {(withSeconds ? SECONDS : MINUTES).format(new Date(at))}
    </time>
  );
}

/** The same as text, for where an element cannot stand. */
export const minutesText = (at: string): string => MINUTES.format(new Date(at));
export const secondsText = (at: string): string => SECONDS.format(new Date(at));

/** Swedish writes dates as ISO 8601 does, which reads the same in both languages. */
function instantFormat(more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai", ...more });
}
