// A webhook and what is on its way to it, as they are kept. What their messages say is `webhook-messages.ts`, when a message is tried
// again `webhook-retry.ts`.
import type { Event, RunEventType, Task, TaskEventType } from "./types.ts";

export type WebhookFormat = "CLOUDEVENTS" | "SLACK";
export type WebhookState = "ACTIVE" | "PAUSED" | "DISABLED";
export type DeliveryState = "PENDING" | "DELIVERED" | "FAILED";

/** Which events. What is left out of a list is not sent; null is no condition. */
export interface WebhookFilter {
  readonly runEvents: readonly RunEventType[];
  readonly taskEvents: readonly TaskEventType[];
  readonly taskIds: readonly string[] | null;
  /** Found in the task's name or description, ignoring case. */
  readonly search: string | null;
}

export interface Webhook {
  readonly id: string;
  readonly namespaceId: string;
  readonly name: string;
  /** May name secrets, as the headers may. */
  readonly url: string;
  readonly format: WebhookFormat;
  readonly filter: WebhookFilter;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Sealed under `signingKeyName`; null: SLACK, which is not signed. */
  readonly sealedKey: string | null;
  /** Signs too until `oldKeyUntil`. */
  readonly oldSealedKey: string | null;
  readonly oldKeyUntil: number | null;
  readonly state: WebhookState;
  /** Why it is not ACTIVE; null when nobody said. */
  readonly stateReason: string | null;
  /** Events up to this one have been looked through. */
  readonly cursor: number;
  /** When events were found to be gone that it had not been sent; null: never. */
  readonly lostAt: number | null;
  /** Failed attempts since the last one that succeeded, and when the first of them was. */
  readonly failures: number;
  readonly failingSince: number | null;
  readonly deliveredAt: number | null;
  /** Nothing is sent before: the receiver asked for it, or fails all the time. */
  readonly holdUntil: number | null;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What is sent, whenever and however often. */
export interface Message {
  /** Stays over all attempts; unlike those of every other event. */
  readonly messageId: string;
  /** `cronograph.run.succeeded`. */
  readonly type: string;
  readonly taskId: string | null;
  readonly runId: string | null;
  /** When it happened. */
  readonly at: number;
  readonly body: string;
}

export interface Delivery extends Message {
  readonly id: string;
  readonly webhookId: string;
  readonly number: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Attempts since it was first sent, or sent again by hand. */
  readonly tries: number;
  readonly nextAttemptAt: number | null;
  readonly attemptedAt: number | null;
  /** Of the newest attempt; null: no answer came. */
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number | null;
  readonly createdAt: number;
}

/** What one attempt came to. */
export interface Outcome {
  readonly status: number | null;
  /** Null: it was taken. */
  readonly error: string | null;
  readonly durationMs: number;
  /** Sent again it would come to the same. */
  readonly permanent?: boolean | undefined;
  /** The header as it came. */
  readonly retryAfter?: string | undefined;
}

export const signingKeyName = (webhookId: string): string => `webhook ${webhookId}`;

/** `task` is the event's own, or that of its run. */
export function wants(filter: WebhookFilter, event: Event, task: Task | undefined): boolean {
  const types: readonly string[] = event.kind === "RUN" ? filter.runEvents : filter.taskEvents;
  if (!types.includes(event.type)) return false;
  if (filter.taskIds !== null && !filter.taskIds.includes(event.taskId)) return false;
  if (filter.search === null) return true;
  return `${task?.name ?? ""}\n${task?.description ?? ""}`.toLowerCase().includes(filter.search.toLowerCase());
}
