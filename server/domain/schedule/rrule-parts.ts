// The text of a recurrence rule (RFC 5545 §3.3.10) as its parts, or one sentence about what is wrong with it. Reads the text only:
// what a rule means, and whether it ever matches, is decided elsewhere.

import { shown } from "../errors.ts";
import { DAY_SECONDS, dayOf, monthLength } from "./calendar.ts";

export const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The parts that list numbers. Negative ones count from the end, -1 being the last. */
const LISTS = {
  BYMONTH: { min: 1, max: 12, fromEnd: false, example: "BYMONTH=1,7" },
  BYWEEKNO: { min: 1, max: 53, fromEnd: true, example: "BYWEEKNO=20" },
  BYYEARDAY: { min: 1, max: 366, fromEnd: true, example: "BYYEARDAY=1,-1" },
  BYMONTHDAY: { min: 1, max: 31, fromEnd: true, example: "BYMONTHDAY=1,-1" },
  BYHOUR: { min: 0, max: 23, fromEnd: false, example: "BYHOUR=9,17" },
  BYMINUTE: { min: 0, max: 59, fromEnd: false, example: "BYMINUTE=0,30" },
  BYSECOND: { min: 0, max: 59, fromEnd: false, example: "BYSECOND=0" },
  BYSETPOS: { min: 1, max: 366, fromEnd: true, example: "BYSETPOS=-1" },
} as const;
export type ListPart = keyof typeof LISTS;

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const PARTS = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", ...Object.keys(LISTS)];
/** Enough for every rule; a larger number is a slip of the hand, and COUNT is counted day by day. */
const MOST = { INTERVAL: 1_000_000, COUNT: 100_000 };

/** An item of BYDAY. */
export interface RuleDay {
  /** 0: every such weekday; 2: the second; -1: the last. */
  readonly nth: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export interface RuleParts {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** Included; a second of local time, or of UTC when `utc`. A plain date stands for its last second. */
  readonly until: { readonly second: number; readonly utc: boolean } | null;
  /** First day of the week, 0 is Sunday. */
  readonly weekStart: number;
  readonly days: readonly RuleDay[] | null;
  /** Rising, each value once. */
  readonly lists: { readonly [part in ListPart]?: readonly number[] };
}

/** Without the `RRULE:`, white space and letter case that mean nothing. */
export const normalized = (text: string): string =>
  text
    .replace(/\s+/g, "")
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "");

/** The parts of a normalized rule, or what is wrong with it. */
export function readParts(rule: string): RuleParts | string {
  const texts = new Map<string, string>();
  for (const part of rule.split(";")) {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/.exec(part) ?? [];
    if (!PARTS.includes(name) || value === "") return wrongPart(rule, part, name);
    if (texts.has(name)) return wrong(rule, `${name} more than once`, "one of each part is", `FREQ=DAILY;BYHOUR=9,17`);
    texts.set(name, value);
  }
  const freq = texts.get("FREQ");
  if (freq === "SECONDLY") {
    const why = "has FREQ=SECONDLY, which is not offered: it names 86,400 times a day";
    return `The recurrence rule ${shown(rule)} ${why}; ${FREQUENCIES.join(", ")} are. Example: an interval of 10 seconds, or "FREQ=MINUTELY;BYSECOND=0,30".`;
  }
  const frequency = FREQUENCIES.find((word) => word === freq);
  if (frequency === undefined) {
    return wrong(rule, freq === undefined ? "no FREQ" : `FREQ=${freq}`, `${FREQUENCIES.join(", ")} is`, "FREQ=DAILY");
  }
  const numbers = { INTERVAL: 1, COUNT: null as number | null };
  for (const name of ["INTERVAL", "COUNT"] as const) {
    const text = texts.get(name);
    if (text === undefined) continue;
    numbers[name] = Number(text);
    if (!/^\d{1,9}$/.test(text) || Number(text) < 1 || Number(text) > MOST[name])
      return wrong(rule, `${name}=${text}`, `a whole number from 1 to ${MOST[name]} is`, `${name}=2`);
  }
  const untilText = texts.get("UNTIL");
  const until = untilText === undefined ? null : readUntil(untilText);
  if (until === undefined) {
    return wrong(
      rule,
      `UNTIL=${untilText}`,
      "a date, or a date and time, of 1970 to 9999 is",
      "UNTIL=20261231T235959Z",
    );
  }
  const weekStart = WEEKDAYS.indexOf(texts.get("WKST") ?? "MO");
  if (weekStart < 0) return wrong(rule, `WKST=${texts.get("WKST")}`, `one of ${WEEKDAYS.join(", ")} is`, "WKST=MO");
  const days = readDays(rule, texts.get("BYDAY"), frequency);
  if (typeof days === "string") return days;
  const lists: { [part in ListPart]?: readonly number[] } = {};
  for (const name of Object.keys(LISTS) as ListPart[]) {
    const list = readList(rule, name, texts.get(name));
    if (typeof list === "string") return list;
    if (list !== null) lists[name] = list;
  }
  const parts = {
    freq: frequency,
    interval: numbers.INTERVAL ?? 1,
    count: numbers.COUNT,
    until,
    weekStart,
    days,
    lists,
  };
  return contradiction(rule, parts) ?? parts;
}

const wrong = (rule: string, got: string, expected: string, example: string): string =>
  `The recurrence rule ${shown(rule)} has ${got.length > 60 ? `${got.slice(0, 60)}…` : got}; ${expected} expected. Example: ${shown(example)}.`;

function wrongPart(rule: string, part: string, name: string): string {
  if (rule === "") return `The recurrence rule is empty. Example: "FREQ=MONTHLY;BYDAY=-1FR".`;
  if (PARTS.includes(name)) return wrong(rule, `no value for ${name}`, "a value is", "FREQ=DAILY;INTERVAL=2");
  const known = `parts of the form NAME=VALUE with the names ${PARTS.join(", ")} are`;
  return wrong(rule, part === "" ? "an empty part" : `the unknown part ${shown(part)}`, known, "FREQ=DAILY;INTERVAL=2");
}

/** Undefined: cannot be read. */
function readUntil(text: string): RuleParts["until"] | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  if (parts === null) return undefined;
  const plain = parts[4] === undefined;
  const [year = 0, month = 0, day = 0, hour = 23, minute = 59, second = 59] = parts.slice(1, plain ? 4 : 7).map(Number);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return { second: dayOf(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second, utc: parts[7] === "Z" };
}

function readList(rule: string, name: ListPart, text: string | undefined): readonly number[] | null | string {
  if (text === undefined) return null;
  const { min, max, fromEnd, example } = LISTS[name];
  const values: number[] = [];
  for (const item of text.split(",")) {
    const value = Number(item);
    const size = fromEnd ? Math.abs(value) : value;
    if (!/^[+-]?\d{1,3}$/.test(item) || size < min || size > max) {
      const range = `${min} to ${max}${fromEnd ? ` or -${max} to -${min}` : ""}`;
      return wrong(rule, `${shown(item)} in ${name}`, `whole numbers from ${range} are`, example);
    }
    values.push(value);
  }
  return [...new Set(values)].sort((a, b) => a - b);
}

function readDays(rule: string, text: string | undefined, freq: Frequency): readonly RuleDay[] | null | string {
  if (text === undefined) return null;
  const found: RuleDay[] = [];
  for (const item of text.split(",")) {
    const [, nth = "", name = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item) ?? [];
    const weekday = WEEKDAYS.indexOf(name);
    if (weekday < 0)
      return wrong(
        rule,
        `${shown(item)} in BYDAY`,
        `${WEEKDAYS.join(", ")}, with a number in front if wanted, are`,
        "BYDAY=MO,-1FR",
      );
    const most = freq === "YEARLY" ? 53 : freq === "MONTHLY" ? 5 : 0;
    const size = Math.abs(Number(nth));
    if (nth !== "" && most === 0) {
      return wrong(
        rule,
        `the number of ${shown(item)} in BYDAY with FREQ=${freq}`,
        "FREQ=MONTHLY or FREQ=YEARLY is",
        "FREQ=MONTHLY;BYDAY=-1FR",
      );
    }
    if (nth !== "" && (size < 1 || size > most)) {
      return wrong(
        rule,
        `${shown(item)} in BYDAY with FREQ=${freq}`,
        `a number from 1 to ${most} or -${most} to -1 is`,
        "BYDAY=-1FR",
      );
    }
    if (!found.some((day) => day.nth === Number(nth) && day.weekday === weekday))
      found.push({ nth: Number(nth), weekday });
  }
  return found;
}

/** What the RFC forbids to stand together. */
function contradiction(rule: string, { freq, count, until, days, lists }: RuleParts): string | null {
  if (count !== null && until !== null) {
    return wrong(rule, "both COUNT and UNTIL", "one of the two is", "FREQ=DAILY;COUNT=10");
  }
  if (lists.BYWEEKNO !== undefined && freq !== "YEARLY") {
    return wrong(rule, `BYWEEKNO with FREQ=${freq}`, "FREQ=YEARLY is", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO");
  }
  if (lists.BYWEEKNO !== undefined && days?.some(({ nth }) => nth !== 0)) {
    return wrong(rule, "BYWEEKNO and a number in BYDAY", "a weekday alone is", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO");
  }
  if (lists.BYYEARDAY !== undefined && ["DAILY", "WEEKLY", "MONTHLY"].includes(freq)) {
    return wrong(
      rule,
      `BYYEARDAY with FREQ=${freq}`,
      "FREQ=YEARLY, HOURLY or MINUTELY is",
      "FREQ=YEARLY;BYYEARDAY=100",
    );
  }
  if (lists.BYMONTHDAY !== undefined && freq === "WEEKLY") {
    return wrong(rule, "BYMONTHDAY with FREQ=WEEKLY", "another FREQ is", "FREQ=MONTHLY;BYMONTHDAY=15");
  }
  const others = Object.keys(lists).some((name) => name !== "BYSETPOS") || days !== null;
  if (lists.BYSETPOS !== undefined && !others) {
    return wrong(
      rule,
      "BYSETPOS alone",
      "another BY part to choose from is",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    );
  }
  return null;
}
