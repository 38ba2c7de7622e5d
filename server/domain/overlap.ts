// Decides about an occurrence that falls due while others of its task have not ended. Pure; the store calls it in the transaction
// that starts runs, so that no two instances decide apart.

import type { OverlapPolicy, RunTrigger } from "./types.ts";

/** A run of the task that has not ended: going, between attempts, or due and waiting. */
export interface Unfinished {
  readonly id: string;
  readonly state: "RUNNING" | "RETRYING" | "QUEUED";
  readonly trigger: RunTrigger;
  /** Somebody has asked it to stop already. */
  readonly stopping: boolean;
}

export interface OverlapRule {
  readonly policy: OverlapPolicy;
  /** How many BUFFER lets wait. */
  readonly buffer: number;
}

export interface OverlapDecision {
  readonly action: "START" | "WAIT" | "SKIP";
  /** The run in the way; null when it may start. */
  readonly blockedBy: string | null;
  /** Null when it may start. */
  readonly why: string | null;
  /** Runs to be stopped for it. CANCEL: asked to stop. END: ended at once, its later reports refused. */
  readonly stop: readonly { readonly id: string; readonly how: "CANCEL" | "END"; readonly why: string }[];
}

const START: OverlapDecision = { action: "START", blockedBy: null, why: null, stop: [] };

/** `unfinished`: oldest first. */
export function decideOverlap({ policy, buffer }: OverlapRule, unfinished: readonly Unfinished[]): OverlapDecision {
  const newest = unfinished.at(-1);
  if (newest === undefined) return START;
  const active = unfinished.filter((run) => run.state !== "QUEUED");
  const inTheWay = active.at(-1) ?? newest;
  switch (policy) {
    case "ALLOW":
      return START;
    case "SKIP":
      return skip(inTheWay, "An earlier run of this task was still going, and the task's overlap policy is SKIP.");
    case "BUFFER_ONE":
    case "BUFFER": {
      const room = policy === "BUFFER" ? buffer : 1;
      const waiting = unfinished.length - active.length;
      if (waiting < room)
        return wait(inTheWay, `Waits for the end of an earlier run: the overlap policy is ${policy}.`);
      const full = room === 1 ? "one run waits already" : `${room} runs wait already`;
      return skip(
        unfinished.find((run) => run.state === "QUEUED") ?? newest,
        `The overlap policy is ${policy}, and ${full}.`,
      );
    }
    case "CANCEL_RUNNING":
    case "TERMINATE_RUNNING":
      return takeOver(policy, unfinished, inTheWay);
  }
}

/** Asked for one by one, by a person or by the end of a run: each is wanted for itself. */
const KEEPS_PLACE: readonly RunTrigger[] = ["MANUAL", "REDRIVE", "FOLLOW_UP"];

/** What waits without having started is ended with no ado; what was asked for keeps its place in the queue. */
function takeOver(policy: OverlapPolicy, unfinished: readonly Unfinished[], inTheWay: Unfinished): OverlapDecision {
  const why = `A later occurrence of this task fell due, and its overlap policy is ${policy}.`;
  const gentle = policy === "CANCEL_RUNNING";
  const going = unfinished.filter((run) => run.state === "RUNNING");
  const stop = unfinished
    .filter((run) =>
      run.state === "QUEUED"
        ? !KEEPS_PLACE.includes(run.trigger)
        : !(gentle && run.state === "RUNNING" && run.stopping),
    )
    .map((run) => ({ id: run.id, how: gentle && run.state === "RUNNING" ? "CANCEL" : "END", why }) as const);
  if (!gentle || going.length === 0) return { ...START, stop };
  return { ...wait(inTheWay, "Waits for an earlier run to stop: the overlap policy is CANCEL_RUNNING."), stop };
}

const skip = (by: Unfinished, why: string): OverlapDecision => ({ action: "SKIP", blockedBy: by.id, why, stop: [] });
const wait = (by: Unfinished, why: string): OverlapDecision => ({ action: "WAIT", blockedBy: by.id, why, stop: [] });
