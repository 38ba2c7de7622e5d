// Gives due runs of a queue to a worker. Their start is committed before the answer: an answer that is lost costs one lease.
import { ok, type Result } from "../errors.ts";
import { checkClaim } from "../input/worker.ts";
import { ownerOf, queueLane } from "../lanes.ts";
import type { Claimed } from "../ports.ts";
import { fillJson, lookupFor } from "../template.ts";
import { firstSignMs } from "../timeouts.ts";
import type { Json } from "../types.ts";
import type { Deps } from "./deps.ts";

/** Runs that an overlap policy takes out of the way make room for others, so many times. */
const ROUNDS = 10;

export interface WorkerClaim extends Claimed {
  readonly leaseUntil: number;
  readonly deadline: number;
}

const NO_SECRETS: ReadonlyMap<string, string> = new Map();

/** The run's own places are filled in; secrets are not to be had through the API. */
const filled = ({ run, task, payload, payloadLiteral }: Claimed): Json | undefined =>
  payload === undefined || payloadLiteral ? payload : fillJson(payload, lookupFor(run, task, NO_SECRETS));

export async function claimRuns(
  deps: Deps,
  input: { queue: string; workerId: string; limit: number; lease: string },
): Promise<Result<WorkerClaim[]>> {
  const checked = checkClaim(input);
  if (!checked.ok) return checked;
  const { queue, workerId, limit, leaseMs } = checked.value;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const leaseUntil = now + leaseMs;
    const claims: WorkerClaim[] = [];
    for (let round = 0; round < ROUNDS && claims.length < limit; round++) {
      const slots = { [queueLane(queue, deps.store.namespaceId ?? undefined)]: limit - claims.length };
      const { claimed, more } = await tx.claim({ instanceId: ownerOf(workerId), now, leaseUntil, slots });
      for (const each of claimed) {
        const deadline = now + each.task.timeoutMs;
        claims.push({
          ...each,
          payload: filled(each),
          deadline,
          leaseUntil: Math.min(leaseUntil, now + firstSignMs(each.task)),
        });
      }
      if (!more) break;
    }
    return ok(claims);
  });
}
