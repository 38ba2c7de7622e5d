// Watches whether the database takes writes: says once in the log that it does not, and once that it does again; asks until then.
import type { Clock, StorageHealth, Store } from "../domain/ports.ts";
import type { Log } from "../log.ts";

const PROBE_MS = 1_000;

/** Every role does it: each instance has its own way to the database. */
export function storagePoll(health: StorageHealth, clock: Clock): () => Promise<number> {
  return async () => {
    await health.probe();
    // Where time is simulated nothing is written to a disk, and a sleep that ends would hold the time up.
    return clock.simulated && health.trouble === null ? Number.POSITIVE_INFINITY : PROBE_MS;
  };
}

export function watchStorage({ health }: Store, log: Log): () => void {
  return health.onChange((trouble, cause) => {
    if (trouble)
      log.error({ code: trouble.code, err: cause }, `${trouble.message} Nothing is started until it is over.`);
    else log.warn("the database takes writes again");
  });
}

/** Reads go on without the replica, on the primary: said once, and once when it is over. */
export function watchReplica({ replica }: Store, log: Log): () => void {
  if (replica === null) return () => {};
  return replica.health.onChange((state, why) => {
    if (state === "USED") log.warn("the read replica answers again");
    else if (state === "BEHIND") log.warn("the read replica is behind: the primary answers until it has caught up");
    else log.warn({ err: why }, "the read replica cannot be used: the primary answers until it can");
  });
}

/** For `/readyz`. */
export function inTrouble({
  health: { trouble },
}: Store): { code: "STORAGE_FULL" | "UNAVAILABLE"; reason: string } | undefined {
  return trouble ? { code: trouble.code, reason: trouble.message } : undefined;
}
