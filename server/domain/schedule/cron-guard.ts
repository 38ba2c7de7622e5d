// Stands before cron-parser and refuses what it wrongly lets through or explains badly: empty text, a wrong number of
// fields, look-alike characters, random `H`, steps that can never work. Decides only whether text may reach the parser;
// what the text means is the parser's business. Every message names the field, the value, the rule and an example.

import { shown } from "../errors.ts";
import { type CronField, DAY_OF_MONTH, DAY_OF_WEEK, FIELDS, fieldSize, MACROS } from "./cron-fields.ts";

export const MAX_EXPRESSION_CHARACTERS = 200;
const EXAMPLE = 'Example: "30 2 * * 1-5" (02:30, Monday through Friday).';

/** Six upper-case fields, or what is wrong with the text. */
export type Guarded =
  | { readonly ok: true; readonly fields: readonly string[] }
  | { readonly ok: false; readonly message: string };

const no = (message: string): Guarded => ({ ok: false, message });

/** ASCII white space collapsed to single spaces, none at the ends. */
export const collapsed = (expression: string): string => expression.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");

export function guard(expression: string): Guarded {
  const text = collapsed(expression);
  if (text === "") return no(`A cron expression is required, got an empty one. ${EXAMPLE}`);
  if (text.length > MAX_EXPRESSION_CHARACTERS) {
    return no(
      `The cron expression ${shown(text)} has ${text.length} characters; at most ${MAX_EXPRESSION_CHARACTERS} are allowed. ${EXAMPLE}`,
    );
  }
  const strange = /[^\x20-\x7e]/u.exec(text);
  if (strange !== null) return no(strangeCharacter(text, strange[0], strange.index));
  if (text.startsWith("@")) return macro(text);
  const words = text.split(" ");
  if (words.length !== 5 && words.length !== 6) {
    return no(
      `The cron expression ${shown(text)} has ${words.length} ${words.length === 1 ? "field" : "fields"}; ` +
        `5 are expected (minute, hour, day of month, month, day of week) or 6 with the second first. ${EXAMPLE}`,
    );
  }
  let position = 1;
  for (const [i, word] of words.entries()) {
    const field = FIELDS[i + 6 - words.length] as CronField;
    const problem = checkField(field, word.toUpperCase());
    if (problem !== null) {
      return no(
        `The ${field.word} field ${shown(word)} (position ${position} of ${shown(text)}) ${problem} Example: ${shown(field.example)}.`,
      );
    }
    position += word.length + 1;
  }
  const fields = text.toUpperCase().split(" ");
  return { ok: true, fields: words.length === 5 ? ["0", ...fields] : fields };
}

function strangeCharacter(text: string, character: string, index: number): string {
  const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
  const plain = character.normalize("NFKC");
  const dash = /[\u2010-\u2015\u2212]/.test(character) ? "-" : /[\u2217\u066d\u2731]/.test(character) ? "*" : plain;
  const meant = /^[\x20-\x7e]$/.test(dash) && dash !== character ? `; was ${shown(dash)} meant?` : ".";
  return `The cron expression ${shown(text)} has the character U+${code} at position ${index + 1}, which looks like cron but is not${meant} Only plain ASCII is allowed. ${EXAMPLE}`;
}

function macro(text: string): Guarded {
  const meaning = MACROS.get(text.toLowerCase());
  if (meaning !== undefined) return { ok: true, fields: ["0", ...meaning.split(" ")] };
  const why = text.toLowerCase() === "@reboot" ? "names no time" : "is not known";
  return no(`The macro ${shown(text)} ${why}; allowed are ${[...MACROS.keys()].join(", ")}. Example: "@daily".`);
}

/** What is wrong with a field's upper-case text, as the end of a sentence; null when nothing. */
function checkField(field: CronField, text: string): string | null {
  if (text.includes("?")) {
    if (field !== DAY_OF_MONTH && field !== DAY_OF_WEEK) return 'has a "?", which is allowed in the day fields only.';
    if (text !== "?") return 'joins "?" with something else; it must stand alone.';
    return null;
  }
  if (/(^|[,/-])H/.test(text))
    return 'has the random value "H", which is not allowed: two servers would disagree about it.';
  if (text.includes("#") && (field !== DAY_OF_WEEK || text.includes(","))) {
    return field === DAY_OF_WEEK
      ? 'has "#" in a list; the nth weekday must stand alone, for example "MON#2".'
      : 'has a "#", which is allowed in the day of week field only.';
  }
  for (const item of text.split(",")) {
    const problem = item === "" ? "has an empty list item." : checkItem(field, item);
    if (problem !== null) return problem;
  }
  return null;
}

function checkItem(field: CronField, item: string): string | null {
  if (field === DAY_OF_MONTH) {
    if (item === "L") return null;
    if (item.includes("W")) return 'has "W" (the nearest working day), which is not supported.';
    if (item.startsWith("L"))
      return 'has "L" with something else; only "L" alone, the last day of the month, is supported.';
  }
  if (field === DAY_OF_WEEK) {
    if (item === "L") return 'has "L" alone; the last Friday of the month is "FRIL" or "5L".';
    if (item.endsWith("L")) return checkValue(field, item.slice(0, -1));
    const hash = item.indexOf("#");
    if (hash >= 0) {
      if (!/^[1-5]$/.test(item.slice(hash + 1)))
        return `has ${shown(item.slice(hash + 1))} after "#"; 1 to 5 is allowed.`;
      return checkValue(field, item.slice(0, hash));
    }
  }
  const [range = "", step, ...more] = item.split("/");
  if (more.length > 0) return `has more than one "/" in ${shown(item)}.`;
  const problem = range === "*" ? null : checkRange(field, range, item);
  if (problem !== null || step === undefined) return problem;
  const most = fieldSize(field);
  if (!/^\d+$/.test(step)) return `has the step ${shown(step)}; a whole number from 1 to ${most} is allowed.`;
  if (Number(step) < 1 || Number(step) > most) return `has the step ${shown(step)}; 1 to ${most} is allowed.`;
  return null;
}

function checkRange(field: CronField, range: string, item: string): string | null {
  const [from = "", to, ...more] = range.split("-");
  if (more.length > 0 || (to !== undefined && (from === "" || to === ""))) {
    return `has ${shown(item)}, which is no range; write the first value, "-", the last.`;
  }
  const problem = checkValue(field, from) ?? (to === undefined ? null : checkValue(field, to));
  if (problem !== null || to === undefined) return problem;
  if (numberOf(field, from) > numberOf(field, to)) {
    const sunday =
      field === DAY_OF_WEEK && numberOf(field, to) === 0
        ? `write "${from}-7", where 7 is Sunday`
        : "write two ranges with a comma";
    return `has the range ${shown(range)}, which runs backwards; ${sunday}.`;
  }
  return null;
}

function numberOf(field: CronField, text: string): number {
  const name = field.names.indexOf(text);
  return name >= 0 ? name + field.firstNamed : Number(text);
}

function checkValue(field: CronField, text: string): string | null {
  if (field.names.includes(text)) return null;
  const first = field.names[0];
  const allowed = `${field.min} to ${field.max}${first === undefined ? "" : ` or ${first} to ${field.names.at(-1)}`}`;
  if (!/^\d{1,9}$/.test(text)) return `has ${shown(text)}, which is no value of this field; ${allowed} is allowed.`;
  const value = Number(text);
  if (value < field.min || value > field.max)
    return `has ${shown(text)}, which is out of range; ${allowed} is allowed.`;
  return null;
}
