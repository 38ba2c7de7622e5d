// The life of a run as a table. Final states have no way out.
import { IllegalTransitionError } from "./errors.ts";
import type { Run, RunState } from "./types.ts";

export const TRANSITIONS: Readonly<Record<RunState, readonly RunState[]>> = {
  SCHEDULED: ["HELD", "QUEUED", "RUNNING", "CANCELLED", "SKIPPED", "MISSED"],
  HELD: ["QUEUED", "CANCELLED", "SKIPPED", "MISSED"],
  QUEUED: ["RUNNING", "FAILED", "CANCELLED", "SKIPPED", "MISSED"],
  RUNNING: ["RETRYING", "SUCCEEDED", "FAILED", "CANCELLED"],
  RETRYING: ["RUNNING", "FAILED", "CANCELLED"],
  SUCCEEDED: [],
  FAILED: [],
  CANCELLED: [],
  SKIPPED: [],
  MISSED: [],
};

export const FINAL_STATES = (Object.keys(TRANSITIONS) as RunState[]).filter((state) => TRANSITIONS[state].length === 0);

export const isFinal = (state: RunState): boolean => TRANSITIONS[state].length === 0;

/** Failed for good, and nobody has done it again or dismissed it. The store's DEAD_LETTER says the same in SQL. */
export const isDeadLetter = (run: Pick<Run, "state" | "redrivenByRunId" | "dismissedAt">): boolean =>
  run.state === "FAILED" && run.redrivenByRunId === null && run.dismissedAt === null;

/** @throws IllegalTransitionError */
export function assertTransition(from: RunState, to: RunState, runId: string): void {
  if (!TRANSITIONS[from].includes(to))
    throw new IllegalTransitionError(`Run ${runId} cannot go from ${from} to ${to}.`);
}
