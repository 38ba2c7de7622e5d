// A recurrence rule in English words, 24-hour clock. Says what the rule's search does, part for part; decides nothing.

import type { RruleSchedule } from "../timing.ts";
import { DAY_SECONDS } from "./calendar.ts";
import { clockText, dateText } from "./local-text.ts";
import { compiledRrule } from "./rrule.ts";
import type { RuleDay, RuleParts } from "./rrule-parts.ts";

const UNITS = {
  YEARLY: "year",
  MONTHLY: "month",
  WEEKLY: "week",
  DAILY: "day",
  HOURLY: "hour",
  MINUTELY: "minute",
} as const;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");
/** Times of day named one by one; of more, the hours and minutes. */
const NAMED_TIMES = 6;

function list(words: readonly string[], joint = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

/** `2nd`, `last`, `2nd to last`. */
function place(n: number): string {
  if (n > 0) return ordinal(n);
  return n === -1 ? "last" : `${ordinal(-n)} to last`;
}

/** From the front first, as people read them. */
const places = (values: readonly number[]): string =>
  list([...values.filter((n) => n > 0), ...values.filter((n) => n < 0)].map(place));

function weekdayWords(days: readonly RuleDay[], joint: string): string {
  const plain = days.filter(({ nth }) => nth === 0).map(({ weekday }) => weekday);
  const workdays = plain.length === 5 && [1, 2, 3, 4, 5].every((day) => plain.includes(day));
  const names = workdays ? ["Monday through Friday"] : plain.map((day) => WEEKDAYS[day] as string);
  const numbered = days.filter(({ nth }) => nth !== 0);
  return list([...names, ...numbered.map(({ nth, weekday }) => `the ${place(nth)} ${WEEKDAYS[weekday]}`)], joint);
}

/** `on the 1st and last day`, `on the last Friday`; parts that must hold together are joined by "if it is". */
function dayWords({ freq, days, lists }: RuleParts, start: number): string[] {
  const { BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYMONTH } = lists;
  const parts: string[] = [];
  if (BYWEEKNO !== undefined)
    parts.push(
      `in ${(BYWEEKNO[0] as number) > 0 && BYWEEKNO.length === 1 ? `week ${BYWEEKNO[0]}` : `the ${places(BYWEEKNO)} week`} of the year`,
    );
  if (BYYEARDAY !== undefined) parts.push(`on the ${places(BYYEARDAY)} day of the year`);
  const ofMonth = freq === "MONTHLY" && BYMONTH === undefined ? "" : " of the month";
  if (BYMONTHDAY !== undefined) parts.push(`on the ${places(BYMONTHDAY)} day${ofMonth}`);
  if (days !== null) {
    const numbered = days.some(({ nth }) => nth !== 0) && freq === "YEARLY";
    const within = numbered ? (BYMONTH === undefined ? " of the year" : " of the month") : "";
    const only = BYMONTHDAY !== undefined || BYYEARDAY !== undefined;
    const each =
      (freq === "MONTHLY" || freq === "YEARLY") && BYWEEKNO === undefined && days.some(({ nth }) => nth === 0)
        ? "on every"
        : "on";
    parts.push(`${only ? "if it is" : each} ${weekdayWords(days, only ? "or" : "and")}${within}`);
  }
  if (days !== null || BYMONTHDAY !== undefined || BYYEARDAY !== undefined) return parts;
  const [year, month, date] = dateText(start).split("-").map(Number) as [number, number, number];
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] as string;
  if (freq === "WEEKLY" || BYWEEKNO !== undefined) return [...parts, `on ${weekday}`];
  if (freq === "MONTHLY" || (freq === "YEARLY" && BYMONTH !== undefined))
    return [...parts, `on the ${ordinal(date)} day${ofMonth}`];
  return freq === "YEARLY" ? [...parts, `on ${date} ${MONTHS[month - 1]}`] : parts;
}

const pad = (value: number): string => String(value).padStart(2, "0");

function timeWords({ freq, lists }: RuleParts, start: number): string[] {
  const { BYHOUR, BYMINUTE, BYSECOND } = lists;
  const time = start % DAY_SECONDS;
  const finer = freq === "HOURLY" || freq === "MINUTELY";
  const hours = BYHOUR ?? [Math.floor(time / 3600)];
  const minutes = BYMINUTE ?? [Math.floor(time / 60) % 60];
  const seconds = BYSECOND ?? [time % 60];
  if (!finer && hours.length * minutes.length * seconds.length <= NAMED_TIMES) {
    const times = hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h * 3600 + m * 60 + s)));
    return [`at ${list(times.map(clockText))}`];
  }
  const words: string[] = [];
  const plain = seconds.length === 1 && seconds[0] === 0;
  if (freq !== "MINUTELY" || BYMINUTE !== undefined) words.push(`at minute ${list(minutes.map(pad))}`);
  if (!plain) words.push(`at second ${list(seconds.map(pad))}`);
  if (!finer || BYHOUR !== undefined)
    words.push(`in the ${hours.length > 1 ? "hours" : "hour"} ${list(hours.map(pad))}`);
  return words;
}

/** For example `Every month on the last Friday at 09:00`. Local times, without the zone. */
export function describeRrule(schedule: RruleSchedule): string {
  const { parts, start, last } = compiledRrule(schedule);
  const { freq, interval, count, lists } = parts;
  const unit = UNITS[freq];
  const words = [interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`];
  if (lists.BYMONTH !== undefined) words.push(`in ${list(lists.BYMONTH.map((month) => MONTHS[month - 1] as string))}`);
  words.push(...dayWords(parts, start), ...timeWords(parts, start));
  const more: string[] = [];
  if (lists.BYSETPOS !== undefined) more.push(`only the ${places(lists.BYSETPOS)} of these in each ${unit}`);
  const date = `${dateText(start)} ${clockText(start)}`;
  if (count !== null) more.push(`${count} ${count === 1 ? "time" : "times"} from ${date} on`);
  else if (interval > 1) more.push(`counted from ${date}`);
  if (last !== null) more.push(`until ${dateText(last)}${(last + 1) % DAY_SECONDS === 0 ? "" : ` ${clockText(last)}`}`);
  return [words.join(" "), ...more].join(", ");
}
