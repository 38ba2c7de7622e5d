// When a message that was not taken is sent again, when a receiver is left alone, and when it is given up. Pure.
import { readRetryAfter } from "./retry.ts";
import type { Delivery, Outcome, Webhook } from "./webhook.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between the attempts, those of the Standard Webhooks specification in steps of a day: 8 attempts over 25 hours and a half. */
const DELAYS_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 10 * HOUR];
export const WEBHOOK_ATTEMPTS = DELAYS_MS.length + 1;
/** Up to so much is added by chance, that receivers are not called by everybody at once. */
const JITTER = 0.1;
/** Longer waits are not granted. */
const RETRY_AFTER_MS = 24 * HOUR;
/** A receiver that has taken nothing for so long is not called any more. */
export const DISABLE_AFTER_MS = 5 * 24 * HOUR;
/** After so many failures in a row the receiver is called more and more rarely. */
const PATIENCE = 3;
const HOLD_MS = { least: 5 * SECOND, most: 5 * MINUTE };
const GONE = 410;
/** It is asked to be left alone. */
const THROTTLED = new Set([429, 502, 503, 504]);

export interface Verdict {
  readonly delivery: Pick<Delivery, "state" | "nextAttemptAt">;
  readonly webhook: Pick<Webhook, "state" | "stateReason" | "failures" | "failingSince" | "deliveredAt" | "holdUntil">;
}

/** `delivery.tries` and the outcome's attempt: counted already. */
export function judge(webhook: Webhook, { tries }: Delivery, outcome: Outcome, now: number, random: number): Verdict {
  const { state, stateReason, deliveredAt } = webhook;
  if (outcome.error === null)
    return {
      delivery: { state: "DELIVERED", nextAttemptAt: null },
      webhook: { state, stateReason, failures: 0, failingSince: null, deliveredAt: now, holdUntil: null },
    };
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? now;
  const asked = outcome.retryAfter === undefined ? 0 : (readRetryAfter(outcome.retryAfter, now) ?? 0);
  const granted = Math.min(asked, RETRY_AFTER_MS);
  const delay = DELAYS_MS[tries - 1];
  const why = givenUp(outcome, failingSince, now);
  const last = delay === undefined || outcome.status === GONE || outcome.permanent === true;
  return {
    delivery: last
      ? { state: "FAILED", nextAttemptAt: null }
      : { state: "PENDING", nextAttemptAt: now + Math.max(granted, Math.round(delay * (1 + JITTER * random))) },
    webhook: {
      state: why === null ? state : "DISABLED",
      stateReason: why ?? stateReason,
      failures,
      failingSince,
      deliveredAt,
      holdUntil: now + holdMs(outcome.status, failures, granted),
    },
  };
}

function givenUp({ status, error }: Outcome, failingSince: number, now: number): string | null {
  if (status === GONE) return "The receiver answered 410 Gone: it wants no more of these events.";
  if (now - failingSince < DISABLE_AFTER_MS) return null;
  return `Nothing was taken since ${new Date(failingSince).toISOString()}, over five days. The last attempt: ${error}`;
}

function holdMs(status: number | null, failures: number, granted: number): number {
  const tired = failures < PATIENCE ? 0 : Math.min(HOLD_MS.least * 2 ** (failures - PATIENCE), HOLD_MS.most);
  const throttled = status !== null && THROTTLED.has(status) ? Math.max(HOLD_MS.least, granted) : 0;
  return Math.max(tired, throttled);
}
