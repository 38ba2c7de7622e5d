// A calendar's entries as lines of text, which can be typed and pasted: `2026-12-24..2026-12-26 Christmas`. A day, or a
// local time; days include the last one, times do not include the end.
import type { CalendarEntryInput } from "../gql/graphql";

const MOMENT = String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?`;
const LINE = new RegExp(`^(${MOMENT})(?:\\s*\\.\\.\\s*(${MOMENT}))?(?:\\s+(.*))?$`);
const DAY_MS = 86_400_000;

export interface Parsed {
  entries: CalendarEntryInput[];
  /** For each entry the number of its line, from 1. */
  lines: number[];
  /** Lines that cannot be read. */
  wrong: { line: number; text: string }[];
}

export function parseEntries(text: string): Parsed {
  const parsed: Parsed = { entries: [], lines: [], wrong: [] };
  for (const [index, raw] of text.split("\n").entries()) {
    const trimmed = raw.trim();
    if (trimmed === "") continue;
    const [, from, until, label] = LINE.exec(trimmed) ?? [];
    if (from === undefined) {
      parsed.wrong.push({ line: index + 1, text: trimmed });
      continue;
    }
    parsed.entries.push({ from, ...(until && { until }), ...(label && { label }) });
    parsed.lines.push(index + 1);
  }
  return parsed;
}

interface Entry {
  from: string;
  /** Not included. */
  until: string;
  label: string | null;
}

const isMidnight = (local: string): boolean => /T00:00(:00(\.0+)?)?$/.test(local);
const dayBefore = (local: string): string =>
  new Date(Date.parse(`${local.slice(0, 10)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** The line that makes this entry. */
export function printEntry({ from, until, label }: Entry): string {
  const last = dayBefore(until);
  const whole = isMidnight(from) && isMidnight(until);
  const span = whole
    ? last === from.slice(0, 10)
      ? last
      : `${from.slice(0, 10)}..${last}`
    : `${from.slice(0, 19)}..${until.slice(0, 19)}`;
  return label ? `${span} ${label}` : span;
}
