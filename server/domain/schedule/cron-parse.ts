// Turns a cron expression into a compiled spec: guard, then cron-parser for the values of each field, then the sets.
// Keeps the last compiled specs. Uses cron-parser's parser only, never its search.

import { CronExpressionParser } from "cron-parser";
import { shown } from "../errors.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { dayOf } from "./calendar.ts";
import { FIELDS } from "./cron-fields.ts";
import { collapsed, guard, MAX_EXPRESSION_CHARACTERS } from "./cron-guard.ts";
import { type CronSpec, cronSpec, type DayRule } from "./cron-spec.ts";
import { NEVER, nextLocal } from "./local-search.ts";

/** A spec, or in words why there is none. */
export type Parsed = { readonly ok: true; readonly spec: CronSpec } | { readonly ok: false; readonly message: string };

/** Compiled specs kept, about 1 kB each. */
const KEPT_SPECS = 2000;
const specs = new BoundedCache<Parsed>(KEPT_SPECS);

/** Any 28 years without a skipped leap day show every pairing of dates and weekdays. */
const CYCLE_FROM = dayOf(2000, 1, 1) * 86_400;
const CYCLE_UNTIL = dayOf(2028, 1, 1) * 86_400;

export function parseCron(expression: string): Parsed {
  const text = collapsed(expression);
  return text.length > MAX_EXPRESSION_CHARACTERS ? parse(text) : specs.get(text, parse);
}

function parse(text: string): Parsed {
  const guarded = guard(text);
  if (!guarded.ok) return guarded;
  try {
    const spec = compile(guarded.fields);
    const reason = impossible(guarded.fields, spec);
    return reason === null
      ? { ok: true, spec }
      : { ok: false, message: `The cron expression ${shown(text)} ${reason}` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      message: `The cron expression ${shown(text)} cannot be read: ${why}. Example: "30 2 * * 1-5".`,
    };
  }
}

const NAMES = ["second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek"] as const;

/** A list item as cron-parser reads it: numbers, `L` and `nL`; and the k of `n#k`, else 0. */
interface Item {
  readonly values: readonly (number | string)[];
  readonly nth: number;
}
/** Most schedules are made of the same few items, and reading one costs 40 µs. */
const items = new BoundedCache<Item>(2000);

function readItem(key: string): Item {
  const index = Number(key[0]);
  const words: string[] = FIELDS.map(() => "*");
  words[index] = key.slice(1);
  const { fields } = CronExpressionParser.parse(words.join(" "), { currentDate: 0, tz: "UTC" });
  return { values: fields[NAMES[index] as (typeof NAMES)[number]].values, nth: fields.dayOfWeek.nthDay };
}

/**
 * The values of the field FIELDS[index], upper case, accepted by the guard. Each list item is read alone, since
 * cron-parser refuses lists that name a value twice, as in `1-5,3` or `0,7`.
 */
export function fieldValues(index: number, text: string): Item {
  const read = text.split(",").map((item) => items.get(`${index}${item}`, readItem));
  return { values: read.flatMap(({ values }) => values), nth: Math.max(...read.map(({ nth }) => nth)) };
}

export const isNumber = (value: number | string): value is number => typeof value === "number";

function compile(fields: readonly string[]): CronSpec {
  const [second = "", minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = ""] = fields;
  const numbers = (index: number, text: string): number[] => fieldValues(index, text).values.filter(isNumber);
  const dates = fieldValues(3, dayOfMonth).values;
  const weekdays = fieldValues(5, dayOfWeek);
  const bits = (values: readonly number[], modulus: number): number =>
    values.reduce((set, value) => set | (1 << (value % modulus)), 0);
  const lastWeekdays = weekdays.values
    .filter((value) => !isNumber(value))
    .map((value) => Number.parseInt(String(value), 10));
  const dayRule: DayRule = {
    daysOfMonth: bits(dates.filter(isNumber), 32),
    lastDayOfMonth: dates.includes("L"),
    dayOfMonthStar: /^[*?]/.test(dayOfMonth),
    weekdays: bits(weekdays.values.filter(isNumber), 7),
    nth: weekdays.nth,
    lastWeekdays: bits(lastWeekdays, 7),
    dayOfWeekStar: /^[*?]/.test(dayOfWeek),
  };
  return cronSpec({
    wildcard: [second, minute, hour].some((text) => text.startsWith("*")),
    seconds: numbers(0, second),
    minutes: numbers(1, minute),
    hours: numbers(2, hour),
    months: numbers(4, month),
    dayRule,
  });
}

/** Why no day can ever match, as the end of a sentence; null when one can. */
function impossible(fields: readonly string[], spec: CronSpec): string | null {
  if (nextLocal(spec, CYCLE_FROM, CYCLE_UNTIL) !== NEVER) return null;
  const [, , , dayOfMonth, month, dayOfWeek] = fields;
  const date = dayOfWeek === "*" || dayOfWeek === "?";
  return date
    ? `never runs: month ${shown(month)} has no day ${shown(dayOfMonth)} in any year. Example: "0 0 28 2 *".`
    : `never runs: no day of month ${shown(month)} is both day of month ${shown(dayOfMonth)} and day of week ${shown(dayOfWeek)}. Example: "0 0 1-7 * *".`;
}
