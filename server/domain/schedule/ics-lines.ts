// A calendar file (RFC 5545 §3.1) as the properties of its events, each with the number of its line. Unfolds, pairs BEGIN and END and
// leaves parameters, quotes and escapes to ical.js; what dates and rules mean is not its business. Costs one pass over the text.

import ICAL from "ical.js";
import { shown } from "../errors.ts";

export interface IcsProperty {
  /** Upper case. */
  readonly name: string;
  /** Names in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Text is unescaped, everything else is as it stands in the file. */
  readonly value: string;
  readonly line: number;
}

export interface IcsEvent {
  readonly line: number;
  readonly properties: readonly IcsProperty[];
}

export interface IcsFile {
  readonly events: readonly IcsEvent[];
  /** Of the calendar itself. */
  readonly properties: readonly IcsProperty[];
  /** Of VTIMEZONE components: what the file calls a zone, and the IANA name that it says is the same. */
  readonly zoneNames: ReadonlyMap<string, string>;
}

/** A sentence without the line's number. */
export interface LineError {
  readonly line: number;
  readonly message: string;
}

/** The properties that are read; all others are skipped unseen. */
const TEXTS = [
  "SUMMARY",
  "UID",
  "STATUS",
  "X-WR-CALNAME",
  "NAME",
  "X-WR-TIMEZONE",
  "TIMEZONE-ID",
  "TZID",
  "X-LIC-LOCATION",
];
const VALUES = ["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"];
const READ = new Set([...TEXTS, ...VALUES]);
const NAME = /^([A-Za-z0-9-]+)[;:]/;
const DEEPEST = 10;

/** ical.js decodes text; it would cut what follows a date, such as an offset, so all other values stay as they are. */
const { param, value } = ICAL.design.icalendar as { param: object; value: { text: object } };
const DESIGN = {
  param,
  value: { text: value.text },
  property: Object.fromEntries(TEXTS.map((name) => [name.toLowerCase(), { defaultType: "text" }])),
};

interface Line {
  readonly text: string;
  readonly line: number;
}

/** Physical lines joined: one that begins with a space or a tab goes on with the one before. */
function unfolded(text: string): Line[] {
  const lines: { parts: string[]; line: number }[] = [];
  text.split(/\r\n|\n|\r/).forEach((part, i) => {
    const open = lines.at(-1);
    if (/^[ \t]/.test(part) && open !== undefined) open.parts.push(part.slice(1));
    else if (part.trim() !== "") lines.push({ parts: [part], line: i + 1 });
  });
  return lines.map(({ parts, line }) => ({ text: parts.join(""), line }));
}

function readProperty({ text, line }: Line, name: string): IcsProperty | LineError {
  try {
    const [, parameters, , read] = ICAL.parse.property(text, DESIGN as never) as [string, object, string, unknown];
    const plain = Object.entries(parameters).map(([key, item]) => [key, String(item)] as const);
    return { name, parameters: Object.fromEntries(plain), value: String(read), line };
  } catch {
    return {
      line,
      message: `the parameters of ${shown(text)} cannot be read; an example is "DTSTART;TZID=Europe/Berlin:20261224T180000"`,
    };
  }
}

/** The file, or all the lines of it that cannot be read. */
export function readLines(text: string): IcsFile | readonly LineError[] {
  const errors: LineError[] = [];
  const events: IcsEvent[] = [];
  const properties: IcsProperty[] = [];
  const zoneNames = new Map<string, string>();
  const open: { name: string; line: number; properties: IcsProperty[] }[] = [];
  let calendars = 0;
  for (const line of unfolded(text.replace(/^\ufeff/, ""))) {
    const name = NAME.exec(line.text)?.[1]?.toUpperCase();
    const component = line.text
      .slice((name?.length ?? 0) + 1)
      .trim()
      .toUpperCase();
    const inside = open.at(-1);
    if (inside === undefined && !(name === "BEGIN" && component === "VCALENDAR")) {
      errors.push({ line: line.line, message: `${shown(line.text)} stands where "BEGIN:VCALENDAR" is expected` });
      return errors;
    }
    if (name === "BEGIN") {
      if (open.length >= DEEPEST)
        return [...errors, { line: line.line, message: `more than ${DEEPEST} components are inside each other` }];
      open.push({ name: component, line: line.line, properties: [] });
      if (component === "VCALENDAR") calendars++;
    } else if (name === "END") {
      if (inside?.name !== component) {
        errors.push({
          line: line.line,
          message: `${shown(line.text)} stands where "END:${inside?.name}" is expected (line ${inside?.line})`,
        });
        return errors;
      }
      open.pop();
      const parent = open.at(-1)?.name;
      if (component === "VEVENT" && parent === "VCALENDAR") events.push(inside);
      if (component === "VCALENDAR") properties.push(...inside.properties);
      const of = (wanted: string): string | undefined => inside.properties.find((one) => one.name === wanted)?.value;
      if (component === "VTIMEZONE") zoneNames.set(of("TZID") ?? "", of("X-LIC-LOCATION") ?? "");
    } else if (name === undefined) {
      errors.push({
        line: line.line,
        message: `${shown(line.text)} is no NAME:VALUE; an example is "SUMMARY:Christmas"`,
      });
    } else if (READ.has(name)) {
      const read = readProperty(line, name);
      if ("message" in read) errors.push(read);
      else inside?.properties.push(read);
    }
  }
  const left = open.at(-1);
  if (left !== undefined)
    errors.push({ line: left.line, message: `"BEGIN:${left.name.slice(0, 40)}" has no END; the file is not complete` });
  else if (calendars === 0) errors.push({ line: 1, message: `nothing is there; "BEGIN:VCALENDAR" is expected` });
  return errors.length > 0 ? errors : { events, properties, zoneNames };
}
