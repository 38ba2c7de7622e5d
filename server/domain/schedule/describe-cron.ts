// A cron expression in English words: cronstrue's, after the expression is rewritten so that they are true. cronstrue
// says "every 40 minutes" for `*/40` (it runs at :00 and :40) and "and" where the two day fields mean "or".

import cronstrue from "cronstrue";
import { BoundedCache } from "./bounded-cache.ts";
import { DAY_OF_MONTH, DAY_OF_WEEK, FIELDS, fieldSize, MONTH } from "./cron-fields.ts";
import { collapsed, guard } from "./cron-guard.ts";
import { fieldValues, isNumber } from "./cron-parse.ts";

const texts = new BoundedCache<string>(2000);

/** Steps over days are spelled out up to so many days; beyond, "every 2 days in a month" is shorter and true enough. */
const MOST_LISTED_DAYS = 6;
const MOST_LISTED_TIMES = 12;

export const describeCron = (expression: string): string => texts.get(collapsed(expression), describe);

function describe(text: string): string {
  try {
    const guarded = guard(text);
    if (guarded.ok) return words(guarded.fields.map((field, i) => plain(i, field)));
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
  const daily = fields.slice(3).every((field) => /^[*?]$/.test(field)) && /^At \d\d:\d\d/.test(text);
  return daily ? text.replace(/^At/, "Every day at") : text;
}

function words(fields: readonly string[]): string {
  const [second = "", minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = ""] = fields;
  const either = !/^[*?]/.test(dayOfMonth) && !/^[*?]/.test(dayOfWeek);
  if (!either) return everyDay(fields, say(fields));
  const days = `${part(3, dayOfMonth)} or ${part(5, dayOfWeek)
    .replace(/^only on /, "on ")
    .replace(/^(?!on )/, "on ")}`;
  return [say([second, minute, hour, "*", "*", "*"]), days, part(4, month)].filter((text) => text !== "").join(", ");
}

/** The field with the same meaning in the form that cronstrue words truly. */
function plain(index: number, text: string): string {
  const field = FIELDS[index];
  if (field === undefined || /[L#?]/.test(text)) return text;
  const items = text.split(",");
  if (items.some((item) => item === "*" || item === "*/1")) return "*";
  const listed = (most: number): string => {
    const numbers = fieldValues(index, text).values.filter(isNumber);
    const values = [...new Set(field === DAY_OF_WEEK ? numbers.map((value) => value % 7) : numbers)].sort(
      (a, b) => a - b,
    );
    return values.length <= most ? values.join(",") : text;
  };
  const steps = items.some((item) => item.includes("/"));
  if (field === DAY_OF_WEEK) return steps || items.length > 1 ? listed(7) : text;
  if (field === MONTH) return steps ? listed(12) : text;
  if (field === DAY_OF_MONTH) return steps ? listed(items.length > 1 ? 31 : MOST_LISTED_DAYS) : text;
  if (items.length > 1) return steps ? listed(60) : text;
  const step = /^\*\/(\d+)$/.exec(text)?.[1];
  const even = step === undefined || (fieldSize(field) % Number(step) === 0 && Number(step) < fieldSize(field));
  return even ? text : listed(MOST_LISTED_TIMES);
}
