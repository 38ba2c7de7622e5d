// The occurrences of one task's timing: the instants its schedule names, within its bounds, each with its jitter. Pure: no
// clock is read. The end of a run is not known here, so what depends on it carries an ASSUMED note.

import type { Calendar, Schedule, Timing } from "../timing.ts";
import { cronOnWall } from "./cron-source.ts";
import { jitterOf } from "./jitter.ts";
import type { Count, Occurrence, Timetable } from "./occurrences.ts";
import { everySource, onceSource, startupSource } from "./plain-sources.ts";
import { type Moment, previousOf, type Source } from "./source.ts";
import { unionSource } from "./union-source.ts";
import { wallSource } from "./wall-source.ts";
import { type Zone, zoneOf } from "./zone.ts";

type Zones = (name: string) => Zone;

function sourceOf(schedule: Schedule, zones: Zones): Source {
  switch (schedule.kind) {
    case "CRON":
      return wallSource(cronOnWall(schedule, zones(schedule.timezone)));
    case "ONCE":
      return onceSource(schedule);
    case "EVERY":
      return everySource(schedule);
    case "STARTUP":
      return startupSource;
    case "UNION":
      return unionSource(schedule.of.map((member) => sourceOf(member, zones)));
    case "RRULE":
      throw new Error(`recurrence rules are not searched: ${schedule.rule}`);
  }
}

/** Both bounds included. */
function withinBounds(source: Source, startAt: number, endAt: number): Source {
  return {
    next(after) {
      const found = source.next(Math.max(after, startAt - 1));
      return found === null || found.at > endAt ? null : found;
    },
    count: (after, until) => source.count(Math.max(after, startAt - 1), Math.min(until, endAt)),
  };
}

function build(timing: Timing, zones: Zones): Timetable {
  const { startAt, endAt } = timing;
  const named = sourceOf(timing.schedule, zones);
  const source =
    startAt === null && endAt === null
      ? named
      : withinBounds(named, startAt ?? Number.NEGATIVE_INFINITY, endAt ?? Number.POSITIVE_INFINITY);
  const jittered = jitterOf(timing, source);
  const occurrence = (moment: Moment | null): Occurrence | null => (moment === null ? null : jittered(moment));

  function between(after: number, until: number, limit: number): Occurrence[] {
    const found: Occurrence[] = [];
    for (let at = after; found.length < limit; ) {
      const next = source.next(at);
      if (next === null || next.at > until) break;
      found.push(jittered(next));
      at = next.at;
    }
    return found;
  }

  function newest(after: number, until: number, limit: number): { occurrences: Occurrence[]; total: Count } {
    const found: Occurrence[] = [];
    for (let before = until + 1; found.length < limit; ) {
      const previous = previousOf(source, before);
      if (previous === null || previous.at <= after) break;
      found.push(jittered(previous));
      before = previous.at;
    }
    return { occurrences: found.reverse(), total: source.count(after, until) };
  }

  return {
    next: (after) => occurrence(source.next(after)),
    previous: (before) => occurrence(previousOf(source, before)),
    between,
    count: (after, until) => source.count(after, until),
    newest,
    omissions: () => [],
    explain: (at) => {
      const found = source.next(at - 1);
      return { occurrence: found?.at === at ? jittered(found) : null, checks: [] };
    },
    impacts: () => [],
  };
}

const timetables = new WeakMap<Timing, { readonly zones: Zones; readonly timetable: Timetable }>();

/** Cheap when asked again with the same timing object. @throws Error for a schedule that was never accepted */
export function timetableOf(
  timing: Timing,
  _calendars: ReadonlyMap<string, Calendar>,
  zones: Zones = zoneOf,
): Timetable {
  let kept = timetables.get(timing);
  if (kept?.zones !== zones) {
    kept = { zones, timetable: build(timing, zones) };
    timetables.set(timing, kept);
  }
  return kept.timetable;
}
