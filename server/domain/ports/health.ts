// The health of the database as the rest of the program sees it.
import type { StorageCode } from "../errors.ts";

/** Why the database takes no writes now. Reads go on as long as they can. */
export interface StorageTrouble {
  readonly code: StorageCode;
  /** For a person: what is wrong, and what to do. */
  readonly message: string;
  /** Whether only a restart can end it: a damaged file. */
  readonly lasting: boolean;
}

/** USED; BEHIND for seconds, so that the primary answers; AWAY, or none of the primary's. */
export type ReplicaState = "USED" | "BEHIND" | "AWAY";

export interface ReplicaHealth {
  readonly state: ReplicaState;
  /** Called once for each change, with what failed. Answers how to stop listening. */
  onChange(listener: (state: ReplicaState, why?: unknown) => void): () => void;
}

/** After a failed write nothing is written until a probe has committed; what was acknowledged before stays. */
export interface StorageHealth {
  /** Null while writes are taken. */
  readonly trouble: StorageTrouble | null;
  /** Called once for each change, with what failed. Answers how to stop listening. */
  onChange(listener: (trouble: StorageTrouble | null, cause?: unknown) => void): () => void;
  /** Tries a write when there is trouble; success ends it. */
  probe(): Promise<void>;
}
