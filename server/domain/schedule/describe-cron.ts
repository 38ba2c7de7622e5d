// A cron expression in English words: cronstrue's, after the expression is rewritten so that they are true, and our own
// where it has none. cronstrue says "every 40 minutes" for `*/40` (it runs at :00 and :40), "at 09:00 and 10:00" for
// whole hours, and "and" where the two day fields mean "or".

import cronstrue from "cronstrue";
import { BoundedCache } from "./bounded-cache.ts";
import { type CronField, DAY_OF_MONTH, DAY_OF_WEEK, FIELDS, fieldSize, HOUR, MONTH } from "./cron-fields.ts";
import { collapsed, guard } from "./cron-guard.ts";
import { hasHash, withoutHash } from "./cron-hash.ts";
import { fieldValues, wraps } from "./cron-values.ts";
import { dateWords, runsOf, weekdayWords, yearWords } from "./describe-days.ts";

const texts = new BoundedCache<string>(2000);

/** Steps over days are spelled out up to so many days; beyond, "every 2 days in a month" is shorter and true enough. */
const MOST_LISTED_DAYS = 6;
const MOST_LISTED_TIMES = 12;

/** `seed` gives `H` its values. */
export function describeCron(expression: string, seed: string | undefined): string {
  const text = collapsed(expression);
  if (seed === undefined || !hasHash(text)) return texts.get(text, describe);
  return texts.get(`${text}\n${seed}`, () => describe(text, seed));
}

function describe(text: string, seed?: string): string {
  try {
    const guarded = guard(text);
    if (guarded.ok && !hasHash(text)) return words(guarded.fields);
    if (guarded.ok && seed !== undefined) return `${words(withoutHash(guarded.fields, seed))} (H: by this task's hash)`;
  } catch {
    // Fall through: words are never worth an error.
  }
  return `By the cron expression ${text}`;
}

const say = (fields: readonly string[]): string =>
  cronstrue.toString(fields.join(" "), { use24HourTimeFormat: true, logicalAndDayFields: true });

/** What cronstrue says beyond `At 00:00` when only field `index` is set; empty when it says nothing more. */
function part(index: number, text: string): string {
  const fields = ["0", "0", "0", "*", "*", "*"];
  fields[index] = text;
  return say(fields).replace(/^At 00:00(, )?/, "");
}

/** cronstrue leaves "every day" out, and `At 02:30` could be said of one night. */
function everyDay(fields: readonly string[], text: string): string {
  const daily = fields.slice(3, 6).every((field) => /^[*?]$/.test(field)) && /^At \d\d:\d\d/.test(text);
  return daily ? text.replace(/^At/, "Every day at") : text;
}

function words(given: readonly string[]): string {
  const fields = given.map((field, i) => plain(i, field));
  const [second = "", minute = "", hour = "", , month = "", , year = ""] = fields;
  const time = everyDay(fields, timeWords(second, minute, hour));
  return [time, ...dayWords(given, fields), part(4, month), yearWords(year)].filter((text) => text !== "").join(", ");
}

/** Whether the two day fields are joined by OR is decided by the text as it was given: `5,*` begins with no star. */
function dayWords(given: readonly string[], fields: readonly string[]): string[] {
  const [, , , dayOfMonth = "", , dayOfWeek = ""] = fields;
  const either = !/^[*?]/.test(given[3] ?? "") && !/^[*?]/.test(given[5] ?? "");
  if (either && (dayOfMonth === "*" || dayOfWeek === "*")) return ["every day"];
  const date = /[LW].*,|,.*[LW]|W|L-/.test(dayOfMonth) ? dateWords(dayOfMonth) : part(3, dayOfMonth);
  const weekday = /#.*,|,.*#|L.*,|,.*L/.test(withoutNames(dayOfWeek)) ? weekdayWords(dayOfWeek) : part(5, dayOfWeek);
  const bare = weekday.replace(/^(only )?on /, "");
  if (either) return [`${date} or on ${bare}`];
  return date === "" || weekday === "" ? [date, weekday] : [date, `only on ${bare}`];
}

/** JUL has an `L` and WED a `W` that mean nothing by themselves. */
const withoutNames = (text: string): string => text.replace(/[A-Z]{3}/g, "");

const pad = (hour: number): string => String(hour % 24).padStart(2, "0");

/** Spans of hours named by their ends; of more, only the hours. */
const MOST_SPANS = 4;

/**
 * Hours that are no single row, joined with more than one minute: cronstrue says "every 5 minutes, at 09:00 and 17:00",
 * and "every 15 minutes, every 2 hours".
 */
function timeWords(second: string, minute: string, hour: string): string {
  const single = /^\d+$/.test(minute) && /^\d+$/.test(second);
  const minutesOfOneHour = /^\d+$/.test(hour) && !(/^\d+-\d+$/.test(minute) && /^\d+$/.test(second));
  const scattered = single ? /,.*-|-.*,/.test(hour) : minutesOfOneHour || /[,/]/.test(hour);
  if (!scattered) return say([second, minute, hour, "*", "*", "*"]);
  const runs = runsOf(fieldValues(2, hour));
  const [first] = runs;
  if (runs.length > 1 && first?.[0] === 0 && runs.at(-1)?.[1] === 23) {
    runs.shift();
    (runs.at(-1) as [number, number])[1] = 24 + first[1];
  }
  const spans = runs.map(([from, to]) => `between ${pad(from)}:00 and ${pad(to)}:59`).join(" and ");
  const hours = [...new Set(fieldValues(2, hour))].sort((a, b) => a - b).map(pad);
  const when = runs.length > MOST_SPANS ? `during the hours ${hours.join(", ")}` : spans;
  return `${say([second, minute, "*", "*", "*", "*"])}, ${when}`;
}

/** The field with the same meaning in the form that cronstrue words truly. */
function plain(index: number, text: string): string {
  const field = FIELDS[index] as CronField;
  if (index === 6) return text;
  if (/[#?]/.test(text) || (index === 3 && /[LW]/.test(text)) || (index === 5 && /L/.test(text))) return text;
  const items = text.split(",");
  if (items.some((item) => item === "*" || item === "*/1")) return "*";
  const [only, ...others] = new Set(fieldValues(index, text));
  if (others.length === 0) return `${only}`;
  if (others.length + 1 === fieldSize(field)) return "*";
  const listed = (most: number): string => {
    const values = [...new Set(fieldValues(index, text))].sort((a, b) => a - b);
    return values.length <= most ? values.join(",") : text;
  };
  const steps = items.some((item) => item.includes("/"));
  const around = items.some((item) => wraps(field, item));
  if (field === DAY_OF_WEEK) return steps || items.length > 1 ? listed(7) : text;
  if (field === MONTH) return steps ? listed(12) : text;
  if (around && (steps || field !== HOUR)) return steps ? listed(60) : ranges(fieldValues(index, text));
  if (field === DAY_OF_MONTH) return steps ? listed(items.length > 1 ? 31 : MOST_LISTED_DAYS) : text;
  if (items.length > 1) return steps ? listed(60) : text;
  return even(field, text) ? text : listed(MOST_LISTED_TIMES);
}

/** `28-5` as `1-5,28-31`. */
const ranges = (values: readonly number[]): string =>
  runsOf(values)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
    .join(",");

/** Whether "every n" is true over the field's end too; a range, and no step, are said as they are. */
function even(field: CronField, text: string): boolean {
  const [, from, step] = /^(\*|\d+)\/(\d+)$/.exec(text) ?? [];
  if (step === undefined) return true;
  const size = fieldSize(field);
  const start = from === "*" ? 0 : Number(from) - field.min;
  return size % Number(step) === 0 && Number(step) < size && start < Number(step);
}
