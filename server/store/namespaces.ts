// Reads and writes namespaces and memberships, and counts what is used of quotas.
import { lanesOf, namespaceOf } from "../domain/lanes.ts";
import { DEFAULT_NAMESPACE, type Namespace, type Quota, type Usage } from "../domain/namespace.ts";
import type { Membership, NamespaceStore, NamespaceTransaction, RunQuery } from "../domain/ports.ts";
import { everyLane, UNFINISHED } from "./claimable.ts";
import type { Database } from "./database.ts";
import type { Changes } from "./events.ts";
import { batch, columnList, isOneOf, one, type Queryable, type Row, raw, rows, type Sql, saveRow, sql } from "./sql.ts";

const COLUMNS = {
  id: "text",
  nameKey: "text",
  name: "text",
  description: "text",
  maxTasks: "int",
  maxRunning: "int",
  maxWaiting: "int",
  maxSecrets: "int",
  maxWebhooks: "int",
  version: "int",
  createdAt: "int",
  updatedAt: "int",
  deletedAt: "int",
} as const;
const ALL = columnList(COLUMNS);
const MEMBERSHIP = { userId: "text", namespaceId: "text", role: "text" } as const;
const MEMBERSHIPS = columnList(MEMBERSHIP);
const FEW_TASKS = 100;
const NO_LIMIT = 1_000_000_000;

const toNamespace = (row: Row): Namespace => ({
  id: row.id as string,
  name: row.name as string,
  description: row.description as string | null,
  quotas: {
    tasks: row.maxTasks as number | null,
    runningRuns: row.maxRunning as number | null,
    waitingRuns: row.maxWaiting as number | null,
    secrets: row.maxSecrets as number | null,
    webhooks: row.maxWebhooks as number | null,
  },
  version: row.version as number,
  createdAt: row.createdAt as number,
  updatedAt: row.updatedAt as number,
  deletedAt: row.deletedAt as number | null,
});

const fromNamespace = ({ quotas, ...namespace }: Namespace): Row => ({
  ...namespace,
  nameKey: namespace.deletedAt === null ? namespace.name : null,
  maxTasks: quotas.tasks,
  maxRunning: quotas.runningRuns,
  maxWaiting: quotas.waitingRuns,
  maxSecrets: quotas.secrets,
  maxWebhooks: quotas.webhooks,
});

function grouped(list: readonly Membership[], by: "userId" | "namespaceId"): Map<string, Membership[]> {
  const all = new Map<string, Membership[]>();
  for (const each of list) all.set(each[by], [...(all.get(each[by]) ?? []), each]);
  return all;
}

const toMembership = (row: Row): Membership => row as unknown as Membership;

/** While there is none but the default one, and never was, everything is of it: nothing need be left out. */
export async function narrowed(db: Queryable, namespaceId: string | undefined): Promise<string | undefined> {
  if (namespaceId !== DEFAULT_NAMESPACE) return namespaceId;
  const other = await one(db, sql`SELECT id FROM namespaces WHERE id <> ${DEFAULT_NAMESPACE} LIMIT 1`);
  return other ? namespaceId : undefined;
}

/**
 * Runs of a namespace with few tasks are looked for by them: in the order of time one would come across them seldom among those of others,
 * or never. Deleted tasks have runs too.
 */
export async function narrowedRuns<Q extends Pick<RunQuery, "namespaceId" | "taskId">>(
  db: Queryable,
  query: Q,
): Promise<Q> {
  const namespaceId = await narrowed(db, query.namespaceId);
  if (namespaceId === undefined || query.taskId) return { ...query, namespaceId };
  const found = await rows(db, sql`SELECT id FROM tasks WHERE "namespaceId" = ${namespaceId} LIMIT ${FEW_TASKS + 1}`);
  return found.length > FEW_TASKS ? query : { ...query, taskId: found.map(({ id }) => id as string) };
}

/** The lanes that have unfinished runs, found by skipping from one to the next in their index, each with its runs of a state counted. */
function runsIn(namespaceId: string, state: "RUNNING" | "QUEUED"): Sql {
  const [from, until] = lanesOf(namespaceId);
  const before = (column: Sql) => (until === null ? raw("true") : sql`${column} < ${until}`);
  return sql`WITH RECURSIVE lanes(lane) AS (
      SELECT MIN(lane) FROM runs WHERE ${UNFINISHED} AND lane >= ${from} AND ${before(raw("lane"))}
      UNION ALL SELECT (SELECT MIN(runs.lane) FROM runs WHERE ${UNFINISHED} AND runs.lane > lanes.lane AND ${before(raw("runs.lane"))})
        FROM lanes WHERE lane IS NOT NULL)
    SELECT 1 FROM lanes JOIN runs ON runs.lane = lanes.lane AND runs.state = ${raw(`'${state}'`)} AND ${UNFINISHED}`;
}

const counted: Readonly<Record<Quota, (id: string) => Sql>> = {
  tasks: (id) => sql`SELECT 1 FROM tasks WHERE "namespaceId" = ${id} AND "nameKey" IS NOT NULL`,
  runningRuns: (id) => runsIn(id, "RUNNING"),
  waitingRuns: (id) => runsIn(id, "QUEUED"),
  secrets: (id) => sql`SELECT 1 FROM secrets WHERE "namespaceId" = ${id}`,
  webhooks: (id) => sql`SELECT 1 FROM webhooks WHERE "namespaceId" = ${id}`,
};

export async function used(db: Queryable, id: string, quota: Quota, most = NO_LIMIT): Promise<number> {
  const row = await one(db, sql`SELECT COUNT(*) AS count FROM (${counted[quota](id)} LIMIT ${most}) AS counted`);
  return row?.count as number;
}

/** In so many statements, however many namespaces. */
async function usages(db: Queryable, ids: readonly string[]): Promise<Map<string, Usage>> {
  const found = new Map(ids.map((id) => [id, { tasks: 0, runningRuns: 0, waitingRuns: 0, secrets: 0, webhooks: 0 }]));
  const count = async (quota: "tasks" | "secrets" | "webhooks", where: Sql) => {
    const counts = await rows(
      db,
      sql`SELECT "namespaceId", COUNT(*) AS count FROM ${raw(quota)} WHERE ${isOneOf(raw(`"namespaceId"`), ids)} AND ${where}
          GROUP BY "namespaceId"`,
    );
    for (const row of counts)
      (found.get(row.namespaceId as string) as Record<Quota, number>)[quota] = row.count as number;
  };
  await count("tasks", raw(`"nameKey" IS NOT NULL`));
  await count("secrets", raw("true"));
  await count("webhooks", raw("true"));
  const inState = (state: string) =>
    sql`(SELECT COUNT(*) FROM runs WHERE runs.lane = lanes.lane AND runs.state = ${raw(`'${state}'`)} AND ${UNFINISHED})`;
  const lanes = await rows(
    db,
    sql`WITH RECURSIVE ${everyLane} SELECT lane, ${inState("RUNNING")} AS running, ${inState("QUEUED")} AS waiting
        FROM lanes WHERE lane IS NOT NULL`,
  );
  for (const row of lanes) {
    const used = found.get(namespaceOf({ lane: row.lane as string }));
    if (!used) continue;
    used.runningRuns += row.running as number;
    used.waitingRuns += row.waiting as number;
  }
  return found;
}

export interface BoundedNamespace {
  readonly id: string;
  readonly name: string;
  readonly most: number;
}

/** Those with a bound for what is going at once. The claim asks each time: an index has these few, or none. */
export async function boundedNamespaces(db: Queryable): Promise<BoundedNamespace[]> {
  const found = await rows(
    db,
    sql`SELECT id, name, "maxRunning" AS most FROM namespaces WHERE "maxRunning" IS NOT NULL`,
  );
  return found as unknown as BoundedNamespace[];
}

export async function membershipsOf(db: Queryable, userIds: readonly string[]): Promise<Membership[]> {
  if (userIds.length === 0) return [];
  const found = await rows(db, sql`SELECT ${MEMBERSHIPS} FROM memberships WHERE ${isOneOf(raw(`"userId"`), userIds)}`);
  return found.map(toMembership);
}

const find = async (db: Queryable, where: Sql): Promise<Namespace | null> => {
  const row = await one(db, sql`SELECT ${ALL} FROM namespaces WHERE ${where} AND "deletedAt" IS NULL`);
  return row ? toNamespace(row) : null;
};

export const namespaceReads = (database: Pick<Database, "read">): NamespaceStore => ({
  list: () =>
    database.read(async (db) =>
      (
        await rows(
          db,
          sql`SELECT ${ALL} FROM namespaces WHERE "deletedAt" IS NULL ORDER BY CASE id WHEN ${DEFAULT_NAMESPACE} THEN 0 ELSE 1 END, name`,
        )
      ).map(toNamespace),
    ),
  byId: (ids) =>
    database.read(async (db) => {
      const found = await rows(db, sql`SELECT ${ALL} FROM namespaces WHERE ${isOneOf(raw("id"), ids)}`);
      return new Map(found.map((row) => [row.id as string, toNamespace(row)]));
    }),
  usage: (ids) => database.read((db) => usages(db, ids)),
  members: (namespaceIds) =>
    database.read(async (db) => {
      const found = await rows(
        db,
        sql`SELECT memberships."userId", memberships."namespaceId", memberships.role FROM memberships
            JOIN users ON users.id = memberships."userId"
            WHERE ${isOneOf(raw(`memberships."namespaceId"`), namespaceIds)} ORDER BY users."nameKey"`,
      );
      return grouped(found.map(toMembership), "namespaceId");
    }),
  memberships: (userIds) =>
    database.read(async (db) => {
      const found = await rows(
        db,
        sql`SELECT memberships."userId", memberships."namespaceId", memberships.role FROM memberships
            JOIN namespaces ON namespaces.id = memberships."namespaceId"
            WHERE ${isOneOf(raw(`memberships."userId"`), userIds)} ORDER BY namespaces.name`,
      );
      return grouped(found.map(toMembership), "userId");
    }),
});

async function contents(db: Queryable, id: string) {
  const of = async (from: Sql) =>
    (await one(db, sql`SELECT COUNT(*) AS count FROM (${from}) AS counted`))?.count as number;
  return {
    tasks: await of(counted.tasks(id)),
    queues: await of(sql`SELECT 1 FROM queues WHERE "namespaceId" = ${id}`),
    secrets: await of(counted.secrets(id)),
    calendars: await of(sql`SELECT 1 FROM calendars WHERE "namespaceId" = ${id}`),
    webhooks: await of(counted.webhooks(id)),
  };
}

export const namespaceWrites = (tx: Queryable, changes: Changes): NamespaceTransaction => ({
  count: async () =>
    (await one(tx, sql`SELECT COUNT(*) AS count FROM namespaces WHERE "deletedAt" IS NULL`))?.count as number,
  contents: (id) => contents(tx, id),
  find: (id) => find(tx, sql`id = ${id}`),
  named: (name) => find(tx, sql`"nameKey" = ${name}`),
  async insert(namespace) {
    const written = await tx.$executeRaw(
      sql`INSERT INTO namespaces (${ALL}) SELECT ${ALL} FROM ${batch([fromNamespace(namespace)], COLUMNS)} AS added WHERE true
          ON CONFLICT ("nameKey") DO NOTHING`,
    );
    return written === 1;
  },
  async save(namespace) {
    await saveRow(tx, "namespaces", COLUMNS, "id", fromNamespace(namespace));
    // What had to wait may start.
    changes.queues = true;
  },
  used: (id, quota, most) => used(tx, id, quota, most),
  async membership(userId, namespaceId) {
    const row = await one(
      tx,
      sql`SELECT ${MEMBERSHIPS} FROM memberships WHERE "userId" = ${userId} AND "namespaceId" = ${namespaceId}`,
    );
    return row ? toMembership(row) : null;
  },
  async saveMembership({ userId, namespaceId, role }) {
    await tx.$executeRaw(
      sql`INSERT INTO memberships (${MEMBERSHIPS}) VALUES (${userId}, ${namespaceId}, ${role})
          ON CONFLICT ("userId", "namespaceId") DO UPDATE SET role = excluded.role`,
    );
  },
  async deleteMembership(userId, namespaceId) {
    await tx.$executeRaw(sql`DELETE FROM memberships WHERE "userId" = ${userId} AND "namespaceId" = ${namespaceId}`);
  },
  async deleteMemberships(namespaceId) {
    await tx.$executeRaw(sql`DELETE FROM memberships WHERE "namespaceId" = ${namespaceId}`);
  },
});
