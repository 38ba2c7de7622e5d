// Refused attempts are written too, but not each of a storm: nobody who is let in nowhere shall fill the disk. What is left out is
// counted, and the next one that is written says how many they were.
import { type ErrorCode, RequestError } from "../errors.ts";
import type { Store } from "../ports.ts";
import { type Act, type AuditDeps, entryWith } from "./audited.ts";
import type { AuditSubject } from "./entry.ts";

const WINDOW_MS = 60_000;
/** Of one action from one address. */
const OF_A_KIND = 10;
/** In all, of this process. */
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
  let written = 0;
  let omitted = 0;
  const ofAKind = new Map<string, number>();

  function fits(key: string): boolean {
    const now = performance.now();
    if (now >= until) {
      until = now + WINDOW_MS;
      written = 0;
      ofAKind.clear();
    }
    const count = (ofAKind.get(key) ?? 0) + 1;
    if (written >= IN_ALL || count > OF_A_KIND) return false;
    ofAKind.set(key, count);
    written++;
    return true;
  }

  return {
    note(act, code, subject) {
      if (!fits(`${act.action} ${act.origin.address}`)) {
        omitted++;
        return;
      }
      const entry = entryWith(act, deps, { outcome: "REFUSED", errorCode: code, subject, omitted });
      omitted = 0;
      store
        .write((tx) => tx.audit.insert([entry]))
        .catch((error: unknown) => {
          omitted += entry.omitted + 1;
          onFailure(error);
        });
    },
  };
}
