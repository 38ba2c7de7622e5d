// Notices that the time zone rules of this process are not those that tasks were planned by, and finds which occurrences move. Pure.

import { shownInstant } from "./instant.ts";
import {
  frozenZone,
  readZoneTable,
  timetableOf,
  timeZones,
  type Zone,
  type ZoneTable,
  zoneOf,
} from "./schedule/index.ts";
import type { Calendar, Schedule, Timing } from "./timing.ts";

/** All that a version of the rules says about the years to come. */
export interface ZoneRules {
  readonly version: string;
  /** The tables reach so far. */
  readonly until: number;
  readonly zones: Readonly<Record<string, ZoneTable>>;
}

export interface Move {
  readonly was: number | null;
  readonly now: number | null;
  readonly message: string;
}

export interface RulesChange {
  readonly from: string;
  readonly to: string;
  readonly foundAt: number;
  readonly timezones: readonly string[];
  readonly moved: readonly (Move & { readonly taskId: string })[];
}

/** How far ahead moves are looked for, and how much further the kept tables reach. */
export const MOVES_MS = 2 * 366 * 86_400_000;
const KEPT_MS = 2 * MOVES_MS;
const MAX_COMPARED = 20_000;
const ZONES_A_STEP = 10;

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Reads a few zones a step, for all of them take half a second; the last step answers the rules, those before it undefined. */
export function* readRules(version: string, now: number): Generator<undefined, ZoneRules> {
  const until = now + KEPT_MS;
  const zones: Record<string, ZoneTable> = {};
  for (const [index, name] of timeZones().entries()) {
    zones[name] = readZoneTable(name, seconds(now), seconds(until));
    if (index % ZONES_A_STEP === ZONES_A_STEP - 1) yield;
  }
  return { version, until, zones };
}

/** Instants in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** For each zone whose offsets differ from those kept: when they do, between now and the end of what is looked at. */
export function changedZones(old: ZoneRules, now: number): Map<string, Stretch[]> {
  const from = seconds(now);
  const until = seconds(Math.min(now + MOVES_MS, old.until));
  const known = new Set(timeZones());
  const changed = new Map<string, Stretch[]>();
  for (const [name, table] of Object.entries(old.zones)) {
    const stretches = known.has(name) ? differences(table, readZoneTable(name, from, until), from, until) : [];
    if (stretches.length > 0) changed.set(name, stretches);
  }
  return changed;
}

function differences(old: ZoneTable, current: ZoneTable, from: number, until: number): Stretch[] {
  const within = [...old.starts, ...current.starts].filter((start) => start > from && start < until);
  const cuts = [from, ...new Set(within.sort((a, b) => a - b)), until];
  return cuts.slice(0, -1).flatMap((start, i) => {
    const same = offsetOf(old, start) === offsetOf(current, start);
    return same ? [] : [{ from: start * 1000, until: (cuts[i + 1] as number) * 1000 }];
  });
}

const offsetOf = ({ starts, offsets }: ZoneTable, at: number): number =>
  offsets[
    Math.max(
      0,
      starts.findLastIndex((start) => start <= at),
    )
  ] as number;

/** Every zone that has a say in a timing. */
export function zonesOf({ schedule, exclusions }: Timing, calendars: ReadonlyMap<string, Calendar>): Set<string> {
  const zones = new Set<string>(["UTC"]);
  const add = (each: Schedule): void => {
    if (each.kind === "UNION") each.of.forEach(add);
    else if ((each.kind === "CRON" || each.kind === "RRULE") && each.timezone) zones.add(each.timezone);
  };
  add(schedule);
  for (const each of exclusions) {
    const zone = each.kind === "CALENDAR" ? calendars.get(each.calendarId)?.timezone : each.timezone;
    if (zone) zones.add(zone);
  }
  return zones;
}

/** A clock change makes up for times of a gap, and skipped days are two: so far from a difference may what it does lie. */
const AROUND_MS = 2 * 86_400_000;

/** The first occurrence that the new rules move, add or drop; null when none within the time looked at. */
export function firstMove(
  timing: Timing,
  calendars: ReadonlyMap<string, Calendar>,
  old: ZoneRules,
  /** Where the zones of the timing differ. */
  stretches: readonly Stretch[],
  now: number,
): Move | null {
  const frozen = new Map<string, Zone>();
  const zones = (name: string) => {
    const table = old.zones[name];
    if (table === undefined) return zoneOf(name);
    let zone = frozen.get(name);
    if (zone === undefined) {
      zone = frozenZone(name, table);
      frozen.set(name, zone);
    }
    return zone;
  };
  const before = timetableOf(timing, calendars, zones);
  const after = timetableOf({ ...timing }, calendars);
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const until = Math.min(stretch.until + AROUND_MS, old.until);
    let at = Math.max(now, stretch.from - AROUND_MS);
    for (let count = 0; count < MAX_COMPARED; count++) {
      const was = before.next(at);
      const is = after.next(at);
      const wasAt = was === null || was.at > until ? null : was.at;
      const isAt = is === null || is.at > until ? null : is.at;
      if (wasAt !== isAt) return { was: wasAt, now: isAt, message: words(wasAt, isAt) };
      if (wasAt === null) break;
      at = wasAt;
    }
  }
  return null;
}

function words(was: number | null, now: number | null): string {
  if (was === null) return `${shownInstant(now as number)} is new.`;
  if (now === null) return `${shownInstant(was)} is gone.`;
  return `${shownInstant(was)} becomes ${shownInstant(now)}.`;
}

/** The key under which the newest change is remembered. */
export const CHANGE_FACT = "tzdata.change";
