// Instances and idempotency keys: through Prisma's models, since nothing here is hot.
import { IDEMPOTENCY_MS } from "../domain/limits.ts";
import type { Instance } from "../domain/types.ts";
import type { Transaction } from "./database.ts";
import { toInstance } from "./mapping.ts";
import { isOneOf, one, type Queryable, raw, rows, sql } from "./sql.ts";

const ALL = raw(
  `id, hostname, pid, version, roles, "startedAt", "lastSeenAt", "stoppedAt", running, load, "clockAheadMs"`,
);

export async function saveInstance(tx: Transaction, instance: Instance): Promise<void> {
  const row = {
    ...instance,
    roles: instance.roles.join(","),
    startedAt: BigInt(instance.startedAt),
    lastSeenAt: BigInt(instance.lastSeenAt),
    stoppedAt: instance.stoppedAt === null ? null : BigInt(instance.stoppedAt),
  };
  await tx.instance.upsert({ where: { id: instance.id }, create: row, update: row });
}

export async function buryInstances(tx: Transaction, seenBefore: number, at: number, except: string): Promise<void> {
  await tx.instance.updateMany({
    where: { stoppedAt: null, lastSeenAt: { lt: BigInt(seenBefore) }, id: { not: except } },
    data: { stoppedAt: BigInt(at) },
  });
}

export async function instances(db: Queryable, seenSince: number): Promise<Instance[]> {
  const found = await rows(
    db,
    sql`SELECT ${ALL} FROM instances WHERE "lastSeenAt" >= ${seenSince} ORDER BY "stoppedAt" IS NOT NULL, "startedAt" DESC, id LIMIT 100`,
  );
  return found.map(toInstance);
}

export async function instancesById(db: Queryable, ids: readonly string[]): Promise<Map<string, Instance>> {
  const found = await rows(db, sql`SELECT ${ALL} FROM instances WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toInstance(row)]));
}

export async function findKey(tx: Transaction, key: string) {
  const found = await tx.idempotencyKey.findUnique({ where: { key } });
  return found && { ...found, createdAt: Number(found.createdAt) };
}

export async function saveKey(
  tx: Transaction,
  at: number,
  key: string,
  operation: string,
  inputHash: string,
  resultId: string,
): Promise<void> {
  await tx.idempotencyKey.deleteMany({ where: { createdAt: { lte: BigInt(at - IDEMPOTENCY_MS) } } });
  await tx.idempotencyKey.create({ data: { key, operation, inputHash, resultId, createdAt: BigInt(at) } });
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
