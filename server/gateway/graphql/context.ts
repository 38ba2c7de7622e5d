// What resolvers are given: the store, the commands' needs, and loaders that live as long as one operation or one event.
import DataLoader from "dataloader";
import type { Access } from "../../access/access.ts";
import type { Oidc } from "../../access/oidc.ts";
import type { Session, User, Viewer } from "../../domain/access.ts";
import { bySystem, type Origin } from "../../domain/audit/entry.ts";
import type { Refusals } from "../../domain/audit/refusals.ts";
import type { AccessDeps } from "../../domain/commands/access.ts";
import type { WebhookDeps } from "../../domain/commands/webhooks.ts";
import type { Namespace, Usage } from "../../domain/namespace.ts";
import type { BackfillCounts, Clock, Membership, QueueCounts, RunContents, Store } from "../../domain/ports.ts";
import { scoped } from "../../domain/scoped/store.ts";
import type { Backfill, Calendar, Instance, Run, Task } from "../../domain/types.ts";
import type { Delivery, Webhook } from "../../domain/webhook.ts";
import type { WorkerQueues } from "../../events/worker-queues.ts";

export interface Services extends WebhookDeps, AccessDeps {
  readonly access: Access;
  readonly refusals: Refusals;
  /** Null: nobody signs in by a provider. */
  readonly oidc: Oidc | null;
  readonly workers: WorkerQueues;
  readonly random: () => number;
  readonly version: string;
  /** How long ended runs are kept when their task does not say; null: for ever. */
  readonly runRetentionMs: number | null;
  /** Tells whether a sealed secret can be opened here; null without a key. */
  readonly vault: { knows(sealed: string): boolean } | null;
  /** Sends a message of no event; null: the server stops. */
  readonly testWebhook: (webhook: Webhook) => Promise<Delivery | null>;
}

export interface Loaders {
  readonly task: DataLoader<string, Task | null>;
  readonly run: DataLoader<string, Run | null>;
  readonly lastRun: DataLoader<string, Run | null>;
  readonly contents: DataLoader<string, RunContents>;
  readonly instance: DataLoader<string, Instance | null>;
  readonly calendar: DataLoader<string, Calendar | null>;
  readonly heldRuns: DataLoader<string, Run[]>;
  readonly childRuns: DataLoader<string, Run[]>;
  readonly backfill: DataLoader<string, Backfill | null>;
  readonly backfills: DataLoader<string, Backfill[]>;
  readonly backfillCounts: DataLoader<string, BackfillCounts>;
  readonly queueCounts: DataLoader<string, QueueCounts>;
  readonly webhook: DataLoader<string, Webhook | null>;
  readonly pendingDeliveries: DataLoader<string, number>;
  readonly user: DataLoader<string, User | null>;
  readonly sessions: DataLoader<string, Session[]>;
  readonly namespace: DataLoader<string, Namespace | null>;
  readonly usage: DataLoader<string, Usage>;
  readonly members: DataLoader<string, Membership[]>;
  readonly memberships: DataLoader<string, Membership[]>;
}

export interface Context {
  readonly services: Services;
  /** Whoever asks. */
  readonly viewer: Viewer;
  /** And from where. */
  readonly origin: Origin;
  /** Of a mutation: what its entries in the audit share. */
  readonly changeId?: string;
  loaders: Loaders;
}

const NO_COUNTS: BackfillCounts = { open: 0, waiting: 0, finished: 0, succeeded: 0 };
const EMPTY_QUEUE: QueueCounts = { running: 0, waiting: 0, oldestDueAt: null };
const UNUSED: Usage = { tasks: 0, runningRuns: 0, waitingRuns: 0, secrets: 0, webhooks: 0 };
const NO_CONTENTS: RunContents = { result: undefined, resultTruncated: false, payload: undefined };

export function createLoaders(store: Store, clock: Clock): Loaders {
  const from = <T, U>(read: (ids: readonly string[]) => Promise<Map<string, T>>, none: U) =>
    new DataLoader<string, T | U>(async (ids) => {
      const found = await read(ids);
      return ids.map((id) => found.get(id) ?? none);
    });
  return {
    task: from(store.tasksById, null),
    run: from(store.runsById, null),
    lastRun: from(store.lastRuns, null),
    contents: from(store.runContents, NO_CONTENTS),
    instance: from(store.instancesById, null),
    calendar: from(store.calendarsById, null),
    heldRuns: from<Run[], Run[]>(store.heldRuns, []),
    childRuns: from<Run[], Run[]>(store.childRuns, []),
    backfill: from(store.backfillsById, null),
    backfills: from<Backfill[], Backfill[]>(store.backfillsOf, []),
    backfillCounts: from(store.backfillCounts, NO_COUNTS),
    webhook: from(store.webhooks.byId, null),
    pendingDeliveries: from(async () => {
      const pending = await store.webhooks.pending();
      return new Map([...pending].map(([id, { count }]) => [id, count]));
    }, 0),
    user: from(store.access.usersById, null),
    sessions: from<Session[], Session[]>((ids) => store.access.sessionsOf(ids, clock.now()), []),
    namespace: from(store.namespaces.byId, null),
    usage: from<Usage, Usage>(store.namespaces.usage, UNUSED),
    members: from<Membership[], Membership[]>(store.namespaces.members, []),
    memberships: from<Membership[], Membership[]>(store.namespaces.memberships, []),
    queueCounts: from((names) => store.queueCounts(names, clock.now()), EMPTY_QUEUE),
  };
}

const inNamespaces = new WeakMap<Services, Map<string, Services>>();

/** What whoever asks is given: with the store of their request's namespace, and no other. The one way to what is in it. */
export function servicesFor(services: Services, { namespace: { id } }: Pick<Viewer, "namespace">): Services {
  let known = inNamespaces.get(services);
  if (!known) {
    known = new Map();
    inNamespaces.set(services, known);
  }
  const found = known.get(id) ?? { ...services, store: scoped(services.store, id) };
  known.set(id, found);
  return found;
}

export function createContext(all: Services, viewer: Viewer, origin: Origin = bySystem("SERVER")): Context {
  const services = servicesFor(all, viewer);
  return { services, viewer, origin, loaders: createLoaders(services.store, services.clock) };
}
