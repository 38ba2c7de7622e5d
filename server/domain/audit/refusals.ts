// Refused attempts are written too, but not each of a storm: nobody who is let in nowhere shall fill the disk. What is left out is
// counted, and the next one that is written says how many they were.
import { type ErrorCode, RequestError } from "../errors.ts";
import type { Store } from "../ports.ts";
import { type Act, type AuditDeps, entryWith } from "./audited.ts";
import type { AuditSubject } from "./entry.ts";

const WINDOW_MS = 60_000;
/** Of one action from one address. */
const OF_A_KIND = 10;
/** In a namespace, of this process: a storm in one neither hides nor tells what is refused in another. */
const IN_ALL = 100;

export interface Refusals {
  /** Nobody waits for it, and it never fails: what was refused is answered at once and stays refused. */
  note(act: Omit<Act, "of">, code: ErrorCode, subject: AuditSubject | null): void;
}

export interface RefusalDeps extends AuditDeps {
  readonly store: Store;
  readonly onFailure: (error: unknown) => void;
}

/** What tells that somebody tried what they may not, in place of a mistake in the input. */
export const isRefusal = (code: ErrorCode): boolean => code === "FORBIDDEN" || code === "UNAUTHENTICATED";

export const refusalOf = (error: unknown): ErrorCode | null =>
  error instanceof RequestError && isRefusal(error.code) ? error.code : null;

export function createRefusals({ store, onFailure, ...deps }: RefusalDeps): Refusals {
  let until = 0;
  const written = new Map<string, number>();
  const ofAKind = new Map<string, number>();
  const omitted = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, more = 1): number => {
    const count = (map.get(key) ?? 0) + more;
    map.set(key, count);
    return count;
  };

  function fits(where: string, kind: string): boolean {
    const now = performance.now();
    if (now >= until) {
      until = now + WINDOW_MS;
      written.clear();
      ofAKind.clear();
    }
    if ((written.get(where) ?? 0) >= IN_ALL || add(ofAKind, `${where} ${kind}`) > OF_A_KIND) return false;
    add(written, where);
    return true;
  }

  return {
    note(act, code, subject) {
      const where = act.origin.namespaceId ?? "";
      if (!fits(where, `${act.action} ${act.origin.address}`)) {
        add(omitted, where);
        return;
      }
      const entry = entryWith(act, deps, {
        outcome: "REFUSED",
        errorCode: code,
        subject,
        omitted: omitted.get(where) ?? 0,
      });
      omitted.delete(where);
      store
        .write((tx) => tx.audit.insert([entry]))
        .catch((error: unknown) => {
          add(omitted, where, entry.omitted + 1);
          onFailure(error);
        });
    },
  };
}
