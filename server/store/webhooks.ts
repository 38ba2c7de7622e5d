// Reads and writes webhooks. Whoever sends holds the webhook by a lease, and its fence must still hold when the outcome is written.
import type { Webhook } from "../domain/webhook.ts";
import type { Changes } from "./events.ts";
import { batch, columnList, isOneOf, join, one, type Queryable, type Row, raw, rows, sql, within } from "./sql.ts";

const COLUMNS = {
  id: "text",
  namespaceId: "text",
  name: "text",
  url: "text",
  format: "text",
  filter: "text",
  headers: "text",
  sealedKey: "text",
  oldSealedKey: "text",
  oldKeyUntil: "int",
  state: "text",
  stateReason: "text",
  cursor: "int",
  lostAt: "int",
  failures: "int",
  failingSince: "int",
  deliveredAt: "int",
  holdUntil: "int",
  version: "int",
  createdAt: "int",
  updatedAt: "int",
} as const;
export const ALL_OF_WEBHOOK = columnList({ ...COLUMNS, leaseUntil: "int", fence: "int" });

export function toWebhook(row: Row): Webhook {
  const { leaseUntil: _, fence: __, ...kept } = row;
  return {
    ...(kept as unknown as Webhook),
    filter: JSON.parse(row.filter as string) as Webhook["filter"],
    headers: JSON.parse(row.headers as string) as Webhook["headers"],
  };
}

const fromWebhook = (webhook: Webhook): Row => ({
  ...webhook,
  filter: JSON.stringify(webhook.filter),
  headers: JSON.stringify(webhook.headers),
});

/** Undefined: of all. */
export async function webhooks(db: Queryable, namespaceId?: string): Promise<Webhook[]> {
  const found = await rows(db, sql`SELECT ${ALL_OF_WEBHOOK} FROM webhooks WHERE ${within(namespaceId)} ORDER BY name`);
  return found.map(toWebhook);
}

export async function webhooksById(db: Queryable, ids: readonly string[]): Promise<Map<string, Webhook>> {
  const found = await rows(db, sql`SELECT ${ALL_OF_WEBHOOK} FROM webhooks WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toWebhook(row)]));
}

export async function findWebhook(db: Queryable, id: string): Promise<Webhook | null> {
  const row = await one(db, sql`SELECT ${ALL_OF_WEBHOOK} FROM webhooks WHERE id = ${id}`);
  return row ? toWebhook(row) : null;
}

export async function countWebhooks(db: Queryable, namespaceId?: string): Promise<number> {
  return (await one(db, sql`SELECT COUNT(*) AS count FROM webhooks WHERE ${within(namespaceId)}`))?.count as number;
}

export async function insertWebhook(tx: Queryable, changes: Changes, webhook: Webhook): Promise<boolean> {
  const names = columnList(COLUMNS);
  const written = await tx.$executeRaw(
    sql`INSERT INTO webhooks (${names}) SELECT ${names} FROM ${batch([fromWebhook(webhook)], COLUMNS)} AS added WHERE true
        ON CONFLICT ("namespaceId", name) DO NOTHING`,
  );
  changes.webhooks = true;
  return written === 1;
}

export async function saveWebhook(
  tx: Queryable,
  changes: Changes,
  webhook: Webhook,
): Promise<"saved" | "nameTaken" | "stale"> {
  const { id, namespaceId, name, version } = webhook;
  const other = await one(
    tx,
    sql`SELECT id FROM webhooks WHERE "namespaceId" = ${namespaceId} AND name = ${name} AND id <> ${id}`,
  );
  if (other) return "nameTaken";
  const settings = join(
    Object.keys(COLUMNS)
      .filter((column) => column !== "id" && column !== "createdAt")
      .map((column) => raw(`"${column}" = added."${column}"`)),
  );
  const written = await tx.$executeRaw(
    sql`UPDATE webhooks SET ${settings} FROM ${batch([fromWebhook(webhook)], COLUMNS)} AS added
        WHERE webhooks.id = added.id AND webhooks.version = ${version - 1}`,
  );
  changes.webhooks = true;
  return written === 1 ? "saved" : "stale";
}

export async function removeWebhook(tx: Queryable, changes: Changes, id: string): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM webhook_deliveries WHERE "webhookId" = ${id}`);
  await tx.$executeRaw(sql`DELETE FROM webhooks WHERE id = ${id}`);
  changes.webhooks = true;
}

export async function freeWebhooks(tx: Queryable): Promise<void> {
  await tx.$executeRaw(sql`UPDATE webhooks SET "leaseUntil" = 0, fence = fence + 1 WHERE "leaseUntil" > 0`);
}
