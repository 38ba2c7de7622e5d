// What the audit tells of each kind of subject: in the words of the API, without what only the program keeps, and without secrets.
import type { ApiToken, Session, User } from "../access.ts";
import { canonicalJson } from "../canonical-json.ts";
import { inputOf } from "../input-of.ts";
import { formatInstant } from "../instant.ts";
import type { Namespace } from "../namespace.ts";
import type { Membership } from "../ports.ts";
import type { Backfill, Calendar, Json, Queue, Run, Secret, Task } from "../types.ts";
import type { Webhook } from "../webhook.ts";
import type { AuditSubjectKind, Fields } from "./entry.ts";
import { redact, STARS } from "./redact.ts";

/** A subject at one moment. `secret`: fields of which only is told that they changed. */
export interface Look {
  readonly kind: AuditSubjectKind;
  readonly id: string;
  readonly name: string | null;
  readonly version: number | null;
  /** Null: it is not there. */
  readonly fields: Fields | null;
  readonly secret?: Fields;
}

const NOT_KEPT_BYTES = 32_768;
const at = (instant: number | null): string | null => (instant === null ? null : formatInstant(instant));

export const lookOfTask = (task: Task): Look => ({
  kind: "TASK",
  id: task.id,
  name: task.name,
  version: task.version,
  fields:
    task.deletedAt === null
      ? { ...(inputOf(task) as unknown as Fields), state: task.state, pauseReason: task.pauseReason }
      : null,
});

/** Of a task: what `revertTask` can set back. */
export const definitionOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== "state" && field !== "pauseReason"));

export const lookOfCalendar = ({ id, name, description, timezone, entries, version }: Calendar): Look => ({
  kind: "CALENDAR",
  id,
  name,
  version,
  fields: { name, description, timezone, entries: entries as unknown as Json },
});

export const lookOfQueue = (queue: Queue): Look => {
  const { name, description, concurrency, concurrencyPerKey, rate, pausedAt, pauseReason, version } = queue;
  const shownRate = rate as unknown as Json;
  const fields = {
    description,
    concurrency,
    concurrencyPerKey,
    rate: shownRate,
    paused: pausedAt !== null,
    pauseReason,
  };
  return { kind: "QUEUE", id: name, name, version, fields };
};

export const lookOfSecret = ({ id, name, description, sealed }: Secret): Look => ({
  kind: "SECRET",
  id,
  name,
  version: null,
  fields: { name, description },
  secret: { value: sealed },
});

export function lookOfWebhook(webhook: Webhook): Look {
  const { id, name, url, format, filter, headers, state, stateReason, sealedKey, oldSealedKey, version } = webhook;
  const fields = { name, format, filter, headers, state, stateReason } as unknown as Fields;
  const secret = { signingKey: [sealedKey, oldSealedKey] };
  // Whoever knows Slack's address may write there.
  return format === "SLACK"
    ? { kind: "WEBHOOK", id, name, version, fields, secret: { ...secret, url } }
    : { kind: "WEBHOOK", id, name, version, fields: { ...fields, url }, secret };
}

export const lookOfUser = ({ id, name, role, disabled, identity, passwordHash }: User): Look => ({
  kind: "USER",
  id,
  name,
  version: null,
  fields: { name, role, disabled, identity: identity && { ...identity } },
  secret: { password: passwordHash },
});

export const lookOfNamespace = ({ id, name, description, quotas, version, deletedAt }: Namespace): Look => ({
  kind: "NAMESPACE",
  id,
  name,
  version,
  fields: deletedAt === null ? { name, description, quotas: { ...quotas } } : null,
});

/** By the user whose it is. */
export const lookOfMembership = ({ userId, namespaceId, role }: Membership, name: string | null): Look => ({
  kind: "MEMBERSHIP",
  id: userId,
  name,
  version: null,
  fields: { userId, namespaceId, role },
});

export const lookOfToken = ({ id, name, rights, userId, namespaceId, expiresAt, revokedAt }: ApiToken): Look => ({
  kind: "TOKEN",
  id,
  name,
  version: null,
  fields: { name, rights: [...rights], userId, namespaceId, expiresAt: at(expiresAt), revokedAt: at(revokedAt) },
});

export const lookOfSession = ({ id, userId, tokenId, createdAt, address }: Session): Look => ({
  kind: "SESSION",
  id,
  name: null,
  version: null,
  fields: { userId, tokenId, createdAt: at(createdAt), address },
});

export const lookOfBackfill = (backfill: Backfill, name: string | null): Look => {
  const { id, taskId, from, until, scope, order, ratePerMinute, overlapPolicy, state, total } = backfill;
  const fields = { taskId, from: at(from), until: at(until), scope, order, ratePerMinute, overlapPolicy, state, total };
  return { kind: "BACKFILL", id, name, version: null, fields };
};

export const lookOfRun = (run: Run, name: string | null): Look => ({
  kind: "RUN",
  id: run.id,
  name,
  version: null,
  fields: {
    taskId: run.taskId,
    trigger: run.trigger,
    scheduledFor: at(run.scheduledFor),
    redriveOfRunId: run.redriveOfRunId,
    state: run.state,
    cancelRequested: run.cancelRequestedAt !== null,
    why: run.why,
    dismissReason: run.dismissReason,
  },
});

export interface Difference {
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** The fields that differ, fit to be kept; null: none does. */
export function difference(before: Look | null, after: Look | null): Difference | null {
  const [old, now] = [before?.fields ?? null, after?.fields ?? null];
  if (old === null && now === null) return null;
  if (old === null || now === null)
    return { before: old && kept(old, before?.secret), after: now && kept(now, after?.secret) };
  const differs = (a: Fields, b: Fields) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (key) => canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null),
    );
  const open = differs(old, now);
  const secret = differs(before?.secret ?? {}, after?.secret ?? {});
  if (open.length + secret.length === 0) return null;
  const picked = (from: Fields, hidden: Fields | undefined) =>
    kept(
      Object.fromEntries(open.map((key) => [key, from[key] ?? null])),
      Object.fromEntries(secret.map((key) => [key, hidden?.[key] ?? null])),
    );
  return { before: picked(old, before?.secret), after: picked(now, after?.secret) };
}

const isNothing = (value: Json | undefined): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.every((each) => each === null));

const kept = (fields: Fields, secret: Fields = {}): Fields => {
  const stars = Object.entries(secret).map(([key, value]) => [key, isNothing(value) ? null : STARS]);
  return { ...(redact(fields as Json) as unknown as Fields), ...Object.fromEntries(stars) };
};

/** For what nobody is to set back: a calendar of many entries is not kept twice with each change. */
export const shortened = (fields: Fields | null): Fields | null =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const bytes = Buffer.byteLength(JSON.stringify(value));
      return [key, bytes > NOT_KEPT_BYTES ? `(${bytes} bytes, not kept)` : value];
    }),
  );
