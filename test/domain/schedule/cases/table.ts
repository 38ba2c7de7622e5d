// The form of the hand-checked cases, and how their texts are read. Knows nothing of the engine but its types.
//
// A group is a zone and a window in UTC, both ends included; a row is a schedule, what runs in the window, and the rule it follows
// from. Runs are written in UTC, each with only as much of the date as changes, from the window's first day on:
// `07:00 30T01:15 11-02T03:00 2027-01-01T00:00:30`, and `03-31` for a midnight. `00:00 00:15 .. 02:00` goes on at the same distance.
// What the engine must note about a run stands behind a stroke, as in `07:00/moved`; without one there must be no note.

import type { ScheduleInput } from "../../../../server/domain/input/schedule.ts";
import type { ClockChangeRules, Exclusion } from "../../../../server/domain/timing.ts";
import type { SourceName } from "./sources.ts";

export interface Group {
  readonly zone: string;
  readonly from: string;
  readonly until: string;
  /** What happens in the window, for whoever checks it. */
  readonly about: string;
  readonly rows: readonly Row[];
}

/** `schedule`: a cron expression on the group's clock, or any schedule as the API takes it. */
export type Row = readonly [schedule: string | ScheduleInput, runs: string, source: SourceName, more?: More];

export interface More extends ClockChangeRules {
  readonly exclusions?: readonly Exclusion[];
  /** Entries of the calendar that `HOLIDAYS` names: first and last local time or day. */
  readonly calendar?: readonly (readonly [from: string, until: string])[];
  readonly calendarZone?: string;
  readonly startAt?: string;
  readonly endAt?: string;
  readonly jitterMs?: number;
  readonly seed?: string;
  /** What is left out: `06:30/dropped`, or `@02:30/dropped` for a local time that does not exist. */
  readonly omits?: string;
  /** When the runs start, where that is not their instant. */
  readonly starts?: string;
}

export const HOLIDAYS: Exclusion = { kind: "CALENDAR", calendarId: "holidays" };
export const days = (from: string, until = from, timezone: string | null = null): Exclusion => ({
  kind: "DATES",
  from,
  until,
  timezone,
});
export const times = (expression: string, timezone: string | null = null): Exclusion => ({
  kind: "CRON",
  expression,
  timezone,
});

const NOTES = {
  moved: "MOVED",
  joined: "MERGED",
  first: "FIRST_PASS",
  second: "SECOND_PASS",
  again: "REPEATED",
  later: "JITTERED",
  assumed: "ASSUMED",
  dropped: "DROPPED",
  excluded: "EXCLUDED",
} as const;

export interface Expected {
  /** Null: a local time that does not exist. */
  readonly at: string | null;
  readonly local: string | null;
  readonly notes: readonly string[];
}

const TOKEN = /^(@)?(?:(?:(?:(\d{4})-)?(\d\d)-)?(\d\d)T)?(\d\d:\d\d(?::\d\d)?)(?:\/([a-z+]+))?$/;
const MIDNIGHT = /^(?:(\d{4})-)?(\d\d)-(\d\d)(?:\/([a-z+]+))?$/;
const shown = (at: number): string => new Date(at).toISOString().replace(".000Z", "");

/** @throws Error for a text that is not of this form: a mistake in the table */
export function readRuns(text: string, from: string): Expected[] {
  const found: Expected[] = [];
  let [year = "", month = "", day = ""] = from.slice(0, 10).split("-");
  let filling = false;
  for (const word of text.split(" ").filter((each) => each !== "")) {
    if (word === "..") {
      filling = true;
      continue;
    }
    const whole = MIDNIGHT.exec(word);
    const part = TOKEN.exec(word);
    if (whole === null && part === null) throw new Error(`${word} of ${text} cannot be read`);
    const [y, m, d] = whole?.slice(1, 4) ?? part?.slice(2, 5) ?? [];
    [year, month, day] = [y ?? year, m ?? month, d ?? day];
    const time = part?.[5] ?? "00:00";
    const words = whole?.[4] ?? part?.[6];
    const at = `${year}-${month}-${day}T${time.length === 5 ? `${time}:00` : time}`;
    const notes = words?.split("+").map((each) => NOTES[each as keyof typeof NOTES] ?? `no note ${each}`) ?? [];
    if (filling) fill(found, at);
    filling = false;
    found.push(part?.[1] === "@" ? { at: null, local: at, notes } : { at, local: null, notes });
  }
  return found;
}

/** Goes on from the last two at their distance, up to `until`, which is not added. */
function fill(found: Expected[], until: string): void {
  const [first, second] = found.slice(-2).map(({ at }) => Date.parse(`${at}Z`));
  const last = Date.parse(`${until}Z`);
  const step = (second ?? 0) - (first ?? 0);
  if (!(step > 0) || ((last - (second ?? 0)) / step) % 1 !== 0) throw new Error(`no even steps up to ${until}`);
  for (let at = (second ?? 0) + step; at < last; at += step) found.push({ at: shown(at), local: null, notes: [] });
}
