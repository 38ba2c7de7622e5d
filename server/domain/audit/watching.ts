// A transaction that is watched: what it changes of the things that people decide about. Everything else goes through as it is.
import type { StoreTransaction } from "../ports.ts";
import type { AuditSubjectKind } from "./entry.ts";
import {
  type Look,
  lookOfBackfill,
  lookOfCalendar,
  lookOfQueue,
  lookOfSecret,
  lookOfSession,
  lookOfTask,
  lookOfToken,
  lookOfUser,
  lookOfWebhook,
} from "./subjects.ts";
import { watchingNamespaces } from "./watching-namespaces.ts";
import { watchingRuns } from "./watching-runs.ts";

/** A subject before the transaction and after it; null: it was not there, or is not there any more. */
export interface Seen {
  readonly kind: AuditSubjectKind;
  readonly id: string;
  readonly before: Look | null;
  readonly after: Look | null;
}

/** By its kind and id, in the order in which they were first changed. */
export type Sightings = Map<string, Seen>;

/** How many tasks are looked up for their names alone. */
const NAMES = 20;

/** `runs`: whether runs are what it is about. Else they only go along with something. */
export function watching(tx: StoreTransaction, seen: Sightings, runs: boolean): StoreTransaction {
  const note = (kind: AuditSubjectKind, id: string, before: Look | null, after: Look | null) => {
    const first = seen.get(`${kind} ${id}`);
    seen.set(`${kind} ${id}`, { kind, id, before: first ? first.before : before, after });
  };
  const look = async <T>(found: Promise<T | null | undefined>, of: (value: T) => Look) => {
    const value = await found;
    return value === null || value === undefined ? null : of(value);
  };
  const names = new Map<string, string | null>();
  let lookedUp = 0;
  const nameOf = async (taskId: string) => {
    if (!names.has(taskId) && lookedUp++ < NAMES) names.set(taskId, (await tx.task(taskId))?.name ?? null);
    return names.get(taskId) ?? null;
  };
  const { access, webhooks } = tx;
  return {
    ...tx,
    async insertTask(task) {
      const done = await tx.insertTask(task);
      if (done) note("TASK", task.id, null, lookOfTask(task));
      return done;
    },
    async saveTask(task, event) {
      const before = await look(tx.task(task.id), lookOfTask);
      const done = await tx.saveTask(task, event);
      if (done === "saved") note("TASK", task.id, before, lookOfTask(task));
      return done;
    },
    async task(id) {
      const task = await tx.task(id);
      if (task) names.set(id, task.name);
      return task;
    },
    ...(runs ? watchingRuns(tx, note, nameOf) : {}),
    async saveBackfill(backfill) {
      const name = await nameOf(backfill.taskId);
      const before = await look(tx.backfill(backfill.id), (found) => lookOfBackfill(found, name));
      await tx.saveBackfill(backfill);
      note("BACKFILL", backfill.id, before, lookOfBackfill(backfill, name));
    },
    async insertCalendar(calendar) {
      const done = await tx.insertCalendar(calendar);
      if (done) note("CALENDAR", calendar.id, null, lookOfCalendar(calendar));
      return done;
    },
    async saveCalendar(calendar) {
      const before = (await tx.calendarsById([calendar.id])).get(calendar.id);
      const done = await tx.saveCalendar(calendar);
      if (done) note("CALENDAR", calendar.id, before ? lookOfCalendar(before) : null, lookOfCalendar(calendar));
      return done;
    },
    async deleteCalendar(id) {
      const before = (await tx.calendarsById([id])).get(id);
      await tx.deleteCalendar(id);
      if (before) note("CALENDAR", id, lookOfCalendar(before), null);
    },
    async insertSecret(secret) {
      const done = await tx.insertSecret(secret);
      if (done) note("SECRET", secret.id, null, lookOfSecret(secret));
      return done;
    },
    async saveSecret(secret) {
      const before = await look(tx.secret(secret.id), lookOfSecret);
      await tx.saveSecret(secret);
      note("SECRET", secret.id, before, lookOfSecret(secret));
    },
    async deleteSecret(id) {
      const before = await look(tx.secret(id), lookOfSecret);
      await tx.deleteSecret(id);
      if (before) note("SECRET", id, before, null);
    },
    async insertQueue(queue) {
      const done = await tx.insertQueue(queue);
      if (done) note("QUEUE", queue.name, null, lookOfQueue(queue));
      return done;
    },
    async saveQueue(queue) {
      const before = (await tx.queuesByName([queue.name])).get(queue.name);
      await tx.saveQueue(queue);
      note("QUEUE", queue.name, before ? lookOfQueue(before) : null, lookOfQueue(queue));
    },
    async deleteQueue(name) {
      const before = (await tx.queuesByName([name])).get(name);
      await tx.deleteQueue(name);
      if (before) note("QUEUE", name, lookOfQueue(before), null);
    },
    webhooks: {
      ...webhooks,
      async insert(webhook) {
        const done = await webhooks.insert(webhook);
        if (done) note("WEBHOOK", webhook.id, null, lookOfWebhook(webhook));
        return done;
      },
      async save(webhook) {
        const before = await look(webhooks.find(webhook.id), lookOfWebhook);
        const done = await webhooks.save(webhook);
        if (done === "saved") note("WEBHOOK", webhook.id, before, lookOfWebhook(webhook));
        return done;
      },
      async remove(id) {
        const before = await look(webhooks.find(id), lookOfWebhook);
        await webhooks.remove(id);
        if (before) note("WEBHOOK", id, before, null);
      },
      async again(id, now) {
        const delivery = await webhooks.delivery(id);
        await webhooks.again(id, now);
        const webhook = delivery && (await webhooks.find(delivery.webhookId));
        const fields = { webhookId: delivery?.webhookId ?? null, state: "PENDING" };
        note("DELIVERY", id, null, { kind: "DELIVERY", id, name: webhook?.name ?? null, version: null, fields });
      },
    },
    namespaces: watchingNamespaces(tx, note),
    access: {
      ...access,
      async insertUser(user) {
        const done = await access.insertUser(user);
        if (done) note("USER", user.id, null, lookOfUser(user));
        return done;
      },
      async saveUser(user) {
        const before = await look(access.user(user.id), lookOfUser);
        await access.saveUser(user);
        note("USER", user.id, before, lookOfUser(user));
      },
      async deleteUser(id) {
        const before = await look(access.user(id), lookOfUser);
        await access.deleteUser(id);
        if (before) note("USER", id, before, null);
      },
      async insertToken(token) {
        await access.insertToken(token);
        note("TOKEN", token.id, null, lookOfToken(token));
      },
      async revokeToken(id, now) {
        const before = await look(access.token(id), lookOfToken);
        await access.revokeToken(id, now);
        note("TOKEN", id, before, await look(access.token(id), lookOfToken));
      },
      async insertSession(session) {
        await access.insertSession(session);
        note("SESSION", session.id, null, lookOfSession(session));
      },
      async deleteSession(id) {
        const before = await look(access.session(id), lookOfSession);
        await access.deleteSession(id);
        if (before) note("SESSION", id, before, null);
      },
    },
  };
}
