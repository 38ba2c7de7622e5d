// Finds due runs in their lanes. An index holds a lane's runs by state, priority and due time, so that the first of each priority
// are found without reading what waits behind them; the claim merges them by rank.
import { partsOf, WORKERS } from "../domain/lanes.ts";
import { EXECUTION_WINDOW_MS } from "../domain/limits.ts";
import type { OverlapPolicy } from "../domain/types.ts";
import { runColumns, toRun } from "./mapping.ts";
import { pastDeadline } from "./missed.ts";
import type { Candidate } from "./overlaps.ts";
import { empty, isOneOf, join, one, type Queryable, raw, rows, type Sql, skipLocked, sql, texts } from "./sql.ts";

const COLUMNS = raw(runColumns());
/** A backfill's run may have a policy of its own. */
const POLICY = raw(`COALESCE(runs."overlapPolicy", tasks."overlapPolicy")`);

/** Due for longer than the execution window: the scheduler's missed-run policy decides. */
const overdueAt = (now: number) =>
  sql`(runs.state = 'SCHEDULED' AND runs.trigger = 'SCHEDULE' AND runs."dueAt" <= ${now - EXECUTION_WINDOW_MS})`;
/** Waits for the run of its task that is going. */
const HELD = sql`(runs.state = 'QUEUED' AND ${POLICY} <> 'ALLOW' AND EXISTS
  (SELECT 1 FROM runs AS other WHERE other."taskId" = runs."taskId" AND other.state IN ('RUNNING', 'RETRYING')))`;

/** As the index of lanes has it: the database finds it by these words. */
export const UNFINISHED = raw(`runs."finishedAt" IS NULL`);
const WAITING = texts(["SCHEDULED", "QUEUED", "RETRYING"]);
export type WaitingState = "SCHEDULED" | "QUEUED" | "RETRYING";

/** Waiting runs of one lane, state and priority. */
export interface Group {
  readonly lane: string;
  readonly state: WaitingState;
  readonly priority: number;
}

/**
 * Groups with a run that is due. Skips from one lane and priority to the next in the index, whatever the number of runs.
 * `lanes`: among these alone; null: among all.
 */
export async function dueGroups(db: Queryable, now: number, lanes: readonly string[] | null): Promise<Group[]> {
  const named = lanes === null ? everyLane : sql`lanes(lane) AS (SELECT value FROM ${texts(lanes)} AS named)`;
  const found = await rows(
    db,
    sql`WITH RECURSIVE ${named},
          groups(lane, state, priority) AS (
            SELECT lanes.lane, states.value, (SELECT MIN(priority) FROM runs WHERE runs.lane = lanes.lane AND runs.state = states.value AND ${UNFINISHED})
              FROM lanes, ${WAITING} AS states WHERE lanes.lane IS NOT NULL
            UNION ALL
            SELECT lane, state, (SELECT MIN(priority) FROM runs
                WHERE runs.lane = groups.lane AND runs.state = groups.state AND runs.priority > groups.priority AND ${UNFINISHED})
              FROM groups WHERE priority IS NOT NULL)
        SELECT lane, state, priority FROM groups WHERE priority IS NOT NULL AND EXISTS (SELECT 1 FROM runs
          WHERE runs.lane = groups.lane AND runs.state = groups.state AND runs.priority = groups.priority AND runs."dueAt" <= ${now} AND ${UNFINISHED})`,
  );
  return found as unknown as Group[];
}

/** `lanes(lane)`, for WITH RECURSIVE: skips from one to the next in the index; the last one is NULL. */
export const everyLane = sql`lanes(lane) AS (SELECT MIN(lane) FROM runs WHERE ${UNFINISHED}
  UNION ALL SELECT (SELECT MIN(runs.lane) FROM runs WHERE runs.lane > lanes.lane AND ${UNFINISHED}) FROM lanes WHERE lane IS NOT NULL)`;

export interface Wanted {
  /** How many of each group, the longest due first. */
  readonly limit: number;
  /** Runs with these keys are passed over. */
  readonly fullKeys: readonly string[];
  /** Whether they are to be changed: what another connection is about to change is passed over then. */
  readonly lock?: boolean;
}

const inGroup = ({ lane, state, priority }: Group, now: number) =>
  sql`runs.lane = ${lane} AND runs.state = ${state} AND runs.priority = ${priority} AND runs."dueAt" <= ${now} AND ${UNFINISHED}`;
const besidesKeys = (keys: readonly string[]) =>
  keys.length === 0 ? empty : sql`AND (runs."queueKey" IS NULL OR NOT ${isOneOf(raw(`runs."queueKey"`), keys)})`;
const eligible = (now: number) => sql`NOT ${overdueAt(now)} AND NOT ${HELD} AND NOT ${pastDeadline(now)}`;

const firstOf = (columns: Sql, group: Group, now: number, { limit, fullKeys, lock }: Wanted, which: Sql): Sql =>
  sql`SELECT * FROM (SELECT ${columns} FROM runs JOIN tasks ON tasks.id = runs."taskId"
      WHERE ${inGroup(group, now)} AND ${which} ${besidesKeys(fullKeys)} ORDER BY runs."dueAt", runs.id LIMIT ${limit} ${lock ? skipLocked("runs") : empty}) AS first`;

/** Runs of these groups that may start but for their overlaps, the longest due first. */
export function startable(db: Queryable, groups: readonly Group[], now: number, wanted: Wanted): Promise<Candidate[]> {
  return candidates(db, groups, now, wanted, eligible(now));
}

/** Newly due: nothing has been decided about them yet. */
export function newlyDue(db: Queryable, groups: readonly Group[], now: number, limit: number): Promise<Candidate[]> {
  const fresh = groups.filter(({ state }) => state === "SCHEDULED");
  return candidates(
    db,
    fresh,
    now,
    { limit, fullKeys: [], lock: true },
    sql`NOT ${overdueAt(now)} AND NOT ${pastDeadline(now)}`,
  );
}

async function candidates(
  db: Queryable,
  groups: readonly Group[],
  now: number,
  wanted: Wanted,
  which: Sql,
): Promise<Candidate[]> {
  if (groups.length === 0) return [];
  const columns = sql`${COLUMNS}, ${POLICY} AS policy, tasks."overlapBuffer" AS buffer`;
  const found = await rows(
    db,
    sql`${join(
      groups.map((group) => firstOf(columns, group, now, wanted, which)),
      " UNION ALL ",
    )} ORDER BY "dueAt", id`,
  );
  return found.map((row) => ({
    run: toRun(row),
    policy: row.policy as OverlapPolicy,
    buffer: row.buffer as number,
  }));
}

/** When more falls due in a lane. */
export async function nextDueIn(db: Queryable, lane: string, now: number): Promise<number | null> {
  const row = await one(
    db,
    sql`WITH RECURSIVE groups(state, priority) AS (
          SELECT states.value, (SELECT MIN(priority) FROM runs WHERE lane = ${lane} AND runs.state = states.value AND ${UNFINISHED})
            FROM ${WAITING} AS states
          UNION ALL
          SELECT state, (SELECT MIN(priority) FROM runs
              WHERE lane = ${lane} AND runs.state = groups.state AND runs.priority > groups.priority AND ${UNFINISHED})
            FROM groups WHERE priority IS NOT NULL)
        SELECT MIN((SELECT MIN("dueAt") FROM runs WHERE lane = ${lane} AND runs.state = groups.state
          AND runs.priority = groups.priority AND "dueAt" > ${now} AND ${UNFINISHED})) AS due FROM groups`,
  );
  return (row?.due as number | null) ?? null;
}

/** The lanes of a worker, which are all that its claim looks at; null: those of an executor, which are found. */
export const lanesOfWorker = (slots: Readonly<Record<string, number>>): string[] | null =>
  Object.keys(slots).every((lane) => isWorkers(lane)) ? Object.keys(slots) : null;

function isWorkers(lane: string): boolean {
  const { kind, queue } = partsOf(lane);
  return kind === WORKERS && queue !== null;
}
