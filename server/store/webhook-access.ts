// Binds the functions of webhooks and their deliveries to a connection.
import type { WebhookStore, WebhookTransaction } from "../domain/ports.ts";
import type { Database } from "./database.ts";
import type { Changes } from "./events.ts";
import { readPage } from "./pages.ts";
import type { Queryable } from "./sql.ts";
import * as deliveries from "./webhook-deliveries.ts";
import * as webhooks from "./webhooks.ts";

export const webhookReads = (database: Pick<Database, "read">): WebhookStore => ({
  list: (namespaceId) => database.read((db) => webhooks.webhooks(db, namespaceId)),
  byId: (ids) => database.read((db) => webhooks.webhooksById(db, ids)),
  deliveries: (id, states, page) => database.read((db) => readPage(db, deliveries.deliveryPage(id, states), page)),
  pending: () => database.read(deliveries.pendingDeliveries),
});

export const webhookWrites = (tx: Queryable, changes: Changes): WebhookTransaction => ({
  find: (id) => webhooks.findWebhook(tx, id),
  count: (namespaceId) => webhooks.countWebhooks(tx, namespaceId),
  list: (namespaceId) => webhooks.webhooks(tx, namespaceId),
  insert: (webhook) => webhooks.insertWebhook(tx, changes, webhook),
  save: (webhook) => webhooks.saveWebhook(tx, changes, webhook),
  remove: (id) => webhooks.removeWebhook(tx, changes, id),
  delivery: (id) => deliveries.findDelivery(tx, id),
  again: (id, now) => deliveries.sendAgain(tx, changes, id, now),
  insertTried: (webhookId, id, message, now, outcome) =>
    deliveries.insertTried(tx, webhookId, id, message, now, outcome),
  enqueue: (step) => deliveries.enqueue(tx, changes, step),
  take: (id, now, leaseUntil) => deliveries.take(tx, id, now, leaseUntil),
  settle: (sending, outcome, verdict, now) => deliveries.settle(tx, sending, outcome, verdict, now),
  giveBack: (sending) => deliveries.giveBack(tx, sending),
  freeAll: () => webhooks.freeWebhooks(tx),
  prune: (id, before, keep) => deliveries.pruneDeliveries(tx, id, before, keep),
});
