// What workers do: each mutation is one command of the domain.
import { claimRuns } from "../../domain/commands/claim-runs.ts";
import { appendRunLog, completeRun, failRun, heartbeatRun, reportProgress } from "../../domain/commands/report-run.ts";
import { RequestError, type Result } from "../../domain/errors.ts";
import { checkQueue, checkWorkerId } from "../../domain/input/worker.ts";
import type { Run } from "../../domain/types.ts";
import type { Feed } from "../../events/feed.ts";
import type { QueueNews, WorkerQueues } from "../../events/worker-queues.ts";
import { userErrors } from "./errors.ts";
import type { Resolvers } from "./generated.ts";

const runPayload = (result: Result<Run>) => ({ run: result.ok ? result.value : null, userErrors: userErrors(result) });

export const workerMutations = {
  claimRuns: async (_, { input }, { services }) => {
    const result = await claimRuns(services, input);
    const claims = result.ok ? result.value : [];
    return {
      claims: claims.map(({ run, payload, leaseUntil, deadline }) => {
        return { run, attempt: run.attempt, payload, leaseUntil, deadline };
      }),
      userErrors: userErrors(result),
    };
  },
  heartbeatRun: async (_, { input }, { services }) => {
    const result = await heartbeatRun(services, input);
    const held = result.ok ? result.value : { run: null, cancelRequested: false, leaseUntil: null };
    return { ...held, userErrors: userErrors(result) };
  },
  appendRunLog: async (_, { input }, { services }) => runPayload(await appendRunLog(services, input)),
  reportProgress: async (_, { input }, { services }) => runPayload(await reportProgress(services, input)),
  completeRun: async (_, { input }, { services }) => runPayload(await completeRun(services, input)),
  failRun: async (_, { input }, { services }) => runPayload(await failRun(services, input)),
} satisfies Resolvers["Mutation"];

/** Names for a subscription, which has no `userErrors`. */
export function names(queue: string, workerId: string | null | undefined): { queue: string; workerId: string | null } {
  const checks = [checkQueue(["queue"], queue), ...(workerId == null ? [] : [checkWorkerId(["workerId"], workerId)])];
  for (const check of checks) {
    const error = check.ok ? undefined : check.errors[0];
    if (error) throw new RequestError(error.code, error.message);
  }
  return { queue, workerId: workerId ?? null };
}

/** @throws RequestError when it is no name of a worker */
export function checkedWorkerId(workerId: string): string {
  const checked = checkWorkerId(["workerId"], workerId);
  if (checked.ok) return checked.value;
  const [error] = checked.errors;
  throw new RequestError(error?.code ?? "INVALID_CHARACTERS", error?.message ?? workerId);
}

/** Nobody else is told the same: what is to be stopped is this worker's. */
export function createQueueFeed(
  workers: WorkerQueues,
  namespaceId: string,
  queue: string,
  workerId: string | null,
  id: string,
): Feed<QueueNews> {
  return {
    key: `runsAvailable ${id}`,
    head: async () => 0,
    listen({ hear, end, fail }) {
      const source = workers.follow(queue, workerId, namespaceId);
      let at = 0;
      const follow = async () => {
        for await (const value of source) hear({ values: [{ at: ++at, value }], through: at });
        end();
      };
      follow().catch(fail);
      return () => void source.return?.();
    },
  };
}
