// The state of the audit page in its address.
import { namespaceName } from "../access/namespace";
import type { AuditFilter, AuditOutcome, AuditSubjectKind } from "../gql/graphql";
import { oneOf, type Raw, text } from "../ui/search-params";
import { toInstant } from "../ui/wall-clock";

export interface AuditSearch {
  q?: string;
  action?: string;
  kind?: AuditSubjectKind;
  outcome?: AuditOutcome;
  /** Ids. */
  actor?: string;
  subject?: string;
  change?: string;
  /** Days of the chosen zone, `2026-12-31`; both included. */
  from?: string;
  until?: string;
  after?: string;
  before?: string;
}

export const KINDS: Readonly<Record<AuditSubjectKind, string>> = {
  TASK: "Task",
  RUN: "Run",
  BACKFILL: "Backfill",
  CALENDAR: "Calendar",
  QUEUE: "Queue",
  SECRET: "Secret",
  WEBHOOK: "Webhook",
  DELIVERY: "Delivery",
  USER: "User",
  TOKEN: "API token",
  SESSION: "Sign-in",
  NAMESPACE: "Namespace",
  MEMBERSHIP: "Member",
};

const day = (raw: unknown): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(String(raw)) ? String(raw) : undefined);

export const auditSearch = (raw: Raw): AuditSearch => ({
  q: text(raw.q)?.slice(0, 200),
  action: text(raw.action)?.slice(0, 100),
  kind: oneOf(raw.kind, Object.keys(KINDS) as AuditSubjectKind[]),
  outcome: oneOf(raw.outcome, ["DONE", "REFUSED"] as const),
  actor: text(raw.actor),
  subject: text(raw.subject),
  change: text(raw.change),
  from: day(raw.from),
  until: day(raw.until),
  after: text(raw.after),
  before: text(raw.before),
});

const nextDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

export const auditFilter = (search: AuditSearch, zone: string): AuditFilter => ({
  search: search.q,
  action: search.action ? [search.action] : undefined,
  subjectKind: search.kind,
  outcome: search.outcome,
  actorId: search.actor,
  subjectId: search.subject,
  changeId: search.change,
  from: search.from && (toInstant(`${search.from}T00:00:00`, zone) ?? undefined),
  before: search.until && (toInstant(`${nextDay(search.until)}T00:00:00`, zone) ?? undefined),
});

/** The same entries as a file. */
export function csvAddress(filter: AuditFilter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, Array.isArray(value) ? value.join(",") : String(value)]],
  );
  if (namespaceName !== null) given.push(["namespace", namespaceName]);
  return `/audit.csv${given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ""}`;
}
