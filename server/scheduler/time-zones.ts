// At start: when the time zone rules are not those of the last start, tasks whose occurrences move are listed and planned anew.

import { calendarIds } from "../domain/plan-context.ts";
import type { Clock, Store, StoreTransaction } from "../domain/ports.ts";
import { replanTask } from "../domain/replan.ts";
import type { Task } from "../domain/types.ts";
import {
  CHANGE_FACT as CHANGE,
  changedZones,
  firstMove,
  type Move,
  type RulesChange,
  readRules,
  type Stretch,
  type ZoneRules,
  zonesOf,
} from "../domain/tzdata.ts";
import type { Log } from "../log.ts";

/** Keys of what is remembered. */
const RULES = "tzdata.rules";

const MAX_LISTED = 500;
/** For one transaction, so that the database never waits long. */
const TASKS_AT_ONCE = 200;
/** Reading them all takes most of a second of a processor, as much as all the rest of a start: it has time, and is done in passing. */
const FIRST_AFTER_MS = 15_000;
const BETWEEN_STEPS_MS = 200;
const HALF_YEAR_MS = 183 * 86_400_000;

export interface TzdataDeps {
  readonly store: Store;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: number;
  readonly version: string;
}

/** To be done before the first planning. Answers what changed; null when nothing did. Broken off, the next start does it again. */
export async function noticeTzdata({ store, log, newId, now, version }: TzdataDeps): Promise<RulesChange | null> {
  const old = await keptRules(store);
  if (old === null || old.version === version) return null;
  const changed = changedZones(old, now);
  const tasks = changed.size === 0 ? [] : await store.tasksWithFuture(true, null);
  const used = new Set<string>();
  const moved: Moved[] = [];
  for (let start = 0; start < tasks.length; start += TASKS_AT_ONCE) {
    const some = tasks.slice(start, start + TASKS_AT_ONCE);
    await store.write(async (tx) => {
      for (const task of some) {
        const move = await findMove(tx, task, old, changed, used, now);
        if (move === null) continue;
        moved.push({ task, ...move });
        await replanTask(tx, newId, task, now);
      }
    });
  }
  const names = [...used].sort();
  log.warn(
    { from: old.version, to: version, timezones: names, tasks: moved.length },
    "the time zone rules have changed",
  );
  for (const { task, message } of moved.slice(0, MAX_LISTED)) {
    log.warn({ taskId: task.id, task: task.name }, `the new time zone rules move it: ${message}`);
  }
  const listed = moved
    .slice(0, MAX_LISTED)
    .map(({ task, was, now: is, message }) => ({ taskId: task.id, was, now: is, message }));
  const change: RulesChange = { from: old.version, to: version, foundAt: now, timezones: names, moved: listed };
  await store.write(async (tx) => {
    await tx.saveFact(CHANGE, JSON.stringify(change));
    await tx.saveFact(RULES, JSON.stringify({ ...old, version, until: 0 }));
  });
  return change;
}

type Moved = Move & { readonly task: Task };

async function findMove(
  tx: StoreTransaction,
  task: Task,
  old: ZoneRules,
  changed: ReadonlyMap<string, readonly Stretch[]>,
  used: Set<string>,
  now: number,
): Promise<Move | null> {
  const calendars = await tx.calendarsById(calendarIds(task.exclusions));
  const concerned = [...zonesOf(task, calendars)].filter((zone) => changed.has(zone));
  for (const zone of concerned) used.add(zone);
  const stretches = concerned.flatMap((zone) => changed.get(zone) ?? []);
  return stretches.length === 0 ? null : firstMove(task, calendars, old, stretches, now);
}

async function keptRules(store: Store): Promise<ZoneRules | null> {
  const kept = await store.fact(RULES);
  return kept === null ? null : (JSON.parse(kept) as ZoneRules);
}

/** Keeps what the rules say now, for a start with other ones: a poll that reads a few zones at a time, so that nobody waits for it. */
export function keepTzdata({
  store,
  clock,
  version,
  afterMs = clock.simulated ? 0 : FIRST_AFTER_MS,
}: Pick<TzdataDeps, "store" | "version"> & { clock: Clock; afterMs?: number }): () => Promise<number> {
  let reading: ReturnType<typeof readRules> | undefined;
  let rules: ZoneRules | undefined;
  const first = clock.now() + afterMs;
  let done = false;
  return async () => {
    if (done) return Number.POSITIVE_INFINITY;
    if (reading === undefined) {
      if (clock.now() < first) return first - clock.now();
      const kept = await keptRules(store);
      done = kept?.version === version && kept.until > clock.now() + HALF_YEAR_MS;
      if (done) return Number.POSITIVE_INFINITY;
      reading = readRules(version, clock.now());
    }
    if (rules === undefined) {
      const step = reading.next();
      if (!step.done) return clock.simulated ? 0 : BETWEEN_STEPS_MS;
      rules = step.value;
    }
    // Read once, however often the database cannot be written to.
    const text = JSON.stringify(rules);
    await store.write((tx) => tx.saveFact(RULES, text));
    done = true;
    return Number.POSITIVE_INFINITY;
  };
}
