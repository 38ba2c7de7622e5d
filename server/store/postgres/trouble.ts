// Failures of PostgreSQL and of the way to it that are no bug of ours, in words for a person.
import type { StorageCode } from "../../domain/errors.ts";
import type { StorageTrouble } from "../../domain/ports.ts";

const trouble = (code: StorageCode, message: string): StorageTrouble =>
  Object.freeze({ code, message, lasting: false });

const UNREACHABLE = trouble(
  "UNAVAILABLE",
  "The database cannot be reached; it is tried again every second. Check that PostgreSQL runs and that this machine reaches it.",
);

const TURN_GIVEN_UP = trouble(
  "UNAVAILABLE",
  "A change was not written within three seconds, and its turn was given up so that other instances could have theirs; nothing was changed. The way to the database is slow, a machine is overloaded, or the change is too large.",
);

/** The connection was ended by this instance, which had held the writers' lock for too long. */
export class TurnGivenUp extends Error {
  override name = "TurnGivenUp";
}

/** By SQLSTATE, its beginning first; see the PostgreSQL manual, "Error Codes". */
const KINDS: readonly (readonly [RegExp, StorageTrouble])[] = [
  [/^53100$/, trouble("STORAGE_FULL", "The database's disk is full; nothing was changed. Free some space and try again.")],
  [/^53300$/, trouble("UNAVAILABLE", "The database has no connection left for this instance. Raise max_connections, or lower connection_limit.")],
  [/^(55P03|57014|25P03|25P04|40001|40P01)$/, trouble("UNAVAILABLE", "Somebody else holds the database locked; nothing was changed. It is tried again.")],
  [/^(25006)$/, trouble("UNAVAILABLE", "This database is a replica that takes no writes; nothing was changed. Point DATABASE_URL at the primary.")],
  [/^(08...|57P0.|53...|58...|XX001|XX002|F0...)$/, UNREACHABLE],
]; // biome-ignore format: a table

const SYSTEM =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL|ENETDOWN)$/;
/** The driver's own, which have no code. */
const WORDS =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** The trouble behind a failure of the driver; undefined for everything else. */
export function troubleOf(error: unknown): StorageTrouble | undefined {
  for (const each of chain(error)) {
    if (each instanceof TurnGivenUp) return TURN_GIVEN_UP;
    const { code, message, severity, errors } = each as {
      code?: string;
      message?: string;
      severity?: string;
      errors?: unknown[];
    };
    if (severity !== undefined && code !== undefined) {
      const found = KINDS.find(([sign]) => sign.test(code))?.[1];
      if (found) return found;
    } else if (SYSTEM.test(code ?? "") || WORDS.test(message ?? "")) return UNREACHABLE;
    // Of several addresses none could be reached.
    if (Array.isArray(errors)) {
      const found = errors.map(troubleOf).find((one) => one !== undefined);
      if (found) return found;
    }
  }
  return undefined;
}

/** Whether the connection is gone, and with it whatever was open on it. */
export function isLost(error: unknown): boolean {
  for (const each of chain(error)) {
    const { code, message, severity } = each as { code?: string; message?: string; severity?: string };
    if (severity === "FATAL" || severity === "PANIC" || /^(08|57P0)/.test(severity ? (code ?? "") : "")) return true;
    if (severity === undefined && (SYSTEM.test(code ?? "") || WORDS.test(message ?? ""))) return true;
  }
  return false;
}

function* chain(error: unknown): Generator<object> {
  let each = error;
  for (let depth = 0; depth < 4 && typeof each === "object" && each !== null; depth++) {
    yield each;
    each = (each as Error).cause;
  }
}
