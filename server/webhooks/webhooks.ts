// Brings events to webhooks. One loop looks through the log and starts senders; each webhook has one sender at a time, which holds it
// by a lease, so that several processes on one database do not both send, and a slow receiver holds up nobody but itself.
// Within a webhook messages go out in the log's order, but for those that wait to be tried again.
import { StorageError } from "../domain/errors.ts";
import { DELIVERIES_KEPT, DELIVERY_AGE_MS, WEBHOOK_BACKLOG, WEBHOOK_LEASE_MS } from "../domain/limits.ts";
import type { Clock, PendingDeliveries, Store } from "../domain/ports.ts";
import type { Delivery, Webhook } from "../domain/webhook.ts";
import { noticeMessage } from "../domain/webhook-messages.ts";
import { judge } from "../domain/webhook-retry.ts";
import type { Log } from "../log.ts";
import { createLoop } from "../loop.ts";
import { createReader, type Pages } from "./reader.ts";
import type { Sender } from "./sender.ts";

/** Events of so long a time are looked at together. */
const GATHER_MS = 50;
/** Somebody else sends, or the database takes no writes: nothing is won by haste. */
const IN_VAIN_MS = 1_000;
const PRUNE_EVERY_MS = 3_600_000;

export interface WebhooksDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  readonly random: () => number;
  readonly publicUrl: string | null;
  readonly sender: Sender;
}

export interface Webhooks {
  start(): void;
  /** What is on its way is given up and sent again by whoever starts next. */
  stop(): Promise<void>;
}

export function createWebhooks({ store, clock, log, newId, random, publicUrl, sender }: WebhooksDeps): Webhooks {
  const reader = createReader({ store, now: clock.now, newId, publicUrl });
  const stopping = new AbortController();
  const senders = new Map<string, Promise<void>>();
  let some = true;
  let prunedAt = Number.NEGATIVE_INFINITY;
  /** Whoever held a webhook before this process started is gone, if nobody else can use the store. */
  let freed = !store.exclusive;

  async function poll(): Promise<number> {
    const hooks = await store.webhooks.list();
    some = hooks.length > 0;
    if (!some) return Number.POSITIVE_INFINITY;
    if (!freed) await store.write((tx) => tx.webhooks.freeAll());
    freed = true;
    await prune(hooks);
    const active = hooks.filter(({ state }) => state === "ACTIVE");
    const before = await store.webhooks.pending();
    const pages: Pages = new Map();
    let more = false;
    for (const hook of active)
      if ((before.get(hook.id)?.count ?? 0) < WEBHOOK_BACKLOG) more = (await reader.read(hook, pages)) || more;
    return Math.min(more ? 0 : Number.POSITIVE_INFINITY, sendDue(active, await store.webhooks.pending()));
  }

  /** Answers in how many milliseconds more falls due. */
  function sendDue(active: readonly Webhook[], pending: ReadonlyMap<string, PendingDeliveries>): number {
    let next = PRUNE_EVERY_MS;
    for (const { id, holdUntil } of active) {
      const due = pending.get(id)?.nextAt;
      if (due === undefined || senders.has(id)) continue;
      const wait = Math.max(due, holdUntil ?? 0) - clock.now();
      if (wait > 0) next = Math.min(next, wait);
      else senders.set(id, sendAll(id));
    }
    return next;
  }

  /** Until nothing is due. */
  async function sendAll(id: string): Promise<void> {
    let wakeInMs = IN_VAIN_MS;
    try {
      while (!stopping.signal.aborted && (await sendOne(id))) wakeInMs = GATHER_MS;
    } catch (error) {
      wakeInMs = IN_VAIN_MS;
      // Said by the one who watches the database.
      if (!(error instanceof StorageError)) log.error({ webhook: id, err: error }, "a webhook's sender failed");
    } finally {
      senders.delete(id);
      if (!stopping.signal.aborted) loop.wake(wakeInMs);
    }
  }

  async function sendOne(id: string): Promise<boolean> {
    const now = clock.now();
    const sending = await store.write((tx) => tx.webhooks.take(id, now, now + WEBHOOK_LEASE_MS));
    if (sending === null) return false;
    const outcome = await sender.send(sending.webhook, sending.delivery, stopping.signal);
    if (outcome === null) {
      await store.write((tx) => tx.webhooks.giveBack(sending));
      return false;
    }
    const at = clock.now();
    const verdict = judge(sending.webhook, sending.delivery, outcome, at, random());
    await store.write((tx) => tx.webhooks.settle(sending, outcome, verdict, at));
    if (verdict.webhook.state === "DISABLED")
      log.warn({ webhook: sending.webhook.name, reason: verdict.webhook.stateReason }, "a webhook was disabled");
    return verdict.webhook.state === "ACTIVE" && (verdict.webhook.holdUntil ?? 0) <= at;
  }

  async function prune(hooks: readonly Webhook[]): Promise<void> {
    const now = clock.now();
    if (now - prunedAt < PRUNE_EVERY_MS) return;
    prunedAt = now;
    await store.write(async (tx) => {
      for (const { id } of hooks) await tx.webhooks.prune(id, now - DELIVERY_AGE_MS, DELIVERIES_KEPT);
    });
  }

  const loop = createLoop("webhooks", poll, clock, log);
  let unsubscribe: (() => void) | undefined;

  return {
    start() {
      unsubscribe ??= store.onCommit(({ events, webhooks }) => {
        if (webhooks) loop.wake();
        else if (some && events.length > 0) loop.wake(GATHER_MS);
      });
      loop.start();
    },
    async stop() {
      unsubscribe?.();
      unsubscribe = undefined;
      await loop.stop();
      stopping.abort();
      await Promise.all(senders.values());
    },
  };
}

/** Sends a message of no event to see whether it arrives: once, at once, whatever the webhook's state. */
export const webhookTester =
  ({ store, clock, newId, publicUrl, sender }: Omit<WebhooksDeps, "log" | "random">) =>
  async (webhook: Webhook): Promise<Delivery | null> => {
    const at = clock.now();
    const deliveryId = newId();
    const text = `This is a test of the webhook “${webhook.name}”. Messages of Cronograph arrive here.`;
    const notice = { id: `${deliveryId}-test`, at, text, webhookId: webhook.id };
    const message = noticeMessage(webhook.format, "test", notice, publicUrl);
    const outcome = await sender.send(webhook, message, new AbortController().signal);
    if (outcome === null) return null;
    return store.write((tx) => tx.webhooks.insertTried(webhook.id, deliveryId, message, at, outcome));
  };
