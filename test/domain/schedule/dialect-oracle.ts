// A slow second opinion on the cron dialect, coded apart from the engine and from cron-parser: asks of each day whether
// it is named, by looking at the other days of its month. Takes seven upper-case fields, the second `0`, no macros.

import { runsWhere, type Walk } from "./oracle.ts";

const MONTHS = ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

interface Day {
  readonly date: number;
  readonly weekday: number;
}

const number = (text: string, names: readonly string[]): number =>
  names.includes(text) ? names.indexOf(text) : Number(text);

/** Walks on from the first value, one by one, over the end, until the last: every step-th is named. */
function named(item: string, min: number, max: number, names: readonly string[], value: number): boolean {
  const [range = "", step] = item.split("/");
  const [a = "", b] = range.split("-");
  const first = range === "*" ? min : number(a, names);
  const last = range === "*" ? max : b === undefined ? (step === undefined ? first : max) : number(b, names);
  for (let at = first, count = 0; ; at = at === max ? min : at + 1, count++) {
    if (count % Number(step ?? 1) === 0 && at === value) return true;
    if (at === last) return false;
  }
}

function dateNamed(item: string, day: Day, month: readonly Day[]): boolean {
  if (item === "?") return true;
  if (!/[LW]/.test(item)) return named(item, 1, 31, [], day.date);
  const bare = item.replace("W", "");
  const wanted = bare.startsWith("L") ? month.length - Number(bare.split("-")[1] ?? 0) : Number(bare);
  if (!item.endsWith("W")) return day.date === wanted;
  if (wanted < 1 || wanted > month.length) return false;
  const distance = ({ date }: Day): number => Math.abs(date - wanted);
  const working = month.filter(({ weekday }) => weekday !== 0 && weekday !== 6);
  return [...working].sort((x, y) => distance(x) - distance(y))[0]?.date === day.date;
}

function weekdayNamed(item: string, day: Day, month: readonly Day[]): boolean {
  if (item === "?") return true;
  const same = month.filter(({ weekday }) => weekday === day.weekday).map(({ date }) => date);
  const of = (text: string): boolean => number(text, WEEKDAYS) % 7 === day.weekday;
  const [name = "", nth] = item.split("#");
  if (nth !== undefined) return of(name) && same[Number(nth) - 1] === day.date;
  if (item.endsWith("L")) return of(item.slice(0, -1)) && same.at(-1) === day.date;
  // 7 is Sunday: a walk from 0 to 7 meets it twice.
  if (/7/.test(item.split("/")[0] ?? "") || /^\w+\/\d+$/.test(item))
    return named(item, 0, 7, WEEKDAYS, day.weekday) || (day.weekday === 0 && named(item, 0, 7, WEEKDAYS, 7));
  return named(item, 0, 6, WEEKDAYS, day.weekday);
}

function days(year: number, month: number): Day[] {
  const found: Day[] = [];
  for (let date = 1; new Date(Date.UTC(year, month, date)).getUTCMonth() === month; date++)
    found.push({ date, weekday: new Date(Date.UTC(year, month, date)).getUTCDay() });
  return found;
}

/** Whether a local minute is named. */
export function dialectMatcher(expression: string): (local: number) => boolean {
  const [, m = "", h = "", d = "", mo = "", w = "", y = ""] = expression.split(" ");
  const some = (text: string, test: (item: string) => boolean): boolean => text.split(",").some(test);
  const and = /^[*?]/.test(d) || /^[*?]/.test(w);
  const dayNamed = new Map<number, boolean>();
  const isNamed = (dayNumber: number): boolean => {
    const at = new Date(dayNumber * 86_400_000);
    const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
    if (!some(y, (item) => named(item, 1970, 2199, [], year))) return false;
    if (!some(mo, (item) => named(item, 1, 12, MONTHS, month + 1))) return false;
    const all = days(year, month);
    const day = { date: at.getUTCDate(), weekday: at.getUTCDay() };
    const onDate = some(d, (item) => dateNamed(item, day, all));
    const onWeekday = some(w, (item) => weekdayNamed(item, day, all));
    return and ? onDate && onWeekday : onDate || onWeekday;
  };
  return (local) => {
    const day = Math.floor(local / 1440);
    let yes = dayNamed.get(day);
    if (yes === undefined) {
      yes = isNamed(day);
      dayNamed.set(day, yes);
    }
    if (!yes) return false;
    const minute = local - day * 1440;
    return (
      some(h, (item) => named(item, 0, 23, [], Math.floor(minute / 60))) &&
      some(m, (item) => named(item, 0, 59, [], minute % 60))
    );
  };
}

/** The instants (ms) of the walk at which the expression runs, from its second day on. */
export function dialectRuns(expression: string, path: Walk): number[] {
  const [, m = "", h = ""] = expression.split(" ");
  return runsWhere(dialectMatcher(expression), m.startsWith("*") || h.startsWith("*"), path);
}

/** A walk through UTC, which needs no Intl. */
export function walkUtc(from: number, minutes: number): Walk {
  const locals = new Int32Array(minutes);
  for (let i = 0; i < minutes; i++) locals[i] = from / 60_000 + i;
  return { from, locals };
}
