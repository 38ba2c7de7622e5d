// Webhooks as tests make them, on the real program, and what a receiver of them does with the library of Standard Webhooks.
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished } from "vitest";
import { mutate } from "../api/support.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { data } from "../support/client.ts";
import { type ManualClock, manualClock } from "../support/clock.ts";
import type { Received } from "../support/receiver.ts";
import { NOON } from "../support/tasks.ts";

export const KEY = randomBytes(32).toString("base64");
export const WEBHOOK = `webhook { id name url format filter { runEvents taskEvents taskId search } headers { name value } signed
  previousSecretUntil state stateReason failingSince deliveredAt eventsLostAt pendingDeliveries version }`;
export const DELIVERY =
  "id messageId type at run { id } task { name } body state attempts nextAttemptAt attemptedAt status error durationMs";
export const TASKS_MADE = { taskEvents: ["CREATED"] };

let serial = 0;

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
export async function createWebhook(url: string, input: object): Promise<any> {
  const made = await mutate(
    url,
    "createWebhook",
    { name: `hook ${++serial}`, filter: TASKS_MADE, ...input },
    `${WEBHOOK} secret`,
  );
  expect(made.userErrors).toEqual([]);
  return made;
}

// biome-ignore lint/suspicious/noExplicitAny: see above
export async function readWebhook(url: string, id: string): Promise<any> {
  const text = `query ($id: ID!) { ${WEBHOOK.replace("webhook {", `webhook(id: $id) { deliveries(first: 100) { nodes { ${DELIVERY} } totalCount }`)} }`;
  return (await data(url, text, { id })).webhook;
}

// biome-ignore lint/suspicious/noExplicitAny: see above
export const deliveriesOf = async (url: string, id: string): Promise<any[]> =>
  (await readWebhook(url, id)).deliveries.nodes;

/** What the receiver makes of it. @throws when the signature is not of this secret */
// biome-ignore lint/suspicious/noExplicitAny: see above
export const verify = (secret: string, { body, headers }: Received): any =>
  new Webhook(secret).verify(body, headers as Record<string, string>);

/** A program whose clock stands still at noon until the test moves it. */
export async function startStill(
  settings: Record<string, string> = {},
  at = NOON,
): Promise<{ app: TestApp; url: string; clock: ManualClock; stop: () => Promise<void> }> {
  const clock = manualClock(at);
  const app = await startTestApp({ SECRETS_KEY: KEY, ...settings }, clock);
  const stop = async () => {
    let stopped = false;
    const stopping = app.stop().finally(() => {
      stopped = true;
    });
    // A stop waits for writes that rest a moment; with the clock standing still they would rest for ever.
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      clock.advance(100);
    }
    await stopping;
  };
  onTestFinished(stop);
  return { app, url: app.url, clock, stop };
}
