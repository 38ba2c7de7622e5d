// The numbers of one cron list item: by cron-parser's parser (never its search), and by our own count where it has none,
// that is for ranges that wrap around (`FRI-MON`, `22-4/2`) and for years. Takes only what the guard accepted.

import { CronExpressionParser } from "cron-parser";
import { BoundedCache } from "./bounded-cache.ts";
import { type CronField, DAY_OF_WEEK, FIELDS, fieldSize, numberOf, YEAR } from "./cron-fields.ts";

const NAMES = ["second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek"] as const;

/** Most schedules are made of the same few items, and reading one costs 40 µs. */
const items = new BoundedCache<readonly number[]>(2000);

/** Whether a list item is a range whose first value is greater than its last: `FRI-MON`, `22-4/2`, and `FRI-SUN`. */
export function wraps(field: CronField, item: string): boolean {
  const [from = "", to] = (item.split("/")[0] ?? "").split("-");
  return to !== undefined && numberOf(field, from) > numberOf(field, to);
}

/** Every value from the first to the last, over the field's end where need be, a step at a time. */
function counted(field: CronField, item: string): number[] {
  const [range = "", step = "1"] = item.split("/");
  const open = item.includes("/") || range === "*";
  const [first = "", last] = range.split("-");
  const from = range === "*" ? field.min : numberOf(field, first);
  const to = last === undefined ? (open ? field.max : from) : numberOf(field, last);
  const size = fieldSize(field);
  const length = to >= from ? to - from : (((to - from) % size) + size) % size;
  const values: number[] = [];
  for (let i = 0; i <= length; i += Number(step)) values.push(field.min + ((from - field.min + i) % size));
  return values;
}

function readItem(key: string): readonly number[] {
  const index = Number(key[0]);
  const item = key.slice(1);
  const field = FIELDS[index] as CronField;
  if (field === YEAR || wraps(field, item)) return counted(field, item);
  const words: string[] = NAMES.map(() => "*");
  words[index] = item;
  const { fields } = CronExpressionParser.parse(words.join(" "), { currentDate: 0, tz: "UTC" });
  const values = fields[NAMES[index] as (typeof NAMES)[number]].values.filter((value) => typeof value === "number");
  return field === DAY_OF_WEEK ? [...new Set(values.map((value) => value % 7))] : values;
}

/** The values of a list item of FIELDS[index], upper case, without `L`, `W`, `#` and `?`; 0 is Sunday. */
export const itemValues = (index: number, item: string): readonly number[] => items.get(`${index}${item}`, readItem);

/**
 * The values of a whole field, with repetitions. Each list item is read alone, since cron-parser refuses lists that name
 * a value twice, as in `1-5,3` or `0,7`.
 */
export const fieldValues = (index: number, text: string): number[] =>
  text.split(",").flatMap((item) => itemValues(index, item));
