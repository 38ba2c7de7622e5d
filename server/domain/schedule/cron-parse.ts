// Turns a cron expression into a compiled spec: guard, then the values of each field, then the sets; refuses what can
// never run. Keeps the last compiled specs.

import { shown } from "../errors.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { dayOf } from "./calendar.ts";
import { DAY_OF_WEEK, numberOf, YEAR } from "./cron-fields.ts";
import { collapsed, columnOf, guard, MAX_EXPRESSION_CHARACTERS } from "./cron-guard.ts";
import { hasHash, withoutHash } from "./cron-hash.ts";
import { type CronSpec, cronSpec } from "./cron-spec.ts";
import { fieldValues, itemValues } from "./cron-values.ts";
import type { DayAnchor, DayRule, NthWeekday } from "./day-rule.ts";
import type { ExplainedCron } from "./explain-cron.ts";
import { NEVER, nextLocal } from "./local-search.ts";

/** A spec, or in words why there is none. */
export type Parsed =
  | { readonly ok: true; readonly spec: CronSpec; readonly explained: () => ExplainedCron }
  | { readonly ok: false; readonly message: string };

/** Compiled specs kept, about 1 kB each. */
const KEPT_SPECS = 2000;
const specs = new BoundedCache<Parsed>(KEPT_SPECS);

/** Any 28 years without a skipped leap day show every pairing of dates and weekdays. */
const CYCLE_FROM = dayOf(2000, 1, 1) * 86_400;
const CYCLE_UNTIL = dayOf(2028, 1, 1) * 86_400;
const YEARS_FROM = dayOf(YEAR.min, 1, 1) * 86_400;
const YEARS_UNTIL = dayOf(YEAR.max + 1, 1, 1) * 86_400;

/** `15W`, `L`, `L-3`, `LW`, `L-3W`. */
const ANCHOR = /^(?:(\d+)(?=W)|L(?:-(\d+))?)(W)?$/;
/** `MON#2`, `5L`. */
const NTH = /^(.+?)(?:#(\d)|L)$/;

/** `seed` decides what `H` means; an expression with an `H` and no seed is refused. */
export function parseCron(expression: string, seed?: string): Parsed {
  const text = collapsed(expression);
  if (text.length > MAX_EXPRESSION_CHARACTERS) return parse(text, seed);
  // No expression has a line feed any more, and only an `H` asks for the seed.
  const key = seed !== undefined && hasHash(text) ? `${text}\n${seed}` : text;
  return specs.get(key, () => parse(text, seed));
}

function parse(text: string, seed: string | undefined): Parsed {
  const guarded = guard(text);
  if (!guarded.ok) return guarded;
  const hashed = hasHash(text);
  if (hashed && seed === undefined) return { ok: false, message: seedless(text) };
  try {
    const fields = hashed ? withoutHash(guarded.fields, seed ?? "") : guarded.fields;
    const spec = compile(fields);
    const reason = impossible(text, guarded.fields, spec);
    return reason === null
      ? { ok: true, spec, explained: () => explained(text, guarded.fields, fields, spec) }
      : { ok: false, message: `The cron expression ${shown(text)} ${reason}` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      message: `The cron expression ${shown(text)} cannot be read: ${why}. Example: "30 2 * * 1-5".`,
    };
  }
}

function seedless(text: string): string {
  const index = text.search(/(?<=^|[ ,])H/i);
  return `The cron expression ${shown(text)} has "H" (position ${index + 1}), a value by the hash of a task's name, and there is no such name here. Example: "30 2 * * 1-5".`;
}

/** Upper case, accepted by the guard. */
function dayRule(dayOfMonth: string, dayOfWeek: string): DayRule {
  let daysOfMonth = 0;
  let weekdays = 0;
  const anchors: DayAnchor[] = [];
  const nthWeekdays: NthWeekday[] = [];
  for (const item of dayOfMonth.split(",")) {
    const anchor = ANCHOR.exec(item);
    if (anchor === null) {
      for (const day of itemValues(3, item.replace("?", "*"))) daysOfMonth |= 1 << day;
    } else {
      const [, fromStart, fromEnd = "0", workday] = anchor;
      anchors.push({
        day: Number(fromStart ?? fromEnd),
        fromEnd: fromStart === undefined,
        workday: workday !== undefined,
      });
    }
  }
  for (const item of dayOfWeek.split(",")) {
    const [, name, nth] = NTH.exec(item) ?? [];
    if (name === undefined) for (const day of itemValues(5, item.replace("?", "*"))) weekdays |= 1 << day;
    else nthWeekdays.push({ weekday: numberOf(DAY_OF_WEEK, name) % 7, nth: Number(nth ?? 0) });
  }
  return {
    daysOfMonth,
    anchors,
    dayOfMonthStar: /^[*?]/.test(dayOfMonth),
    weekdays,
    nthWeekdays,
    dayOfWeekStar: /^[*?]/.test(dayOfWeek),
  };
}

function compile(fields: readonly string[]): CronSpec {
  const [second = "", minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = "*"] = fields;
  return cronSpec({
    wildcard: [second, minute, hour].some((text) => text.startsWith("*")),
    seconds: fieldValues(0, second),
    minutes: fieldValues(1, minute),
    hours: fieldValues(2, hour),
    months: fieldValues(4, month),
    dayRule: dayRule(dayOfMonth, dayOfWeek),
    years: year === "*" ? null : fieldValues(6, year),
  });
}

function explained(text: string, written: readonly string[], fields: readonly string[], spec: CronSpec): ExplainedCron {
  const [, , , dayOfMonth = "", , dayOfWeek = ""] = fields;
  return { spec, dayRule: dayRule(dayOfMonth, dayOfWeek), fields, written, withSeconds: text.split(" ").length > 5 };
}

/** Why no day can ever match, as the end of a sentence; null when one can. */
function impossible(text: string, fields: readonly string[], spec: CronSpec): string | null {
  const found =
    spec.years === null ? nextLocal(spec, CYCLE_FROM, CYCLE_UNTIL) : nextLocal(spec, YEARS_FROM, YEARS_UNTIL);
  if (found !== NEVER) return null;
  const [, , , dayOfMonth = "", month, dayOfWeek = "", year] = fields;
  const position = columnOf(text, 3);
  const years = spec.years === null ? "any year" : `year ${shown(year)}`;
  const end = `(day of month field, position ${position}). Example:`;
  if (/^[*?]$/.test(dayOfWeek)) {
    return `never runs: month ${shown(month)} has no day ${shown(dayOfMonth)} in ${years} ${end} "0 0 28 2 *".`;
  }
  if (/^[*?]$/.test(dayOfMonth)) {
    return `never runs: month ${shown(month)} has no day of week ${shown(dayOfWeek)} in ${years} (day of week field, position ${columnOf(text, 5)}). Example: "0 0 * 2 MON#1".`;
  }
  return `never runs: no day of month ${shown(month)} is both day of month ${shown(dayOfMonth)} and day of week ${shown(dayOfWeek)} in ${years} ${end} "0 0 1-7 * *".`;
}
