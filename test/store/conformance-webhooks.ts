// What every store must keep for webhooks: one sender at a time, fenced, and each event put on its way once.
import { expect, it } from "vitest";
import type { Sending, Store } from "../../server/domain/ports.ts";
import type { Outcome, Webhook } from "../../server/domain/webhook.ts";
import { judge } from "../../server/domain/webhook-retry.ts";
import { NOON, newId } from "../support/tasks.ts";

const TAKEN: Outcome = { status: 200, error: null, durationMs: 5 };
const LEASE_MS = 30_000;

async function aWebhook(store: Store, changes: Partial<Webhook> = {}): Promise<Webhook> {
  const id = newId();
  const webhook: Webhook = {
    id,
    namespaceId: "default",
    name: `hook ${id}`,
    url: "http://127.0.0.1:9/",
    format: "CLOUDEVENTS",
    filter: { runEvents: ["FAILED"], taskEvents: [], taskIds: null, search: null },
    headers: [],
    sealedKey: null,
    oldSealedKey: null,
    oldKeyUntil: null,
    state: "ACTIVE",
    stateReason: null,
    cursor: 0,
    lostAt: null,
    failures: 0,
    failingSince: null,
    deliveredAt: null,
    holdUntil: null,
    version: 1,
    createdAt: NOON,
    updatedAt: NOON,
    ...changes,
  };
  expect(await store.write((tx) => tx.webhooks.insert(webhook))).toBe(true);
  return webhook;
}

const enqueue = (store: Store, webhook: Webhook, through: number, ...names: string[]): Promise<boolean> =>
  store.write((tx) =>
    tx.webhooks.enqueue({
      webhook,
      through,
      messages: names.map((messageId) => ({
        ...{ id: newId(), messageId, type: "t", taskId: null, runId: null, at: NOON, body: messageId },
      })),
      lost: false,
      now: NOON,
    }),
  );
const take = (store: Store, { id }: Webhook, now: number): Promise<Sending | null> =>
  store.write((tx) => tx.webhooks.take(id, now, now + LEASE_MS));
const settle = (store: Store, sending: Sending | null, now: number, outcome = TAKEN): Promise<boolean> => {
  const { webhook, delivery } = sending as Sending;
  const verdict = judge(webhook, delivery, outcome, now, 0);
  return store.write((tx) => tx.webhooks.settle(sending as Sending, outcome, verdict, now));
};
const deliveries = async (store: Store, { id }: Webhook) =>
  (await store.webhooks.deliveries(id, undefined, { limit: 100, from: null, direction: "forward" })).items.map(
    ({ item }) => item,
  );

export function webhooks(open: () => Store): void {
  it("a webhook is given back as it was put in, and its name is taken", async () => {
    const store = open();
    const webhook = await aWebhook(store, { headers: [{ name: "X", value: "1" }], sealedKey: "v1.a.b" });
    expect(await store.webhooks.list()).toEqual([webhook]);
    expect(await store.write((tx) => tx.webhooks.insert({ ...webhook, id: newId() }))).toBe(false);
    const other = await aWebhook(store);
    const save = (changes: Partial<Webhook>) =>
      store.write((tx) => tx.webhooks.save({ ...other, version: 2, ...changes }));
    expect(await save({ name: webhook.name })).toBe("nameTaken");
    expect(await save({ state: "PAUSED", version: 3 })).toBe("stale");
    expect(await save({ state: "PAUSED" })).toBe("saved");
  });

  it("an event is put on its way once, whoever reads it: the second one to do so is refused", async () => {
    const store = open();
    const webhook = await aWebhook(store);
    const both = await Promise.all([enqueue(store, webhook, 7, "a", "b"), enqueue(store, webhook, 7, "a", "b")]);
    expect(both.sort()).toEqual([false, true]);
    expect((await deliveries(store, webhook)).map(({ body }) => body)).toEqual(["b", "a"]);
    expect((await store.webhooks.pending()).get(webhook.id)).toEqual({ count: 2, nextAt: NOON });
    const paused = { ...webhook, cursor: 7, state: "PAUSED" as const, version: 2 };
    expect(await store.write((tx) => tx.webhooks.save(paused))).toBe("saved");
    expect(await enqueue(store, paused, 8, "c")).toBe(false);
    expect(await take(store, webhook, NOON)).toBeNull();
  });

  it("one sender at a time has a webhook; who takes over after its lease has the word alone", async () => {
    const store = open();
    const webhook = await aWebhook(store);
    await enqueue(store, webhook, 1, "a", "b");
    const first = await take(store, webhook, NOON);
    expect(first).toMatchObject({ delivery: { body: "a", attempts: 1, tries: 1 } });
    expect(await take(store, webhook, NOON + LEASE_MS - 1)).toBeNull();
    const second = await take(store, webhook, NOON + LEASE_MS);
    expect(second).toMatchObject({ delivery: { body: "a", attempts: 2, messageId: first?.delivery.messageId } });
    expect(second?.fence).toBeGreaterThan(first?.fence ?? Number.NaN);
    expect(await settle(store, first, NOON + LEASE_MS)).toBe(false);
    expect((await deliveries(store, webhook)).map(({ state }) => state)).toEqual(["PENDING", "PENDING"]);
    expect(await settle(store, second, NOON + LEASE_MS)).toBe(true);
    expect((await deliveries(store, webhook)).map(({ body, state }) => [body, state])).toEqual([
      ["b", "PENDING"],
      ["a", "DELIVERED"],
    ]);
    expect(await take(store, webhook, NOON + LEASE_MS)).toMatchObject({ delivery: { body: "b" } });
  });

  it("what is given back does not count, and is taken again at once", async () => {
    const store = open();
    const webhook = await aWebhook(store);
    await enqueue(store, webhook, 1, "a");
    const sending = await take(store, webhook, NOON);
    await store.write((tx) => tx.webhooks.giveBack(sending as Sending));
    expect(await take(store, webhook, NOON)).toMatchObject({ delivery: { body: "a", tries: 1 } });
  });

  it("a pause during an attempt stays when the attempt ends", async () => {
    const store = open();
    const webhook = await aWebhook(store);
    await enqueue(store, webhook, 1, "a");
    const sending = await take(store, webhook, NOON);
    await store.write((tx) => tx.webhooks.save({ ...webhook, cursor: 1, state: "PAUSED", version: 2 }));
    expect(await settle(store, sending, NOON)).toBe(true);
    expect((await store.webhooks.byId([webhook.id])).get(webhook.id)).toMatchObject({
      state: "PAUSED",
      deliveredAt: NOON,
    });
  });

  it("ended deliveries go by age and by number, those that wait stay, and a deleted webhook leaves none", async () => {
    const store = open();
    const webhook = await aWebhook(store);
    await enqueue(store, webhook, 1, "a", "b", "c", "d");
    for (let each = 0; each < 3; each++) await settle(store, await take(store, webhook, NOON), NOON);
    expect(await store.write((tx) => tx.webhooks.prune(webhook.id, NOON, 2))).toBe(2);
    expect((await deliveries(store, webhook)).map(({ body }) => body)).toEqual(["d", "c"]);
    expect(await store.write((tx) => tx.webhooks.prune(webhook.id, NOON + 1, 2))).toBe(1);
    expect((await deliveries(store, webhook)).map(({ body }) => body)).toEqual(["d"]);
    await store.write((tx) => tx.webhooks.remove(webhook.id));
    expect(await deliveries(store, webhook)).toEqual([]);
    expect((await store.webhooks.pending()).size).toBe(0);
  });
}
