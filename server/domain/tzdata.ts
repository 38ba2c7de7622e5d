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

/** The zones whose offsets differ between now and the end of what is looked at. */
export function changedZones(old: ZoneRules, now: number): string[] {
  const from = seconds(now);
  const until = seconds(Math.min(now + MOVES_MS, old.until));
  const known = new Set(timeZones());
  return Object.entries(old.zones)
    .filter(([name]) => known.has(name))
    .filter(([name, table]) => told(table, from, until) !== told(readZoneTable(name, from, until), from, until))
    .map(([name]) => name);
}

/** What a table says about a stretch of time, equal for tables that say the same. */
function told({ starts, offsets }: ZoneTable, from: number, until: number): string {
  const first =
    offsets[
      Math.max(
        0,
        starts.findLastIndex((start) => start <= from),
      )
    ];
  const changes = starts.flatMap((start, i) => (start > from && start <= until ? [`${start} ${offsets[i]}`] : []));
  return [first, ...changes].join(",");
}

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

/** The first occurrence that the new rules move, add or drop; null when none within the time looked at. */
export function firstMove(
  timing: Timing,
  calendars: ReadonlyMap<string, Calendar>,
  old: ZoneRules,
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
  const until = Math.min(now + MOVES_MS, old.until);
  const before = timetableOf(timing, calendars, zones);
  const after = timetableOf({ ...timing }, calendars);
  let at = now;
  for (let count = 0; count < MAX_COMPARED; count++) {
    const was = before.next(at);
    const is = after.next(at);
    const wasAt = was === null || was.at > until ? null : was.at;
    const isAt = is === null || is.at > until ? null : is.at;
    if (wasAt !== isAt) return { was: wasAt, now: isAt, message: words(wasAt, isAt) };
    if (wasAt === null) return null;
    at = wasAt;
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
