// A day of attempts in moments: the clock is the test's, the receiver is real.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTask, mutate } from "../api/support.ts";
import { temporaryFolder } from "../support/app.ts";
import type { ManualClock } from "../support/clock.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { NOON } from "../support/tasks.ts";
import { until } from "../support/wait.ts";
import { createWebhook, readWebhook, startStill, verify, WEBHOOK } from "./support.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const folder = temporaryFolder();
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

/** Lets a little time pass again and again until it is so. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
const passing = (clock: ManualClock, what: string, look: () => any) =>
  until(what, async () => {
    clock.advance(10);
    return look();
  });

/** Waits until so many messages have come and the newest one's outcome is written down; answers the webhook then. */
async function attempts(clock: ManualClock, url: string, id: string, number: number) {
  return passing(clock, `attempt ${number} is written down`, async () => {
    const hook = await readWebhook(url, id);
    const newest = hook.deliveries.nodes[0];
    const settled =
      newest?.nextAttemptAt === null || Date.parse(newest?.nextAttemptAt) > Date.parse(newest?.attemptedAt);
    return receiver.received.length === number && newest?.attempts === number && settled && hook;
  });
}

const sinceNoon = (text: string) => Date.parse(text) - NOON;

describe("a message that is not taken", () => {
  it("is sent 8 times over about a day, each time with the same id and a fresh signature, then given up", async () => {
    const { url, clock } = await startStill();
    const { webhook, secret } = await createWebhook(url, { url: receiver.url });
    receiver.answer = (_, response) => void response.writeHead(500).end("out of order");
    await createTask(url);
    const waits: number[] = [];
    for (let number = 1; number < 8; number++) {
      const hook = await attempts(clock, url, webhook.id, number);
      const { nextAttemptAt, attemptedAt, state, error } = hook.deliveries.nodes[0];
      expect({ state, error }).toEqual({ state: "PENDING", error: "The receiver answered 500: out of order" });
      expect(hook.failingSince).not.toBeNull();
      waits.push(Date.parse(nextAttemptAt) - Date.parse(attemptedAt));
      clock.advance(sinceNoon(nextAttemptAt) - (clock.now() - NOON) + 10);
    }
    const hook = await attempts(clock, url, webhook.id, 8);
    expect(hook.deliveries.nodes[0]).toMatchObject({ state: "FAILED", attempts: 8, nextAttemptAt: null, status: 500 });
    expect(hook).toMatchObject({ state: "ACTIVE", pendingDeliveries: 0 });
    const least = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 10 * HOUR];
    waits.forEach((wait, index) => {
      expect(wait).toBeGreaterThanOrEqual(least[index] as number);
      expect(wait).toBeLessThanOrEqual((least[index] as number) * 1.1 + 100);
    });
    const { received } = receiver;
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(8);
    // The library refuses what is not of these minutes: half a year ago is not.
    expect(() => verify(secret, received[0] as never)).toThrow(/too old/);
  });

  it("waits as long as Retry-After asks, and so does everything else for this receiver", async () => {
    const { url, clock } = await startStill();
    const { webhook } = await createWebhook(url, { url: receiver.url });
    receiver.answer = (_, response) => void response.writeHead(429, { "retry-after": "3600" }).end();
    await createTask(url);
    const hook = await attempts(clock, url, webhook.id, 1);
    const { nextAttemptAt, attemptedAt } = hook.deliveries.nodes[0];
    expect(Date.parse(nextAttemptAt) - Date.parse(attemptedAt)).toBeGreaterThanOrEqual(HOUR);
    receiver.answer = (_, response) => void response.end();
    await createTask(url);
    await passing(
      clock,
      "the second is on its way",
      async () => (await readWebhook(url, webhook.id)).pendingDeliveries === 2,
    );
    clock.advance(30 * MINUTE);
    await passing(clock, "time has passed", () => true);
    expect(receiver.received).toHaveLength(1);
    clock.advance(31 * MINUTE);
    await passing(clock, "both are taken", async () => (await readWebhook(url, webhook.id)).pendingDeliveries === 0);
    expect(receiver.received).toHaveLength(3);
    expect((await readWebhook(url, webhook.id)).failingSince).toBeNull();
  });

  it("for 15 seconds without an answer has failed", async () => {
    const { url, clock } = await startStill();
    const { webhook } = await createWebhook(url, { url: receiver.url });
    receiver.answer = () => {};
    await createTask(url);
    await passing(clock, "it has arrived", () => receiver.received.length === 1);
    clock.advance(15_000);
    const hook = await attempts(clock, url, webhook.id, 1);
    expect(hook.deliveries.nodes[0]).toMatchObject({
      state: "PENDING",
      status: null,
      error: "No answer within 15 seconds.",
      durationMs: expect.any(Number),
    });
  });
});

describe("a receiver", () => {
  it("that answers 410 Gone is sent nothing any more, until somebody resumes the webhook", async () => {
    const { url, clock } = await startStill();
    const { webhook } = await createWebhook(url, { url: receiver.url });
    receiver.answer = (_, response) => void response.writeHead(410).end();
    await createTask(url);
    const hook = await attempts(clock, url, webhook.id, 1);
    expect(hook).toMatchObject({ state: "DISABLED", stateReason: expect.stringContaining("410 Gone") });
    expect(hook.deliveries.nodes[0]).toMatchObject({ state: "FAILED", attempts: 1, status: 410, nextAttemptAt: null });
    await createTask(url, { name: "while it was disabled" });
    const refused = await mutate(url, "redeliver", { id: hook.deliveries.nodes[0].id }, "delivery { id }");
    expect(refused.userErrors).toMatchObject([{ code: "ILLEGAL_STATE", field: ["id"] }]);
    clock.advance(HOUR);
    expect(receiver.received).toHaveLength(1);
    receiver.answer = (_, response) => void response.end();
    await mutate(url, "resumeWebhook", { id: webhook.id }, WEBHOOK);
    await passing(clock, "what happened meanwhile has arrived", () => receiver.received.length === 2);
    expect(JSON.parse(receiver.received[1]?.body ?? "").data.task.name).toBe("while it was disabled");
  });

  it("that takes nothing for five days is given up, with the reason", async () => {
    const { url, clock } = await startStill();
    const { webhook } = await createWebhook(url, { url: receiver.url });
    receiver.answer = (_, response) => void response.writeHead(503).end();
    const started = clock.now();
    const hook = await passing(clock, "it is given up", async () => {
      // Something new every two hours: what was given up after a day cannot fail for five.
      await createTask(url);
      clock.advance(2 * HOUR);
      const found = await readWebhook(url, webhook.id);
      return found.state === "DISABLED" && found;
    });
    expect(clock.now() - started).toBeGreaterThanOrEqual(5 * DAY);
    expect(hook.state).toBe("DISABLED");
    expect(hook.stateReason).toMatch(
      /^Nothing was taken since 2026-06-01T1\d:\d\d:\S+Z, over five days\. The last attempt: (The receiver answered 503|No answer within 15 seconds)\.$/,
    );
  });
});

describe("a webhook that was paused for longer than the event log reaches back", () => {
  it("says so, tells its receiver first, and goes on with what is left", async () => {
    const { url, clock, app } = await startStill({ EVENT_RETENTION: "P1D" });
    const { webhook, secret } = await createWebhook(url, { url: receiver.url });
    await mutate(url, "pauseWebhook", { id: webhook.id }, WEBHOOK);
    await createTask(url, { name: "forgotten" });
    clock.advance(2 * DAY);
    await createTask(url, { name: "remembered" });
    await passing(clock, "the log has forgotten", async () => {
      clock.advance(HOUR);
      return (await app.store.eventsPrunedThrough()) > 0;
    });
    await mutate(url, "resumeWebhook", { id: webhook.id }, WEBHOOK);
    await passing(clock, "both messages have arrived", () => receiver.received.length === 2);
    const [lost, kept] = receiver.received.map(({ body }) => JSON.parse(body));
    expect(lost).toMatchObject({
      type: "cronograph.webhook.events_lost",
      data: { message: /removed by the retention/ },
    });
    expect(kept.data.task.name).toBe("remembered");
    const hook = await readWebhook(url, webhook.id);
    expect(hook.eventsLostAt).not.toBeNull();
    expect(hook.deliveries.nodes.map(({ type }: { type: string }) => type)).toEqual([
      "cronograph.task.created",
      "cronograph.webhook.events_lost",
    ]);
    expect(secret).toMatch(/^whsec_/);
  });
});

describe("a webhook for which nothing has happened for longer than the event log reaches back", () => {
  it("has lost nothing when the program is started again: it had looked through all of it", async () => {
    const settings = {
      DATABASE_URL: `file:${join(await folder, "quiet.db")}`,
      EVENT_RETENTION: "P1D",
    };
    const first = await startStill(settings);
    const { webhook } = await createWebhook(first.url, { url: receiver.url, filter: { taskEvents: ["DELETED"] } });
    const task = await createTask(first.url);
    for (let index = 0; index < 10; index++) await createTask(first.url);
    await passing(first.clock, "two days have passed and the log has forgotten", async () => {
      first.clock.advance(HOUR);
      return first.clock.now() > NOON + 2 * DAY && (await first.app.store.eventsPrunedThrough()) > 5;
    });
    await first.stop();
    const second = await startStill(settings, first.clock.now());
    await mutate(second.url, "deleteTask", { id: task.id });
    await passing(second.clock, "the deletion has arrived", () => receiver.received.length > 0);
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(["cronograph.task.deleted"]);
    expect((await readWebhook(second.url, webhook.id)).eventsLostAt).toBeNull();
  });
});

describe("an old secret", () => {
  it("signs no more when 24 hours have passed", async () => {
    const { url, clock } = await startStill();
    const { webhook } = await createWebhook(url, { url: receiver.url });
    await mutate(url, "rotateWebhookSecret", { id: webhook.id }, WEBHOOK);
    await createTask(url);
    await passing(clock, "the first has arrived", () => receiver.received.length === 1);
    clock.advance(DAY);
    await createTask(url);
    await passing(clock, "the second has arrived", () => receiver.received.length === 2);
    const counts = receiver.received.map(({ headers }) => String(headers["webhook-signature"]).split(" ").length);
    expect(counts).toEqual([2, 1]);
    expect((await readWebhook(url, webhook.id)).previousSecretUntil).toBeNull();
  });
});
