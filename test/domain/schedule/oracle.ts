// A slow second opinion, coded apart from the engine: walks through every minute of a window, asks Intl for its wall
// clock, and applies the rule of DESIGN §3.10 to what it sees. Takes five fields of numbers, ranges, steps and stars.

import type { GapRule, RepeatRule } from "../../../server/domain/types.ts";

/** Every minute of a window with its wall clock as minutes since 1970 (as if local time were UTC). */
export interface Walk {
  readonly from: number;
  readonly locals: Int32Array;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (made === undefined) {
    made = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(zone, made);
  }
  return made;
}

/** Wall clock of an instant (ms) as minutes. */
export function localMinute(zone: string, at: number): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (format(zone).format(at).match(/\d+/g) ?? []).map(
    Number,
  );
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** Walks from `from` (ms, a whole minute) on. */
export function walk(zone: string, from: number, minutes: number): Walk {
  const locals = new Int32Array(minutes);
  for (let i = 0; i < minutes; i++) locals[i] = localMinute(zone, from + i * 60_000);
  return { from, locals };
}

function numbers(text: string, min: number, max: number): Set<number> {
  const found = new Set<number>();
  for (const item of text.split(",")) {
    const [range = "", step = "1"] = item.split("/");
    const [low, high = low] = range === "*" ? [min, max] : range.split("-").map(Number);
    for (let value = low as number; value <= (high as number); value += Number(step)) found.add(value);
  }
  return found;
}

export function matcher(expression: string): (local: number) => boolean {
  const [m = "", h = "", d = "", mo = "", w = ""] = expression.split(" ");
  const minutes = numbers(m, 0, 59);
  const hours = numbers(h, 0, 23);
  const days = numbers(d, 1, 31);
  const months = numbers(mo, 1, 12);
  const weekdays = new Set([...numbers(w, 0, 6)].map((value) => value % 7));
  const both = d.startsWith("*") || w.startsWith("*");
  return (local) => {
    const date = new Date(local * 60_000);
    if (!minutes.has(date.getUTCMinutes()) || !hours.has(date.getUTCHours()) || !months.has(date.getUTCMonth() + 1))
      return false;
    const onDay = days.has(date.getUTCDate());
    const onWeekday = weekdays.has(date.getUTCDay());
    return both ? onDay && onWeekday : onDay || onWeekday;
  };
}

/** The instants (ms) of the walk at which the expression runs, from its second day on (the first shows what was before). */
export function runs(expression: string, path: Walk): number[] {
  const [m = "", h = ""] = expression.split(" ");
  return runsWhere(matcher(expression), m.startsWith("*") || h.startsWith("*"), path);
}

/** As `runs`, for any rule that says of a local minute whether it is named. */
export function runsWhere(matches: (local: number) => boolean, wildcard: boolean, { from, locals }: Walk): number[] {
  const found: number[] = [];
  let newest = (locals[0] as number) - 1;
  for (let i = 0; i < locals.length; i++) {
    const local = locals[i] as number;
    let run = matches(local);
    if (!wildcard) {
      if (local <= newest) run = false;
      const gap = local - newest - 1;
      if (gap > 0 && gap <= 180) for (let missing = newest + 1; missing < local; missing++) run ||= matches(missing);
      newest = Math.max(newest, local);
    }
    if (run && i >= 1440) found.push(from + i * 60_000);
  }
  return found;
}

/**
 * As `runsWhere` by chosen rules, from the walk's second day to its last but one (whether a local time comes again is seen
 * there). A run before a gap is in the last second of the minute before it.
 */
export function runsByRules(
  matches: (local: number) => boolean,
  { gap, repeat }: { readonly gap: GapRule; readonly repeat: RepeatRule },
  { from, locals }: Walk,
): number[] {
  const found: number[] = [];
  const lastShown = new Map<number, number>();
  for (const [i, local] of locals.entries()) lastShown.set(local, i);
  let newest = (locals[0] as number) - 1;
  for (let i = 0; i < locals.length - 1440; i++) {
    const local = locals[i] as number;
    const counts = repeat === "BOTH" || (repeat === "FIRST" ? local > newest : lastShown.get(local) === i);
    let run = counts && matches(local);
    let missed = false;
    for (let missing = newest + 1; missing < local; missing++) missed ||= matches(missing);
    if (missed && gap === "NEXT_VALID") run = true;
    if (missed && gap === "PREVIOUS_VALID" && i >= 1440) found.push(from + i * 60_000 - 1000);
    if (run && i >= 1440) found.push(from + i * 60_000);
    newest = Math.max(newest, local);
  }
  return found;
}
