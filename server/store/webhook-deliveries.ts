// Reads and writes what is on its way to webhooks: made of the event log, taken by one sender at a time, settled under its fence.
import type { PendingDeliveries, Sending, WebhookTransaction } from "../domain/ports.ts";
import type { Delivery, DeliveryState, Message, Outcome } from "../domain/webhook.ts";
import type { Verdict } from "../domain/webhook-retry.ts";
import type { Changes } from "./events.ts";
import { keyset, type PagePlan } from "./pages.ts";
import { columnList, insertRows, isOneOf, one, type Queryable, type Row, raw, rows, sql } from "./sql.ts";
import { ALL_OF_WEBHOOK, toWebhook } from "./webhooks.ts";

const COLUMNS = {
  id: "text",
  webhookId: "text",
  messageId: "text",
  type: "text",
  taskId: "text",
  runId: "text",
  at: "int",
  body: "text",
  state: "text",
  attempts: "int",
  tries: "int",
  nextAttemptAt: "int",
  attemptedAt: "int",
  status: "int",
  error: "text",
  durationMs: "int",
  createdAt: "int",
} as const;
const ALL = columnList({ number: "int", ...COLUMNS });

const toDelivery = (row: Row): Delivery => row as unknown as Delivery;
const byNumber = keyset("number", "number", "DESC");

export const deliveryPage = (webhookId: string, states: readonly DeliveryState[] | undefined): PagePlan<Delivery> => ({
  table: raw("webhook_deliveries"),
  columns: ALL,
  where: states
    ? sql`"webhookId" = ${webhookId} AND ${isOneOf(raw("state"), states)}`
    : sql`"webhookId" = ${webhookId}`,
  keyset: byNumber,
  read: toDelivery,
});

export async function pendingDeliveries(db: Queryable): Promise<Map<string, PendingDeliveries>> {
  const found = await rows(
    db,
    sql`SELECT "webhookId", COUNT(*) AS count, MIN("nextAttemptAt") AS next FROM webhook_deliveries
        WHERE state = 'PENDING' GROUP BY "webhookId"`,
  );
  return new Map(
    found.map((row) => [row.webhookId as string, { count: row.count as number, nextAt: row.next as number }]),
  );
}

export async function findDelivery(db: Queryable, id: string): Promise<Delivery | null> {
  const row = await one(db, sql`SELECT ${ALL} FROM webhook_deliveries WHERE id = ${id}`);
  return row ? toDelivery(row) : null;
}

export async function sendAgain(tx: Queryable, changes: Changes, id: string, now: number): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE webhook_deliveries SET state = 'PENDING', tries = 0, "nextAttemptAt" = ${now} WHERE id = ${id}`,
  );
  changes.webhooks = true;
}

const fresh = (webhookId: string, id: string, message: Message, now: number): Row => ({
  ...message,
  id,
  webhookId,
  state: "PENDING",
  attempts: 0,
  tries: 0,
  nextAttemptAt: now,
  createdAt: now,
});

export async function insertTried(
  tx: Queryable,
  webhookId: string,
  id: string,
  message: Message,
  now: number,
  { status, error, durationMs }: Outcome,
): Promise<Delivery> {
  const state = error === null ? "DELIVERED" : "FAILED";
  const tried = { state, attempts: 1, tries: 1, nextAttemptAt: null, attemptedAt: now, status, error, durationMs };
  await insertRows(tx, "webhook_deliveries", COLUMNS, [{ ...fresh(webhookId, id, message, now), ...tried }]);
  return (await findDelivery(tx, id)) as Delivery;
}

type Step = Parameters<WebhookTransaction["enqueue"]>[0];

export async function enqueue(
  tx: Queryable,
  changes: Changes,
  { webhook: { id, cursor, version }, through, messages, lost, now }: Step,
): Promise<boolean> {
  const moved = await tx.$executeRaw(
    sql`UPDATE webhooks SET cursor = ${through}, "lostAt" = CASE WHEN ${lost ? 1 : 0} = 1 THEN ${now} ELSE "lostAt" END
        WHERE id = ${id} AND cursor = ${cursor} AND version = ${version} AND state = 'ACTIVE'`,
  );
  if (moved !== 1) return false;
  const added = messages.map(({ id: deliveryId, ...message }) => fresh(id, deliveryId, message, now));
  if (added.length > 0) await insertRows(tx, "webhook_deliveries", COLUMNS, added);
  changes.webhooks = true;
  return true;
}

export async function take(tx: Queryable, webhookId: string, now: number, leaseUntil: number): Promise<Sending | null> {
  const held = await tx.$executeRaw(
    sql`UPDATE webhooks SET "leaseUntil" = ${leaseUntil}, fence = fence + 1
        WHERE id = ${webhookId} AND state = 'ACTIVE' AND "leaseUntil" <= ${now} AND COALESCE("holdUntil", 0) <= ${now}
          AND EXISTS (SELECT 1 FROM webhook_deliveries WHERE "webhookId" = ${webhookId} AND state = 'PENDING' AND "nextAttemptAt" <= ${now})`,
  );
  if (held !== 1) return null;
  const webhook = (await one(tx, sql`SELECT ${ALL_OF_WEBHOOK} FROM webhooks WHERE id = ${webhookId}`)) as Row;
  // The oldest first: the log's order, but for what waits to be tried again.
  const row = (await one(
    tx,
    sql`SELECT ${ALL} FROM webhook_deliveries WHERE "webhookId" = ${webhookId} AND state = 'PENDING' AND "nextAttemptAt" <= ${now}
        ORDER BY number LIMIT 1`,
  )) as Row;
  const delivery = toDelivery(row);
  const tried = { ...delivery, attempts: delivery.attempts + 1, tries: delivery.tries + 1, attemptedAt: now };
  await tx.$executeRaw(
    sql`UPDATE webhook_deliveries SET attempts = ${tried.attempts}, tries = ${tried.tries}, "attemptedAt" = ${now} WHERE number = ${delivery.number}`,
  );
  return { webhook: toWebhook(webhook), delivery: tried, fence: webhook.fence as number };
}

export async function settle(
  tx: Queryable,
  { webhook: { id }, delivery: { number }, fence }: Sending,
  { status, error, durationMs }: Outcome,
  { delivery, webhook }: Verdict,
  now: number,
): Promise<boolean> {
  // Somebody may have paused it meanwhile: only a receiver that is given up changes its state.
  const written = await tx.$executeRaw(
    sql`UPDATE webhooks SET "leaseUntil" = 0, failures = ${webhook.failures}, "failingSince" = ${webhook.failingSince},
          "deliveredAt" = ${webhook.deliveredAt}, "holdUntil" = ${webhook.holdUntil} WHERE id = ${id} AND fence = ${fence}`,
  );
  if (written !== 1) return false;
  if (webhook.state === "DISABLED")
    await tx.$executeRaw(
      sql`UPDATE webhooks SET state = 'DISABLED', "stateReason" = ${webhook.stateReason}, version = version + 1, "updatedAt" = ${now} WHERE id = ${id}`,
    );
  await tx.$executeRaw(
    sql`UPDATE webhook_deliveries SET state = ${delivery.state}, "nextAttemptAt" = ${delivery.nextAttemptAt}, status = ${status},
          error = ${error}, "durationMs" = ${durationMs} WHERE number = ${number}`,
  );
  return true;
}

export async function giveBack(tx: Queryable, { webhook, delivery, fence }: Sending): Promise<void> {
  const freed = await tx.$executeRaw(
    sql`UPDATE webhooks SET "leaseUntil" = 0 WHERE id = ${webhook.id} AND fence = ${fence}`,
  );
  if (freed === 1)
    await tx.$executeRaw(sql`UPDATE webhook_deliveries SET tries = tries - 1 WHERE number = ${delivery.number}`);
}

export function pruneDeliveries(tx: Queryable, webhookId: string, before: number, keep: number): Promise<number> {
  return tx.$executeRaw(
    sql`DELETE FROM webhook_deliveries WHERE "webhookId" = ${webhookId} AND state <> 'PENDING'
        AND ("createdAt" < ${before} OR number <= COALESCE((SELECT number FROM webhook_deliveries
          WHERE "webhookId" = ${webhookId} ORDER BY number DESC LIMIT 1 OFFSET ${keep}), 0))`,
  );
}
