// Reads and writes queues, and counts what they hold.
import { lanesOfQueue, partsOf, queueIdOf } from "../domain/lanes.ts";
import type { QueueCounts } from "../domain/ports.ts";
import type { Queue, Task } from "../domain/types.ts";
import { UNFINISHED } from "./claimable.ts";
import type { Changes } from "./events.ts";
import { toTask } from "./mapping.ts";
import { batch, columnList, isOneOf, join, jsonText, type Queryable, type Row, raw, rows, sql, within } from "./sql.ts";
import { RETURNED } from "./tasks.ts";

const COLUMNS = {
  namespaceId: "text",
  name: "text",
  description: "text",
  concurrency: "int",
  concurrencyPerKey: "int",
  rateLimit: "int",
  ratePeriodMs: "int",
  rateBurst: "int",
  tokens: "float",
  tokensAt: "int",
  pausedAt: "int",
  pauseReason: "text",
  version: "int",
  createdAt: "int",
  updatedAt: "int",
} as const;
const ALL = columnList(COLUMNS);

/** A queue's row is known by its `queueIdOf`: names are unique within a namespace. */
const nameIn = (id: string): string => (id.startsWith("@") ? id.slice(id.indexOf("/") + 1) : id);

const toQueue = (row: Row): Queue => ({
  namespaceId: row.namespaceId as string,
  name: nameIn(row.name as string),
  description: row.description as string | null,
  concurrency: row.concurrency as number | null,
  concurrencyPerKey: row.concurrencyPerKey as number | null,
  rate:
    row.rateLimit === null
      ? null
      : {
          limit: row.rateLimit as number,
          periodMs: row.ratePeriodMs as number,
          burst: row.rateBurst as number,
        },
  tokens: row.tokens as number,
  tokensAt: row.tokensAt as number,
  pausedAt: row.pausedAt as number | null,
  pauseReason: row.pauseReason as string | null,
  version: row.version as number,
  createdAt: row.createdAt as number,
  updatedAt: row.updatedAt as number,
});

const fromQueue = ({ rate, ...queue }: Queue): Row => ({
  ...queue,
  name: queueIdOf(queue.namespaceId, queue.name),
  rateLimit: rate?.limit ?? null,
  ratePeriodMs: rate?.periodMs ?? null,
  rateBurst: rate?.burst ?? null,
});

/** Undefined: of all. */
export async function queues(db: Queryable, namespaceId?: string): Promise<Queue[]> {
  return (await rows(db, sql`SELECT ${ALL} FROM queues WHERE ${within(namespaceId)} ORDER BY name`)).map(toQueue);
}

export async function queuesByName(
  db: Queryable,
  names: readonly string[],
  namespaceId: string,
): Promise<Map<string, Queue>> {
  const ids = names.map((name) => queueIdOf(namespaceId, name));
  return new Map([...(await queuesById(db, ids)).values()].map((queue) => [queue.name, queue]));
}

/** By `queueIdOf`. */
export async function queuesById(db: Queryable, ids: readonly string[]): Promise<Map<string, Queue>> {
  if (ids.length === 0) return new Map();
  const found = await rows(db, sql`SELECT ${ALL} FROM queues WHERE ${isOneOf(raw("name"), ids)}`);
  return new Map(found.map((row) => [row.name as string, toQueue(row)]));
}

/** False when there is one of this name. */
export async function insertQueue(tx: Queryable, changes: Changes, queue: Queue): Promise<boolean> {
  const names = columnList(COLUMNS);
  const written = await tx.$executeRaw(
    sql`INSERT INTO queues (${names}) SELECT ${names} FROM ${batch([fromQueue(queue)], COLUMNS)} AS added WHERE true
        ON CONFLICT (name) DO NOTHING`,
  );
  changes.queues = true;
  return written === 1;
}

export async function saveQueue(tx: Queryable, changes: Changes, queue: Queue): Promise<void> {
  const settings = join(
    Object.keys(COLUMNS)
      .filter((name) => name !== "name" && name !== "namespaceId")
      .map((name) => raw(`"${name}" = added."${name}"`)),
  );
  await tx.$executeRaw(
    sql`UPDATE queues SET ${settings} FROM ${batch([fromQueue(queue)], COLUMNS)} AS added WHERE queues.name = added.name`,
  );
  changes.queues = true;
}

/** What a claim took from the queue's rate. */
export async function saveTokens(
  tx: Queryable,
  used: readonly Pick<Queue, "namespaceId" | "name" | "tokens" | "tokensAt">[],
): Promise<void> {
  if (used.length === 0) return;
  const added = batch(
    used.map(({ namespaceId, name, ...rest }) => ({ name: queueIdOf(namespaceId, name), ...rest })),
    { name: "text", tokens: "float", tokensAt: "int" },
  );
  await tx.$executeRaw(
    sql`UPDATE queues SET tokens = added.tokens, "tokensAt" = added."tokensAt" FROM ${added} AS added WHERE queues.name = added.name`,
  );
}

export async function deleteQueue(tx: Queryable, changes: Changes, name: string, namespaceId: string): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM queues WHERE name = ${queueIdOf(namespaceId, name)}`);
  changes.queues = true;
}

/** Living tasks whose runs the queue holds. Reads every task with a queue or a worker: for edits of queues only. */
export async function tasksInQueue(db: Queryable, name: string, namespaceId: string): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE "deletedAt" IS NULL AND "namespaceId" = ${namespaceId}
          AND (queue = ${name} OR ("targetKind" = 'WORKER' AND ${jsonText("target", "queue")} = ${name}))
        ORDER BY "nameKey"`,
  );
  return found.map(toTask);
}

/** How many runs of each queue are RUNNING, by their key; the queues by `queueIdOf`. */
export async function runningByKey(
  db: Queryable,
  queues: readonly Pick<Queue, "namespaceId" | "name">[],
): Promise<Map<string, Map<string | null, number>>> {
  const counts = new Map(
    queues.map(({ namespaceId, name }) => [queueIdOf(namespaceId, name), new Map<string | null, number>()]),
  );
  if (queues.length === 0) return counts;
  const lanes = queues.flatMap(({ namespaceId, name }) => lanesOfQueue(name, namespaceId));
  const found = await rows(
    db,
    sql`SELECT lane, "queueKey" AS key, COUNT(*) AS count FROM runs
        WHERE ${isOneOf(raw("lane"), lanes)} AND state = 'RUNNING' AND ${UNFINISHED} GROUP BY lane, "queueKey"`,
  );
  for (const row of found) {
    const byKey = counts.get(partsOf(row.lane as string).queueId as string) as Map<string | null, number>;
    const key = row.key as string | null;
    byKey.set(key, (byKey.get(key) ?? 0) + (row.count as number));
  }
  return counts;
}

export async function queueCounts(
  db: Queryable,
  names: readonly string[],
  now: number,
  namespaceId: string,
): Promise<Map<string, QueueCounts>> {
  const found = await rows(
    db,
    sql`SELECT lane, state = 'RUNNING' AS going, COUNT(*) AS count, MIN("dueAt") AS oldest FROM runs
        WHERE ${isOneOf(
          raw("lane"),
          names.flatMap((name) => lanesOfQueue(name, namespaceId)),
        )} AND state IN ('RUNNING', 'SCHEDULED', 'QUEUED', 'RETRYING')
          AND (state = 'RUNNING' OR "dueAt" <= ${now}) AND ${UNFINISHED}
        GROUP BY lane, state = 'RUNNING'`,
  );
  const counts = new Map<string, QueueCounts>(
    names.map((name) => [name, { running: 0, waiting: 0, oldestDueAt: null }]),
  );
  for (const row of found) {
    const name = partsOf(row.lane as string).queue as string;
    const { running, waiting, oldestDueAt } = counts.get(name) as QueueCounts;
    const count = row.count as number;
    const oldest = Math.min(
      oldestDueAt ?? Number.POSITIVE_INFINITY,
      (row.oldest as number | null) ?? Number.POSITIVE_INFINITY,
    );
    counts.set(name, {
      running: running + (row.going ? count : 0),
      waiting: waiting + (row.going ? 0 : count),
      oldestDueAt: Number.isFinite(oldest) ? oldest : null,
    });
  }
  return counts;
}
