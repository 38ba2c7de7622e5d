// At start: when the time zone rules are not those of the last start, tasks whose occurrences move are listed and planned anew.

import { calendarIds } from "../domain/plan-context.ts";
import type { Store, StoreTransaction } from "../domain/ports.ts";
import { replanTask } from "../domain/replan.ts";
import type { Task } from "../domain/types.ts";
import {
  CHANGE_FACT as CHANGE,
  changedZones,
  firstMove,
  type RulesChange,
  readRules,
  type ZoneRules,
  zonesOf,
} from "../domain/tzdata.ts";
import type { Log } from "../log.ts";

/** Keys of what is remembered. */
const RULES = "tzdata.rules";

const MAX_LISTED = 500;
const HALF_YEAR_MS = 183 * 86_400_000;

export interface TzdataDeps {
  readonly store: Store;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: number;
  readonly version: string;
}

export async function noticeTzdata({ store, log, newId, now, version }: TzdataDeps): Promise<RulesChange | null> {
  const kept = await store.fact(RULES);
  const old = kept === null ? null : (JSON.parse(kept) as ZoneRules);
  // Read once a version, and again before the tables run out.
  if (old?.version === version && old.until > now + HALF_YEAR_MS) return null;
  const rules = readRules(version, now);
  return store.write(async (tx) => {
    const change =
      old === null || old.version === version ? null : await applyChange(tx, old, { log, newId, now, version });
    await tx.saveFact(RULES, JSON.stringify(rules));
    if (change !== null) await tx.saveFact(CHANGE, JSON.stringify(change));
    return change;
  });
}

async function applyChange(
  tx: StoreTransaction,
  old: ZoneRules,
  { log, newId, now, version }: Omit<TzdataDeps, "store">,
): Promise<RulesChange> {
  const changed = new Set(changedZones(old, now));
  const used = new Set<string>();
  const moved: (RulesChange["moved"][number] & { task: Task })[] = [];
  for (const task of changed.size === 0 ? [] : await tx.tasksWithFuture()) {
    const calendars = await tx.calendarsById(calendarIds(task.exclusions));
    const concerned = [...zonesOf(task, calendars)].filter((zone) => changed.has(zone));
    if (concerned.length === 0) continue;
    for (const zone of concerned) used.add(zone);
    const move = firstMove(task, calendars, old, now);
    if (move === null) continue;
    moved.push({ taskId: task.id, task, ...move });
    await replanTask(tx, newId, task, now);
  }
  const names = [...used].sort();
  log.warn(
    { from: old.version, to: version, timezones: names, tasks: moved.length },
    "the time zone rules have changed",
  );
  for (const { task, message } of moved.slice(0, MAX_LISTED)) {
    log.warn({ taskId: task.id, task: task.name }, `the new time zone rules move it: ${message}`);
  }
  const listed = moved.slice(0, MAX_LISTED).map(({ task: _, ...rest }) => rest);
  return { from: old.version, to: version, foundAt: now, timezones: names, moved: listed };
}
