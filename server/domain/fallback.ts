// The fallback target: called once the retries of a run are used up, as one more attempt of the same run. Pure.
import type { Decision } from "./after-attempt.ts";
import { laneOf } from "./lanes.ts";
import { DEFAULT_NAMESPACE } from "./namespace.ts";
import { cut } from "./said.ts";
import type { FallbackCall, Run, RunError, Target, Task } from "./types.ts";

/** A part of the message is enough to tell why; the attempts have the whole one. */
const SAID_LENGTH = 300;

/** What the run's next attempt calls. When the task has lost its fallback target meanwhile, it is the target once more. */
export const targetOf = ({ fallback }: Pick<Run, "fallback">, task: Pick<Task, "target" | "fallbackTarget">): Target =>
  (fallback === null ? null : task.fallbackTarget) ?? task.target;

const errorWords = (error: RunError | null): string =>
  error === null ? "no reason was given" : `${error.code}: ${cut(error.message, SAID_LENGTH)}`;

const attemptsWords = (attempts: number): string =>
  attempts === 1 ? "its only attempt failed" : `${attempts} attempts failed`;

/** The run would end FAILED by a failure of its own: the fallback target is called before. A pause of the task stays. */
export function callFallback(
  decision: Decision,
  { fallbackTarget: target, queue, namespaceId }: Partial<Pick<Task, "fallbackTarget" | "queue" | "namespaceId">>,
  counted: number,
  error: RunError | null,
  now: number,
): Decision {
  if (decision.state !== "FAILED" || !target) return decision;
  const attempts = decision.why ?? "Its only attempt failed.";
  return {
    ...decision,
    state: "RETRYING",
    dueAt: now,
    why: `${attempts} The fallback target is called.`,
    event: "RETRY_PLANNED",
    fallback: { attempts: counted, error: error ?? { code: "INTERNAL", message: "no reason was given" } },
    lane: laneOf({ target, queue: queue ?? null, namespaceId: namespaceId ?? DEFAULT_NAMESPACE }),
  };
}

export const fallbackSucceeded = ({ attempts, error }: FallbackCall): string =>
  `Done by the fallback target after ${attemptsWords(attempts)}: ${errorWords(error)}`;

export const fallbackFailed = (call: FallbackCall, error: RunError | null): string =>
  `The fallback target failed, too (${errorWords(error)}), after ${attemptsWords(call.attempts)} (${errorWords(call.error)}).`;
