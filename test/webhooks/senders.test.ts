// Several senders on one store, and one that is killed in the middle of its work.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../server/clock.ts";
import type { Store } from "../../server/domain/ports.ts";
import { createLog } from "../../server/log.ts";
import { createOutgoingRules } from "../../server/outgoing/rules.ts";
import { openStore } from "../../server/store/index.ts";
import { createSender } from "../../server/webhooks/sender.ts";
import { createWebhooks } from "../../server/webhooks/webhooks.ts";
import { createTask } from "../api/support.ts";
import { temporaryFolder } from "../support/app.ts";
import { startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { aTask, newId } from "../support/tasks.ts";
import { until } from "../support/wait.ts";
import { createWebhook, deliveriesOf, KEY, verify } from "./support.ts";

const LOOPBACK = createOutgoingRules({ words: ["loopback"], ranges: [], hosts: [], byDefault: false });
const folder = temporaryFolder();
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

/** The store as it is where other processes may use it, too. */
const shared = (store: Store): Store =>
  new Proxy(store, {
    get(target, key) {
      if (key === "exclusive") return false;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });

/** A sender as a process of its own would have it. */
function anotherSender(store: Store) {
  const sender = createSender({
    clock: systemClock,
    version: "0",
    outgoing: { rules: LOOPBACK },
    secrets: async () => new Map(),
    open: null,
  });
  const log = createLog("error");
  const webhooks = createWebhooks({
    ...{ store, clock: systemClock, log, newId, random: Math.random, publicUrl: null, sender },
  });
  return {
    start: webhooks.start,
    async stop() {
      await webhooks.stop();
      await sender.stop();
    },
  };
}

describe("three senders on one database", () => {
  it("send each message once, in the log's order", async () => {
    const store = shared(await openStore(":memory:"));
    const senders = [anotherSender(store), anotherSender(store), anotherSender(store)];
    try {
      for (const sender of senders) sender.start();
      const at = systemClock.now();
      const id = newId();
      await store.write((tx) =>
        tx.webhooks.insert({
          ...{
            id,
            namespaceId: "default",
            name: "one",
            url: receiver.url,
            format: "SLACK",
            headers: [],
            cursor: 0,
            version: 1,
          },
          ...{ sealedKey: null, oldSealedKey: null, oldKeyUntil: null, state: "ACTIVE", stateReason: null },
          ...{ lostAt: null, failures: 0, failingSince: null, deliveredAt: null, holdUntil: null },
          ...{ filter: { runEvents: [], taskEvents: ["CREATED"], taskIds: null, search: null } },
          ...{ createdAt: at, updatedAt: at },
        }),
      );
      const names = Array.from({ length: 60 }, (_, index) => `task ${index}`);
      for (const name of names) await store.write((tx) => tx.insertTask(aTask({ name })));
      await until("nothing waits any more", async () => {
        const pending = await store.webhooks.pending();
        return receiver.received.length >= names.length && pending.size === 0;
      });
      expect(receiver.received.map(({ body }) => JSON.parse(body).text)).toEqual(
        names.map((name) => `The task “${name}” was created.`),
      );
    } finally {
      for (const sender of senders) await sender.stop();
      await store.close();
    }
  });
});

describe("kill -9 while messages are on their way", () => {
  it("loses none: what was not answered is sent again with the same id, and the place in the log is kept", async () => {
    const settings = { DATABASE_URL: `file:${join(await folder, "killed.db")}`, SECRETS_KEY: KEY };
    const first = await startProgram(settings);
    const { webhook, secret } = await createWebhook(first.url, { url: receiver.url });
    receiver.answer = ({ body }, response) => {
      if (!body.includes("never answered")) response.end();
    };
    await createTask(first.url, { name: "answered" });
    await createTask(first.url, { name: "never answered" });
    await createTask(first.url, { name: "behind it" });
    await until("the second message is on its way", () => receiver.received.length === 2);
    await first.kill();
    receiver.answer = (_, response) => void response.end();
    const second = await startProgram(settings);
    try {
      await createTask(second.url, { name: "after the kill" });
      await until("all is delivered", async () => {
        const found = await deliveriesOf(second.url, webhook.id);
        return found.length === 4 && found.every(({ state }) => state === "DELIVERED");
      });
      const events = receiver.received.map((message) => verify(secret, message));
      expect(events.map(({ data }) => data.task.name)).toEqual([
        "answered",
        "never answered",
        "never answered",
        "behind it",
        "after the kill",
      ]);
      expect(events[1].id).toBe(events[2].id);
    } finally {
      await second.kill();
    }
  });
});
