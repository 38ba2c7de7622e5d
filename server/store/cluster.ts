// Instances, idempotency keys and facts.
import { IDEMPOTENCY_MS } from "../domain/limits.ts";
import type { Instance } from "../domain/types.ts";
import type { Models } from "./database.ts";
import { toInstance } from "./mapping.ts";
import { one, type Queryable, saveRow, sql } from "./sql.ts";

const COLUMNS = {
  id: "text",
  hostname: "text",
  pid: "int",
  version: "text",
  roles: "text",
  startedAt: "int",
  lastSeenAt: "int",
  stoppedAt: "int",
  running: "int",
  load: "float",
  clockAheadMs: "int",
} as const;
const MOST_SHOWN = 100;

/** Plain SQL as all writes: they hold the database's lock, and Prisma's models take their time when they are first used. */
export async function saveInstance(tx: Queryable, instance: Instance): Promise<void> {
  await saveRow(tx, "instances", COLUMNS, "id", { ...instance, roles: instance.roles.join(",") });
}

export async function buryInstances(tx: Queryable, seenBefore: number, at: number, except: string): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE instances SET "stoppedAt" = ${at} WHERE "stoppedAt" IS NULL AND "lastSeenAt" < ${seenBefore} AND id <> ${except}`,
  );
}

/** Those that live first, then the newest. */
export async function instances({ instance }: Models, seenSince: number): Promise<Instance[]> {
  const found = await instance.findMany({
    where: { lastSeenAt: { gte: BigInt(seenSince) } },
    orderBy: [{ stoppedAt: { sort: "asc", nulls: "first" } }, { startedAt: "desc" }, { id: "asc" }],
    take: MOST_SHOWN,
  });
  return found.map(plain).map(toInstance);
}

export async function instancesById({ instance }: Models, ids: readonly string[]): Promise<Map<string, Instance>> {
  const found = await instance.findMany({ where: { id: { in: [...ids] } } });
  return new Map(found.map((row) => [row.id, toInstance(plain(row))]));
}

/** Prisma gives 64-bit integers as such; ours are below 2^53. */
const plain = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );

interface Key {
  readonly operation: string;
  readonly inputHash: string;
  readonly resultId: string;
  readonly createdAt: number;
}

export async function findKey(tx: Queryable, key: string): Promise<Key | null> {
  const row = await one(
    tx,
    sql`SELECT operation, "inputHash", "resultId", "createdAt" FROM idempotency_keys WHERE key = ${key}`,
  );
  return (row as unknown as Key | undefined) ?? null;
}

export async function saveKey(
  tx: Queryable,
  at: number,
  key: string,
  operation: string,
  inputHash: string,
  resultId: string,
): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM idempotency_keys WHERE "createdAt" <= ${at - IDEMPOTENCY_MS}`);
  await tx.$executeRaw(
    sql`INSERT INTO idempotency_keys (key, operation, "inputHash", "resultId", "createdAt")
        VALUES (${key}, ${operation}, ${inputHash}, ${resultId}, ${at})`,
  );
}

/** JSON text; null when nothing is kept under the key. */
export async function fact(db: Queryable, key: string): Promise<string | null> {
  const row = await one(db, sql`SELECT value FROM facts WHERE key = ${key}`);
  return (row?.value as string | undefined) ?? null;
}

export async function saveFact(tx: Queryable, key: string, value: string): Promise<void> {
  await tx.$executeRaw(
    sql`INSERT INTO facts (key, value) VALUES (${key}, ${value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
}
