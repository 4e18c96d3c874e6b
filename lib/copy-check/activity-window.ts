import { addDays, daysBetween, type CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { Amount } from "./read-amounts";

/** The dates of an activity in Shanghai; `to` is its last day. `now` is a date, or an instant where hours matter. */
export interface ActivityWindow {
  from: CalendarDate;
  to: CalendarDate;
  now: CalendarDate | Date;
}

/** A countdown may be in the ballpark; "limited time" holds for an activity of at most this many days. */
const LIMITED_DAYS_MAX = 31;
const SOON_DAYS_MAX = 3;

const TODAY = /今天|今晚|今日|今夜|今儿|当天|当日|最后一(天|晚|夜|个晚上|个小时|小时|分钟|场|班)|最后(半天|1天|几小时|几个小时|几分钟|时刻|期限|倒数|疯抢|疯狂)|本场|这场|这一场|下播|直播结束|关播|播完|凌晨|午夜|半夜|晚上|中午|下午|明天|明日|明早|明晚|明儿|次日|第二天|隔天|过了.{0,3}(点|今)|零点|0点|24点|12点|十二点|仅此一|就这一|只此一|一天限定|截止日|收官/;
const LATER = /后天|下周|下个月|月底|周末/;

/** Whether the dates bear out a hurry: the words between folded offsets, and the number in them if there is one. */
export function bearsOutHurry(words: string, amount: Amount | null, window: ActivityWindow | undefined): boolean {
  if (!window) return false;
  const { from, to } = window;
  const today = window.now instanceof Date ? shanghaiDateOf(window.now) : window.now;
  if (today < from || today > to) return false;
  const daysLeft = daysBetween(today, to);
  if (amount?.kind === "days") return amount.value === daysLeft || amount.value === daysLeft + 1;
  if (amount?.kind === "hours" || /小时|分钟|秒|钟头|一刻钟|半小时|几分钟/.test(words)) return hoursLeftMatch(words, amount, window, daysLeft);
  if (LATER.test(words)) return daysLeft <= 31 && (!/后天/.test(words) || addDays(today, 1) === to || addDays(today, 2) === to);
  if (/最后(一|两|三|四|五|六|七|八|九|十|几)?天|倒数/.test(words) && !/最后一天/.test(words)) return daysLeft <= 10;
  if (TODAY.test(words)) return daysLeft === 0;
  if (/限时|时间有限|时间不多|抓紧/.test(words)) return daysBetween(from, to) <= LIMITED_DAYS_MAX || daysLeft <= SOON_DAYS_MAX;
  return daysLeft <= SOON_DAYS_MAX;
}

function hoursLeftMatch(words: string, amount: Amount | null, { to, now }: ActivityWindow, daysLeft: number): boolean {
  if (!(now instanceof Date)) return amount?.kind === "hours" ? amount.value >= daysLeft * 24 && amount.value <= (daysLeft + 1) * 24 : daysLeft === 0;
  const hoursLeft = (Date.parse(`${to}T16:00:00Z`) - now.getTime()) / 3_600_000;
  const claimed = amount?.kind === "hours" ? amount.value : amount && /分钟/.test(words) ? amount.value / 60 : 1;
  return hoursLeft > 0 && hoursLeft <= claimed + 1;
}
