// The day and year fields of a cron expression in English words of our own, for what cronstrue cannot say or says
// wrongly: W, LW, L-n, lists with `#` and `nL`, ranges over the month's end, years. Upper case, accepted by the guard.

import { DAY_OF_WEEK, numberOf } from "./cron-fields.ts";
import { fieldValues } from "./cron-values.ts";

export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const NTH = ["last", "first", "second", "third", "fourth", "fifth"];
const WORKDAY = "weekday (Monday through Friday)";
/** Years named one by one; steps over more are said as steps. */
const MOST_LISTED_YEARS = 12;

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Values in rising order, a row of three or more as its ends: `1, 5 through 9 and 31`. */
export function runsOf(values: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const value of [...new Set(values)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && value === run[1] + 1) run[1] = value;
    else runs.push([value, value]);
  }
  return runs;
}

const rows = (values: readonly number[]): string[] =>
  runsOf(values).flatMap(([first, last]) =>
    last - first < 2 ? [...new Set([first, last])].map(String) : [`${first} through ${last}`],
  );

function anchorWords(item: string): string {
  const day = /^\d+(?=W)/.exec(item)?.[0];
  if (day !== undefined) return `the ${WORKDAY} nearest day ${day}`;
  const back = Number(/-(\d+)/.exec(item)?.[1] ?? 0);
  const workday = item.endsWith("W");
  if (back === 0) return workday ? `the last ${WORKDAY}` : "the last day";
  const anchor = `the day ${back} ${back === 1 ? "day" : "days"} before the last day`;
  return workday ? `the ${WORKDAY} nearest ${anchor}` : anchor;
}

/** For example `on day 1, 15 and the last weekday (Monday through Friday) of the month`. */
export function dateWords(text: string): string {
  const items = text.split(",");
  const plain = items.filter((item) => !/[LW]/.test(item));
  const days = plain.length === 0 ? [] : rows(fieldValues(3, plain.join(",")));
  const special = items.filter((item) => /[LW]/.test(item)).map(anchorWords);
  const words = [...days.map((day, i) => (i === 0 ? `day ${day}` : day)), ...special];
  return `on ${joined(words)} of the month`;
}

/** For example `on Wednesday, the second Monday of the month and the last Friday of the month`. */
export function weekdayWords(text: string): string {
  const words = text.split(",").flatMap((item) => {
    const [, name, nth] = /^(.+?)(?:#(\d)|L)$/.exec(item) ?? [];
    if (name === undefined) return fieldValues(5, item).map((day) => WEEKDAYS[day] as string);
    return [`the ${NTH[Number(nth ?? 0)]} ${WEEKDAYS[numberOf(DAY_OF_WEEK, name) % 7]} of the month`];
  });
  return `on ${joined([...new Set(words)])}`;
}

/** For example `only in 2027 through 2030`; empty for every year. */
export function yearWords(text: string): string {
  if (text === "*" || text === "*/1") return "";
  const values = fieldValues(6, text);
  const step = /^(?:\*|(\d+)(?:-(\d+))?)\/(\d+)$/.exec(text);
  if (step !== null && values.length > MOST_LISTED_YEARS && step[3] !== "1") {
    return `only every ${step[3]} years from ${values[0]} through ${values.at(-1)}`;
  }
  return `only in ${joined(rows(values))}`;
}
