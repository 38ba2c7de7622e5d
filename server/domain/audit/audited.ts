// A store whose writes carry their audit entries: in the same transaction, so that there is no change without its entry and no entry
// without its change. What people do goes through one; what the program does by itself does not.
import type { Clock, Store } from "../ports.ts";
import type { Json } from "../types.ts";
import type { AuditEntry, AuditSubjectKind, Fields, Origin } from "./entry.ts";
import { redact } from "./redact.ts";
import { definitionOf, difference, shortened } from "./subjects.ts";
import { type Seen, type Sightings, watching } from "./watching.ts";

/** Something that somebody does. */
export interface Act {
  readonly origin: Origin;
  /** The mutation's name, or what `/auth` was asked for. */
  readonly action: string;
  /** What it is about. Of other subjects only is told what people decide about them; runs that go with a deleted task are none. */
  readonly of: AuditSubjectKind;
  /** One id for all that it changes. */
  readonly changeId: string;
  readonly undoes?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface AuditDeps {
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What happens along with other things, and is told only where it is what was asked for. */
const ALONG: readonly AuditSubjectKind[] = ["RUN", "BACKFILL", "SESSION", "DELIVERY"];

export interface AuditedStore {
  readonly store: Store;
  /** Whether anything was written by it. */
  wrote(): boolean;
}

export function audited(store: Store, act: Act, deps: AuditDeps): AuditedStore {
  let wrote = false;
  const write: Store["write"] = (work) =>
    store.write(async (tx) => {
      wrote = true;
      const seen: Sightings = new Map();
      const done = await work(watching(tx, seen, act.of === "RUN"));
      const entries = [...seen.values()].flatMap((each) => entryOf(act, each, deps) ?? []);
      if (entries.length > 0) await tx.audit.insert(entries);
      return done;
    });
  return { store: Object.create(store, { write: { value: write } }) as Store, wrote: () => wrote };
}

/** Without a subject and without a change. */
export function entryWith(act: Omit<Act, "of">, deps: AuditDeps, more: Partial<AuditEntry> = {}): AuditEntry {
  const { origin, action, changeId, undoes = null, idempotencyKey = null } = act;
  return {
    ...origin,
    id: deps.newId(),
    at: deps.clock.now(),
    action,
    subject: null,
    version: null,
    outcome: "DONE",
    errorCode: null,
    changeId,
    undoes,
    idempotencyKey,
    omitted: 0,
    before: null,
    after: null,
    definition: null,
    ...more,
  };
}

function entryOf(act: Act, { kind, id, before, after }: Seen, deps: AuditDeps): AuditEntry | null {
  if (kind !== act.of && ALONG.includes(kind)) return null;
  const found = difference(before, after);
  // An edit that sets what there was is an edit all the same: the version grows.
  const edited = kind === act.of && before?.version !== after?.version;
  if (!found && !edited) return null;
  const name = after?.name ?? before?.name ?? null;
  const task = kind === "TASK";
  const changes = found ?? { before: {}, after: {} };
  return entryWith(act, deps, {
    subject: { kind, id, name },
    version: after?.version ?? null,
    before: task ? changes.before : shortened(changes.before),
    after: task ? changes.after : shortened(changes.after),
    definition:
      task && redefines(before?.fields ?? null, after?.fields ?? null) ? definition(after?.fields ?? null) : null,
  });
}

const redefines = (before: Fields | null, after: Fields | null): boolean =>
  JSON.stringify(before && definitionOf(before)) !== JSON.stringify(after && definitionOf(after));
const definition = (fields: Fields | null): Fields | null =>
  fields && (redact(definitionOf(fields) as Json) as unknown as Fields);
