// Stands before cron-parser and refuses what it wrongly lets through or explains badly: empty text, a wrong number of
// fields, look-alike characters, and by `cron-items.ts` each wrong list item. Decides only whether text may be compiled;
// what it means is decided there. Every message names the field, the value, its column, the rule and an example.

import { shown } from "../errors.ts";
import { type CronField, DAY_OF_WEEK, FIELDS, MACROS } from "./cron-fields.ts";
import { checkField } from "./cron-items.ts";

export const MAX_EXPRESSION_CHARACTERS = 200;
const EXAMPLE = 'Example: "30 2 * * 1-5" (02:30, Monday through Friday).';
const EXPECTED =
  "5 are expected (minute, hour, day of month, month, day of week) or 6 with the second first, or 7 with the year last as well.";

/** Seven upper-case fields, or what is wrong with the text. */
export type Guarded =
  | { readonly ok: true; readonly fields: readonly string[] }
  | { readonly ok: false; readonly message: string };

const no = (message: string): Guarded => ({ ok: false, message });

/** ASCII white space collapsed to single spaces, none at the ends. */
export const collapsed = (expression: string): string => expression.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");

/** Which of FIELDS the first of so many words is. */
const firstField = (words: number): number => (words === 5 ? 1 : 0);

/** The 1-based column of FIELDS[index] in collapsed text with 5, 6 or 7 fields. */
export function columnOf(text: string, index: number): number {
  const words = text.split(" ");
  return words.slice(0, index - firstField(words.length)).reduce((column, word) => column + word.length + 1, 1);
}

export function guard(expression: string): Guarded {
  const text = collapsed(expression);
  if (text === "") return no(`A cron expression is required, got an empty one (position 1). ${EXAMPLE}`);
  if (text.length > MAX_EXPRESSION_CHARACTERS) {
    return no(
      `The cron expression ${shown(text)} has ${text.length} characters; at most ${MAX_EXPRESSION_CHARACTERS} are allowed (position ${MAX_EXPRESSION_CHARACTERS + 1} is the first too many). ${EXAMPLE}`,
    );
  }
  const strange = /[^\x20-\x7e]/u.exec(text);
  if (strange !== null) return no(strangeCharacter(text, strange[0], strange.index));
  if (text.startsWith("@")) return macro(text);
  if (/^(cron|rate|at)\(/i.test(text)) return no(eventBridge(text));
  const words = text.split(" ");
  if (words.length < 5 || words.length > 7) return no(wrongCount(text, words));
  let column = 1;
  for (const [i, word] of words.entries()) {
    const field = FIELDS[i + firstField(words.length)] as CronField;
    const problem = checkField(field, word.toUpperCase());
    if (problem !== null) {
      const hint = words.length < 7 ? yearHint(field, word, words.length) : "";
      return no(
        `The ${field.word} field ${shown(word)} (position ${column + problem.offset} of ${shown(text)}) ${problem.why}${hint} Example: ${shown(problem.example ?? field.example)}.`,
      );
    }
    column += word.length + 1;
  }
  const fields = text.toUpperCase().split(" ");
  return { ok: true, fields: [...(words.length === 5 ? ["0"] : []), ...fields, ...(words.length === 7 ? [] : ["*"])] };
}

function wrongCount(text: string, words: readonly string[]): string {
  const most = FIELDS.length;
  const column = words.length > most ? words.slice(0, most).join(" ").length + 2 : text.length + 1;
  const where = words.length > most ? "the first too many is" : "the next one is missing";
  return `The cron expression ${shown(text)} has ${words.length} ${words.length === 1 ? "field" : "fields"}; ${EXPECTED.slice(0, -1)} (${where} at position ${column}). ${EXAMPLE}`;
}

/** EventBridge's six fields begin with the minute and end with the year: here its `?` and its year stand wrong. */
function yearHint(field: CronField, word: string, count: number): string {
  const year = field === DAY_OF_WEEK && /^\d{4}/.test(word);
  return year || (word === "?" && count === 6)
    ? ' A year is the last of seven fields, the second the first, as in "0 0 9 ? * MON 2027".'
    : "";
}

function eventBridge(text: string): string {
  return (
    `The cron expression ${shown(text)} is wrapped in "${text.slice(0, text.indexOf("(") + 1)}…)" (position 1), as in EventBridge; ` +
    'bare fields are expected. In place of cron(0 9 ? * MON *) put the second in front and name the weekdays (EventBridge numbers them from 1 = Sunday). Example: "0 0 9 ? * MON *".'
  );
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
  if (meaning !== undefined) return { ok: true, fields: ["0", ...meaning.split(" "), "*"] };
  const timeless = /^@(?:reboot|startup|every\b.*)$/i.test(text);
  const why = timeless ? "names no time on a clock" : "is not known";
  return no(
    `The macro ${shown(text)} ${why} (position 1); allowed are ${[...MACROS.keys()].join(", ")}${timeless ? "" : ", @startup and @every 90m"}. Example: "@daily".`,
  );
}
