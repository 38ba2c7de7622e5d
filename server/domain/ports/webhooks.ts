// The webhooks' part of the store.
import type { Delivery, DeliveryState, Message, Outcome, Webhook } from "../webhook.ts";
import type { Verdict } from "../webhook-retry.ts";
import type { Page, PageRequest } from "./store-values.ts";

export interface PendingDeliveries {
  readonly count: number;
  readonly nextAt: number;
}

export interface WebhookStore {
  /** By name. */
  list(namespaceId?: string): Promise<Webhook[]>;
  byId(ids: readonly string[]): Promise<Map<string, Webhook>>;
  /** Newest first; undefined states: all. */
  deliveries(
    webhookId: string,
    states: readonly DeliveryState[] | undefined,
    page: PageRequest,
  ): Promise<Page<Delivery>>;
  /** Of each webhook that has some. */
  pending(): Promise<Map<string, PendingDeliveries>>;
}

/** What is being sent, by whoever holds this fence. */
export interface Sending {
  readonly webhook: Webhook;
  readonly delivery: Delivery;
  readonly fence: number;
}

export interface WebhookTransaction {
  find(id: string): Promise<Webhook | null>;
  count(namespaceId?: string): Promise<number>;
  /** Of all webhooks: those that name a secret are few. */
  list(namespaceId?: string): Promise<Webhook[]>;
  /** False when another webhook has the name. */
  insert(webhook: Webhook): Promise<boolean>;
  /** Writes what people decide, and the cursor; "stale" when it is not at the version before this one any more. */
  save(webhook: Webhook): Promise<"saved" | "nameTaken" | "stale">;
  /** With its deliveries. */
  remove(id: string): Promise<void>;
  delivery(id: string): Promise<Delivery | null>;
  /** Begins anew with a delivery that has ended. */
  again(id: string, now: number): Promise<void>;
  /** A delivery that was tried once and is not tried again. */
  insertTried(webhookId: string, id: string, message: Message, now: number, outcome: Outcome): Promise<Delivery>;
  /** Messages of the events from one cursor to the other. False, and nothing is written, when somebody else was faster or it is not ACTIVE. */
  enqueue(step: {
    readonly webhook: Webhook;
    readonly through: number;
    readonly messages: readonly (Message & { readonly id: string })[];
    readonly lost: boolean;
    readonly now: number;
  }): Promise<boolean>;
  /** The next message that is due, counted as tried; null: none is, or somebody else sends to it. */
  take(webhookId: string, now: number, leaseUntil: number): Promise<Sending | null>;
  /** False when somebody else has taken over. */
  settle(sending: Sending, outcome: Outcome, verdict: Verdict, now: number): Promise<boolean>;
  /** Nothing was sent, or nobody knows: it is tried again and does not count. */
  giveBack(sending: Sending): Promise<void>;
  /** For a store that no other process can use: nobody sends now. */
  freeAll(): Promise<void>;
  /** Removes ended deliveries of before an instant, and all but the newest. Answers how many. */
  prune(webhookId: string, before: number, keep: number): Promise<number>;
}
