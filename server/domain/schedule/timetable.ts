// The occurrences of one task's timing: the instants its schedule names, within its bounds, without what is excluded, each with
// its jitter. Pure: no clock is read. The end of a run is not known here, so what depends on it carries an ASSUMED note.

import type { Calendar, Schedule, Timing } from "../timing.ts";
import { cronOnWall } from "./cron-source.ts";
import { describeSchedule } from "./describe.ts";
import { type CompiledExclusion, compileExclusion } from "./exclusions.ts";
import { jitterOf } from "./jitter.ts";
import type { Occurrence, SpecCheck, Timetable } from "./occurrences.ts";
import { omissionsOf } from "./omissions.ts";
import { everySource, manualSource, onceSource, startupSource } from "./plain-sources.ts";
import { rruleOnWall } from "./rrule-source.ts";
import { type Moment, newestOf, previousOf, type Source } from "./source.ts";
import { unionSource } from "./union-source.ts";
import { wallSource } from "./wall-source.ts";
import { withinBounds, withoutExcluded } from "./wrapped-sources.ts";
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
      return startupSource(schedule);
    case "MANUAL":
      return manualSource(schedule);
    case "UNION":
      return unionSource(
        schedule.of.map((member) => ({ source: sourceOf(member, zones), description: describeSchedule(member) })),
        describeSchedule(schedule),
      );
    case "RRULE":
      return wallSource(rruleOnWall(schedule, zones(schedule.timezone)));
  }
}

/** The zone on whose clock a schedule's exclusions are read: UTC where it has none, for a union its first member's that has one. */
export function timezoneOf(schedule: Schedule): string {
  switch (schedule.kind) {
    case "CRON":
    case "RRULE":
      return schedule.timezone;
    case "ONCE":
      return schedule.timezone ?? "UTC";
    case "UNION": {
      const zoned = schedule.of.find((member) => "timezone" in member && member.timezone !== null);
      return zoned === undefined ? "UTC" : timezoneOf(zoned);
    }
    default:
      return "UTC";
  }
}

function build(timing: Timing, calendars: ReadonlyMap<string, Calendar>, zones: Zones): Timetable {
  const { schedule, startAt, endAt } = timing;
  const zoneNamed = (name: string | null): Zone => zones(name ?? timezoneOf(schedule));
  const exclusions = timing.exclusions.map(
    (exclusion): CompiledExclusion => compileExclusion(exclusion, (id) => calendars.get(id), zoneNamed),
  );
  const scheduled = sourceOf(schedule, zones);
  const named = startAt === null && endAt === null ? scheduled : withinBounds(scheduled, startAt, endAt);
  const kept = exclusions.length === 0 ? named : withoutExcluded(named, exclusions);
  const jittered = jitterOf(timing, kept);
  const occurrence = (moment: Moment | null): Occurrence | null => (moment === null ? null : jittered(moment));

  function between(after: number, until: number, limit: number): Occurrence[] {
    const found: Occurrence[] = [];
    for (let at = after; found.length < limit; ) {
      const next = kept.next(at);
      if (next === null || next.at > until) break;
      found.push(jittered(next));
      at = next.at;
    }
    return found;
  }

  function explain(at: number): { occurrence: Occurrence | null; checks: SpecCheck[] } {
    const moment = kept.next(at - 1);
    const found = moment?.at === at ? jittered(moment) : null;
    const checks = kept.checks(at);
    if (found !== null && timing.jitterMs > 0) {
      const message =
        found.notes.find(({ kind }) => kind === "JITTERED")?.message ?? "starts at once: nothing to spread";
      checks.push({ kind: "JITTER", passed: null, message, effectiveAt: found.effectiveAt });
    }
    return { occurrence: found, checks };
  }

  return {
    next: (after) => occurrence(kept.next(after)),
    previous: (before) => occurrence(previousOf(kept, before)),
    between,
    count: (after, until) => kept.count(after, until),
    newest: (after, until, limit) => ({
      occurrences: newestOf(kept, after, until, limit).map(jittered),
      total: kept.count(after, until),
    }),
    omissions: (after, until, limit) => omissionsOf(named, kept, exclusions, after, until, limit),
    explain,
    impacts: (after, until, limit) => kept.effects(after, until, limit).map(({ impact }) => impact),
  };
}

interface Kept {
  readonly zones: Zones;
  /** Those that the timing names, in its order. */
  readonly calendars: readonly (Calendar | undefined)[];
  readonly timetable: Timetable;
}
const timetables = new WeakMap<Timing, Kept>();

const NO_CALENDARS: readonly Calendar[] = [];

/**
 * Cheap when asked again with the same timing object and calendars.
 * @throws Error for a timing that was never accepted, and when a calendar that it names is not among `calendars`
 */
export function timetableOf(
  timing: Timing,
  calendars: ReadonlyMap<string, Calendar>,
  zones: Zones = zoneOf,
): Timetable {
  const used =
    timing.exclusions.length === 0
      ? NO_CALENDARS
      : timing.exclusions.flatMap((exclusion) =>
          exclusion.kind === "CALENDAR" ? [calendars.get(exclusion.calendarId)] : [],
        );
  let kept = timetables.get(timing);
  if (kept?.zones !== zones || used.some((calendar, i) => calendar !== kept?.calendars[i])) {
    kept = { zones, calendars: used, timetable: build(timing, calendars, zones) };
    timetables.set(timing, kept);
  }
  return kept.timetable;
}
