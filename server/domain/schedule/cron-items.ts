// Whether the list items of one cron field are of a form that has a meaning, and where the first wrong one is. Knows the
// fields' own forms: `L`, `L-3`, `15W`, `LW` in the day of month, `FRIL`, `MON#2` in the day of week; `H`. Compiles nothing.

import { shown } from "../errors.ts";
import { type CronField, DAY_OF_MONTH, DAY_OF_WEEK, fieldSize, MONTH, YEAR } from "./cron-fields.ts";
import { HASH_ITEM } from "./cron-hash.ts";
import { wraps } from "./cron-values.ts";

/** What is wrong with a field's text. */
export interface Problem {
  /** Characters before the wrong list item. */
  readonly offset: number;
  /** The end of a sentence that begins with the field. */
  readonly why: string;
  /** A valid value closer to what was meant than the field's own example. */
  readonly example?: string;
}

type ItemProblem = Omit<Problem, "offset">;
const wrong = (why: string, example?: string): ItemProblem => (example === undefined ? { why } : { why, example });

/** `text` is upper case and has no white space. */
export function checkField(field: CronField, text: string): Problem | null {
  if (text === "?" && (field === DAY_OF_MONTH || field === DAY_OF_WEEK)) return null;
  let offset = 0;
  for (const item of text.split(",")) {
    const problem = item === "" ? wrong("has an empty list item.") : checkItem(field, item);
    if (problem !== null) return { offset, ...problem };
    offset += item.length + 1;
  }
  return null;
}

function checkItem(field: CronField, item: string): ItemProblem | null {
  if (item.includes("?")) {
    return field === DAY_OF_MONTH || field === DAY_OF_WEEK
      ? wrong('joins "?" with something else; it must stand alone.')
      : wrong('has a "?", which is allowed in the day fields only.');
  }
  if (item.startsWith("H")) return checkHash(field, item);
  if (item.includes("#") && field !== DAY_OF_WEEK)
    return wrong('has a "#", which is allowed in the day of week field only.');
  if (field === DAY_OF_MONTH && /[LW]/.test(item)) return checkAnchor(item);
  if (field === DAY_OF_WEEK) {
    if (item === "L") return wrong('has "L" alone; the last Friday of the month is "FRIL" or "5L".', "FRIL");
    const hash = item.indexOf("#");
    if (hash >= 0) return checkNth(item.slice(0, hash), item.slice(hash + 1));
    if (item.endsWith("L")) return checkValue(DAY_OF_WEEK, item.slice(0, -1));
    if (/^(W|\d+W|LW)$/.test(item))
      return wrong('has "W" (the nearest working day), which is allowed in the day of month field only.');
  }
  return checkSteps(field, item);
}

/** `H…`: a value by the hash of the task's name. */
function checkHash(field: CronField, item: string): ItemProblem | null {
  const example = field === DAY_OF_WEEK ? "H(MON-FRI)" : field === MONTH ? "H(JAN-JUN)" : "H";
  if (field === YEAR) return wrong('has "H" (a value by the task\'s hash), which no year can be.');
  const [form, range, step] = HASH_ITEM.exec(item) ?? [];
  if (form === undefined || range === "" || (range !== undefined && !/^\w+-\w+$/.test(range))) {
    const forms = `"H", "H(${field.min}-${field.min + 4})", "H/2" and "H(${field.min}-${field.min + 4})/2"`;
    return wrong(`has ${shown(item)}, which is no hashed value; ${forms} are allowed.`, example);
  }
  const problem = (range === undefined ? null : checkRange(field, range, item)) ?? checkStep(field, step);
  if (problem !== null) return wrong(problem.why, example);
  if (range === undefined || !wraps(field, range)) return null;
  return wrong(
    `has the range ${shown(range)} of a hashed value, which runs backwards; the lower value comes first.`,
    example,
  );
}

function checkNth(weekday: string, nth: string): ItemProblem | null {
  if (!/^[1-5]$/.test(nth))
    return wrong(`has ${shown(nth)} after "#"; 1 to 5 is allowed, and the last one is "FRIL".`, "MON#2");
  const problem = checkValue(DAY_OF_WEEK, weekday);
  return problem && wrong(problem.why, "MON#2");
}

/** Items of the day of month with `L` or `W`. */
function checkAnchor(item: string): ItemProblem | null {
  const form = /^(?:(\d{1,9})W|L(?:-(\d{1,9}))?W?)$/.exec(item);
  if (form === null) {
    const more = /[/]/.test(item) ? "; it takes no step" : /^W|^\d+-\d+W$/.test(item) ? "; W follows one day" : "";
    return wrong(
      `has ${shown(item)}, which is no day${more}. With L and W these are allowed: "L" (last day), "L-3" (3 days before it), "15W" (working day nearest the 15th), "LW" (last working day).`,
      item.includes("W") ? "15W" : "L-3",
    );
  }
  const [, day, back] = form;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 31))
    return wrong(`has ${shown(day)} before "W", which is out of range; 1 to 31 is allowed.`, "15W");
  if (back !== undefined && Number(back) > 30)
    return wrong(`has ${shown(back)} after "L-", which is out of range; 0 to 30 is allowed.`, "L-3");
  return null;
}

function checkSteps(field: CronField, item: string): ItemProblem | null {
  const [range = "", step, ...more] = item.split("/");
  if (more.length > 0) return wrong(`has more than one "/" in ${shown(item)}.`);
  return (range === "*" ? null : checkRange(field, range, item)) ?? checkStep(field, step);
}

function checkStep(field: CronField, step: string | undefined): ItemProblem | null {
  if (step === undefined) return null;
  const most = fieldSize(field);
  if (!/^\d+$/.test(step)) return wrong(`has the step ${shown(step)}; a whole number from 1 to ${most} is allowed.`);
  if (Number(step) < 1 || Number(step) > most) return wrong(`has the step ${shown(step)}; 1 to ${most} is allowed.`);
  return null;
}

function checkRange(field: CronField, range: string, item: string): ItemProblem | null {
  const [from = "", to, ...more] = range.split("-");
  if (more.length > 0 || (to !== undefined && (from === "" || to === ""))) {
    return wrong(`has ${shown(item)}, which is no range; write the first value, "-", the last.`);
  }
  const problem = checkValue(field, from) ?? (to === undefined ? null : checkValue(field, to));
  if (problem !== null || field !== YEAR || !wraps(field, range)) return problem;
  return wrong(`has the range ${shown(range)}, which runs backwards; years do not come again.`);
}

function checkValue(field: CronField, text: string): ItemProblem | null {
  if (field.names.includes(text)) return null;
  const first = field.names[0];
  const allowed = `${field.min} to ${field.max}${first === undefined ? "" : ` or ${first} to ${field.names.at(-1)}`}`;
  if (text === "H")
    return wrong('has "H" (a value by the task\'s hash) inside an item; it begins one, as in "H(1-5)".');
  if (!/^\d{1,9}$/.test(text))
    return wrong(`has ${shown(text)}, which is no value of this field; ${allowed} is allowed.`);
  const value = Number(text);
  if (value < field.min || value > field.max)
    return wrong(`has ${shown(text)}, which is out of range; ${allowed} is allowed.`);
  return null;
}
