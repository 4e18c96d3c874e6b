import { addDays, dateInMonth, daysBetween, partsOf, type CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { foldText } from "./fold-text";
import { readAmounts, type Amount } from "./read-amounts";

/** The dates of an activity in Shanghai; `to` is its last day. `now` is a date, or an instant where hours matter. */
export interface ActivityWindow {
  from: CalendarDate;
  to: CalendarDate;
  now: CalendarDate | Date;
}

/** "Limited time" holds for an activity of at most this many days, or for its last week. */
const LIMITED_DAYS_MAX = 15;
const LIMITED_DAYS_LEFT_MAX = 7;
/** How many days "any moment now" and "the last days" may mean. */
const SOON_DAYS_MAX = 3;
const LAST_DAYS_MAX = 7;

const BARE = /[时期点]不候|限时|手慢|抓紧|时间不多|时间有限|不等人|错过不|错过就没|错过后悔|欲购从速|时不我待|机不可失|赶紧抢|赶快抢|火速|速速|速抢|速来/;
/** Words with which a vague hurry becomes a plain one. */
const PRICED_OR_COUNTED = /涨|恢复|原价|三二一|321|54321|五四三二一/;
const FESTIVAL = /腊八|小年|除夕|元旦|春节|元宵|情人节|女神节|妇女节|清明|端午|七夕|中秋|国庆|五一|六一|圣诞|双旦|冬至|立冬/;
/** How far off a feast may be for "until the feast" to be believed. */
const FESTIVAL_DAYS_MAX = 15;
const LAST_OF_ALL = /(最后|最末|zui后|最hou|蕞后|嘴后|罪后|醉后)的?(一天|1天|一日|1日|半天|半日|一?[个]?(晚|夜|宿)|一个(晚上|夜晚|白天)|一[上下]午|一个下午|yi天|时刻|关头)|zuihou|倒[计数]时?(最后)?一天|仅此一|[就只]这一|只此一|独此一|一天限定|截止日|收官日|收官之夜|之夜/;
const TODAY = /今[天晚日夜儿个朝宵]|jintian|jinwan|jin[天晚]|今(wan|tian)|当[天日晚]|这一[天晚]|[本这]场|这一场|下了?播|关了?播|播完|收播|直播(一?结束|一停)|下直播|镜头|摄像头|散场|我一?走|数[到完]|三二一|321|54321|五四三二一|这个?会儿?|下一(秒|刻)|一会|待会|等[会下]|个点|个钟|工夫|功夫|(日落|落山|下山|天黑|傍晚|半夜|午夜|夜半|子[夜时]|凌晨|晚上|中午|下午|[下后]晌|晌午|擦黑|鸡叫|夜里|晚饭|午饭|饭点|打烊|下班|收工|收摊|关门|[0-9一二两三四五六七八九十]点)/;
const TOMORROW = /明[天日早晚儿个晨朝]|明一早|听日|赶明|睡醒|一觉|隔[天日]|次日|第二天|mingtian|ming天|明tian|茗天|天亮|太阳一出/;
const DAY_AFTER = /后天|后日|后儿/;
const ENDS = /截|结束|到期|过期|失效|作废|关[闭掉停]?|收官|收尾|[到至留开做卖撑放]明|到后|最后|为止|终止|停止|下架|撤/;
const RISES = /涨|恢复|回[到归原正]|变回|跳|[调改提]价|原价|正价|不是|没|起|开始|甭|别/;
const WEEKDAY = /(下)?(?:周|星期|礼拜)([一二三四五六日天])/;
/** A day that is told without pressing. */
const OF_THE_CALENDAR = /周[一二三四五六日天末]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|月底|月末|年底/;
const PRESSING = /[就只仅撑熬涨没赶哭]|最后|恢复|[原变改调提加换]价|不是|下(周|星期|礼拜)|[过一][了完过]|变[成到回]|拍|买/;
const WEEKDAYS = "日一二三四五六";

/** Whether the dates bear out a hurry: the words between folded offsets, and the number in them if there is one. */
export function bearsOutHurry(words: string, amount: Amount | null, window: ActivityWindow | undefined): boolean {
  const isBare = BARE.test(words) && !PRICED_OR_COUNTED.test(words) && !/[天日晚夜时钟秒]后?/.test(words.replace(/限时|时间|时不我待|秒杀|[时期点]不候/g, ""));
  const named = datesIn(words);
  const isToday = TODAY.test(words) || TOMORROW.test(words);
  if (!window) return isBare || (OF_THE_CALENDAR.test(words) && !isToday && !PRESSING.test(words)) || (named.length > 0 && !LAST_OF_ALL.test(words) && !isToday);
  const { from, to } = window;
  const today = window.now instanceof Date ? shanghaiDateOf(window.now) : window.now;
  const dates = isToday ? named.filter(({ month, day }) => !isDate(from, month, day)) : named;
  // "自11月1日起" names the first day.
  if (/[自从由]/.test(words) && !/涨|恢复|原价|[调改提]价/.test(words) && dates.some(({ month, day }) => isDate(from, month, day))) return true;
  if (dates.length > 0) return dates.some(({ month, day }) => isDate(to, month, day) || ((isToday || RISES.test(words)) && isDate(addDays(to, 1), month, day)));
  if (today < from || today > to) return false;
  const daysLeft = daysBetween(today, to);
  if (isBare) return daysBetween(from, to) < LIMITED_DAYS_MAX || daysLeft <= LIMITED_DAYS_LEFT_MAX;
  if (LAST_OF_ALL.test(words) && !TOMORROW.test(words) && !DAY_AFTER.test(words) && !WEEKDAY.test(words)) return daysLeft === 0;
  if (amount?.kind === "days" && !/今[天晚日夜儿个]/.test(words)) return amount.value === daysLeft || amount.value === daysLeft + 1 || (/限时/.test(words) && amount.value === daysBetween(from, to) + 1);
  if (/小时|分钟|秒|钟头|个钟|刻钟|\d分|时辰/.test(words)) return hoursLeftMatch(words, amount, window, daysLeft);
  const [least, most] = daysLeftSaid(words, today);
  return daysLeft >= least && daysLeft <= most;
}

/** The least and the most days that may be left for the words to be true. */
function daysLeftSaid(words: string, today: CalendarDate): [least: number, most: number] {
  const isRise = RISES.test(words) && !ENDS.test(words);
  if (/今[天晚日夜儿个朝宵]|jintian|jinwan/.test(words) && !/今明/.test(words)) return [0, 0];
  if (DAY_AFTER.test(words)) return isRise ? [0, 1] : [0, /大后/.test(words) ? 3 : 2];
  if (TOMORROW.test(words)) return [0, isRise ? 0 : 1];
  if (/今明/.test(words)) return [0, 1];
  const weekday = WEEKDAY.exec(words);
  const { year, month, day } = partsOf(today);
  const weekdayNow = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  if (weekday) {
    const named = WEEKDAYS.indexOf(weekday[2]!.replace("天", "日")) || 7;
    const ahead = weekday[1] ? 7 - weekdayNow + named : (named - weekdayNow + 7) % 7;
    return [isRise ? ahead - 1 : ahead, ahead];
  }
  if (/最后一?个?(周|星期|礼拜)/.test(words)) return [0, LAST_DAYS_MAX];
  if (/周末|[这本]周|一周|星期|礼拜/.test(words)) return [0, 7 - weekdayNow + (/下/.test(words) && !isRise ? 7 : 0)];
  if (/月底|月末|下个?月|[这本]个?月/.test(words)) return [0, daysBetween(today, dateInMonth(year * 12 + month - 1, 31)) + (/下/.test(words) && !isRise ? 31 : 0)];
  if (/年底/.test(words)) return [0, daysBetween(today, dateInMonth(year * 12 + 11, 31))];
  if (FESTIVAL.test(words)) return [0, FESTIVAL_DAYS_MAX];
  if (/几天|尾声|末尾|末期|阶段|冲刺|最后/.test(words)) return [0, LAST_DAYS_MAX];
  return [0, TODAY.test(words) ? 0 : SOON_DAYS_MAX];
}

/** Days of the calendar that the words name: 11月30日, 11.30, 30号. */
function datesIn(words: string): { month: number | null; day: number }[] {
  const amounts = readAmounts(foldText(words));
  const dates: { month: number | null; day: number }[] = [];
  amounts.forEach((amount, index) => {
    const before = amounts[index - 1];
    const isAfterMonth = before?.kind === "count" && before.end + 1 === amount.start && words[before.end] === "月";
    const isCounted = /(?:倒数|倒计时|剩|最后|还有)[的下了]?$/.test(words.slice(0, amount.start)); // 倒数两日 are days that are left
    const isDay = !isCounted && amount.kind === "count" && /^[日号](?!后|内|链接)/.test(words.slice(amount.end));
    if ((isDay || (isAfterMonth && amount.kind === "count")) && amount.value >= 1 && amount.value <= 31) dates.push({ month: isAfterMonth ? before.value : null, day: amount.value });
  });
  for (const [, month, day] of words.matchAll(/(?<!\d)(1?\d)\.([123]?\d)(?=截|止|结束|日|号)/g)) dates.push({ month: Number(month), day: Number(day) });
  return dates;
}

function isDate(date: CalendarDate, month: number | null, day: number): boolean {
  const parts = partsOf(date);
  return parts.day === day && (month === null || parts.month === month);
}

function hoursLeftMatch(words: string, amount: Amount | null, { to, now }: ActivityWindow, daysLeft: number): boolean {
  if (!(now instanceof Date)) return amount?.kind === "hours" ? amount.value >= daysLeft * 24 && amount.value <= (daysLeft + 1) * 24 : daysLeft === 0;
  const hoursLeft = (Date.parse(`${to}T16:00:00Z`) - now.getTime()) / 3_600_000;
  const claimed = amount?.kind === "hours" ? amount.value : amount && /分钟/.test(words) ? amount.value / 60 : 1;
  return hoursLeft > 0 && hoursLeft <= claimed + 1;
}
