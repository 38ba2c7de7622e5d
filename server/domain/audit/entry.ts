// What the audit keeps of a change: who did what, when, from where, and what it was before and after.
import type { Viewer } from "../access.ts";
import type { Json } from "../types.ts";

export const AUDIT_SUBJECTS = [
  "TASK",
  "RUN",
  "BACKFILL",
  "CALENDAR",
  "QUEUE",
  "SECRET",
  "WEBHOOK",
  "DELIVERY",
  "USER",
  "TOKEN",
  "SESSION",
  "NAMESPACE",
  "MEMBERSHIP",
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

/** Of the server, not of a namespace: who administers it reads of them. */
const OF_SERVER: readonly AuditSubjectKind[] = ["USER", "TOKEN", "SESSION", "NAMESPACE", "MEMBERSHIP"];
export const isServerSubject = (kind: AuditSubjectKind | undefined): boolean =>
  kind !== undefined && OF_SERVER.includes(kind);

export interface AuditActor {
  /** SYSTEM: the program itself, at its command line or its start. ANONYMOUS: nobody had signed in. */
  readonly kind: "USER" | "TOKEN" | "JWT" | "SYSTEM" | "ANONYMOUS";
  /** Of the user or the token; null for nobody in particular. */
  readonly id: string | null;
  /** As of then. */
  readonly name: string;
  /** The user whose rights it were: the actor, or the token's owner. */
  readonly userId: string | null;
}

export type AuditTransport = "HTTP" | "WEBSOCKET" | "STREAM" | "COMMAND_LINE" | "SERVER";

/** Who does something, and from where. */
export interface Origin {
  readonly actor: AuditActor;
  /** Null where nothing came over a network. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly transport: AuditTransport;
  /** Of what is done. Undefined or null: in none. */
  readonly namespaceId?: string | null | undefined;
}

export function actorOf({
  kind,
  name,
  userId,
  tokenId,
  credential,
}: Pick<Viewer, "kind" | "name" | "userId" | "tokenId" | "credential">): AuditActor {
  const program = tokenId ?? (credential?.kind === "JWT" ? credential.id : null);
  return { kind, id: kind === "USER" ? userId : program, name, userId };
}

export const NOBODY: AuditActor = { kind: "ANONYMOUS", id: null, name: "anonymous", userId: null };

/** The program itself. */
export const bySystem = (transport: "COMMAND_LINE" | "SERVER"): Origin => ({
  actor: { kind: "SYSTEM", id: null, name: "cronograph", userId: null },
  address: null,
  userAgent: null,
  transport,
});

export interface AuditSubject {
  readonly kind: AuditSubjectKind;
  readonly id: string | null;
  readonly name: string | null;
}

export interface Fields {
  readonly [field: string]: Json;
}

export interface AuditEntry extends Origin {
  readonly id: string;
  readonly at: number;
  /** The mutation, or what `/auth` or the command line was asked for. */
  readonly action: string;
  /** Null: nothing in particular. */
  readonly subject: AuditSubject | null;
  /** Of the subject, as the change left it; null where it has none. */
  readonly version: number | null;
  readonly outcome: "DONE" | "REFUSED";
  /** Null: it was done. */
  readonly errorCode: string | null;
  /** Shared by the entries of one change. */
  readonly changeId: string;
  /** The change that this one takes back; null: none. */
  readonly undoes: string | null;
  readonly idempotencyKey: string | null;
  /** Refusals before this one that were not written: there were too many. */
  readonly omitted: number;
  /** The fields that differ. `before` is null of what is new, `after` of what is gone. */
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** A task's whole definition as the change left it; null where it is gone or only its state is another. */
  readonly definition: Fields | null;
}

/** Conditions hold together; undefined is none. */
export interface AuditQuery {
  /** Of this namespace; undefined: of all. */
  readonly namespaceId?: string | undefined;
  /** Beside those of the namespace, what is of the server. */
  readonly ofServer?: boolean | undefined;
  readonly actorId?: string | undefined;
  readonly action?: readonly string[] | undefined;
  readonly subjectKind?: AuditSubjectKind | undefined;
  readonly subjectId?: string | undefined;
  readonly outcome?: AuditEntry["outcome"] | undefined;
  readonly changeId?: string | undefined;
  readonly from?: number | undefined;
  /** Not included. */
  readonly before?: number | undefined;
  /** A part of an action's, actor's or subject's name or id, an address or an error code, ignoring case. */
  readonly search?: string | undefined;
}

const SEARCHED = 400;

export const searchTextOf = ({ action, actor, subject, address, errorCode }: AuditEntry): string =>
  [action, actor.name, subject?.name, subject?.id, address, errorCode]
    .filter((part) => part)
    .map((part) => (part as string).slice(0, 120))
    .join("\n")
    .toLowerCase()
    .slice(0, SEARCHED);
