// Carries out one attempt: runs the target under its time limit, cuts what it says to size, and decides how it ended.
import { afterAttempt } from "../domain/after-attempt.ts";
import type { ModuleCatalog } from "../domain/input/target.ts";
import { ERROR_LENGTH, LOG_BYTES, LOG_LINE_LENGTH, LOG_LINES, PROGRESS_MESSAGE_LENGTH } from "../domain/limits.ts";
import { createTail } from "../domain/output-tail.ts";
import type { Claimed, Clock, Completion, Runner, TargetResult } from "../domain/ports.ts";
import { bounded, clean, cut } from "../domain/said.ts";
import type { AttemptOutcome, FailureFacts, LogLevel, RunError, Task } from "../domain/types.ts";
import { PayloadError, prepare, SecretError, type SecretReader } from "./prepare.ts";
import type { Recorder } from "./recorder.ts";
import { SAME_AGAIN } from "./targets/module-protocol.ts";
import { type TimeUp, timeUpText, watchTime } from "./time-up.ts";

/** Why an attempt was stopped from outside. LEASE_LOST: nothing is recorded, somebody else holds the run. */
export type StopReason = TimeUp | "CANCEL" | "SHUTDOWN" | "LEASE_LOST";

export interface AttemptDeps {
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly random: () => number;
  readonly secrets: SecretReader;
  readonly modules: Pick<ModuleCatalog, "find">;
}

function ownFailure(error: Error): RunError & FailureFacts {
  const { message } = error;
  if (error instanceof SecretError) return { code: "SECRET_UNAVAILABLE", message };
  if (error instanceof PayloadError) return { code: "INVALID_PAYLOAD", message, permanent: SAME_AGAIN };
  return { code: "INTERNAL", message: `Cronograph itself failed: ${message}` };
}

export async function carryOut(
  { clock, recorder, random, secrets, modules }: AttemptDeps,
  claimed: Claimed,
  runner: Runner,
  stop: AbortController,
): Promise<void> {
  const { run, task } = claimed;
  const key = { runId: run.id, attempt: run.attempt };
  let mask = (text: string) => text;
  const allow = createLogAllowance();
  const tail = createTail();
  const line = (level: LogLevel, said: string) => {
    const text = cut(clean(mask(said)), LOG_LINE_LENGTH);
    tail.add(text);
    time.alive();
    if (allow(text)) recorder.line({ ...key, at: clock.now(), level, text });
  };
  const time = watchTime(task, clock, (reason) => stop.abort(reason));
  let result: TargetResult;
  try {
    const prepared = await prepare(claimed, secrets, modules);
    mask = prepared.mask;
    result = await runner.run({
      run,
      task,
      at: clock.now(),
      target: prepared.target,
      payload: prepared.payload,
      signal: stop.signal,
      log: line,
      alive: time.alive,
      progress: (fraction, message) => {
        time.alive();
        recorder.progress({
          ...key,
          progress: Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0)),
          message: message === null ? null : cut(clean(mask(message)), PROGRESS_MESSAGE_LENGTH),
        });
      },
    });
  } catch (error) {
    result = { ok: false, error: ownFailure(error as Error) };
  } finally {
    time.stop();
  }
  const reason = stop.signal.aborted ? (stop.signal.reason as StopReason) : undefined;
  if (reason === "LEASE_LOST") return;
  const { outcome, error } = judge(masked(result, mask), reason, task);
  const at = clock.now();
  const counted = run.attempt - run.crashes - run.interruptions;
  const facts = result.ok || reason !== undefined ? {} : result.error;
  const since = run.startedAt ?? at;
  const failure = { runId: run.id, error, facts, since, fallback: run.fallback };
  const decision = afterAttempt(outcome, failure, task, counted, at, random());
  const outputTail = tail.text();
  if (error && outcome !== "CANCELLED" && outcome !== "INTERRUPTED") line("ERROR", `${error.code}: ${error.message}`);
  if (decision.fallback && decision.why) line("WARN", decision.why);
  const completion: Completion = {
    ...key,
    at,
    outcome,
    error,
    outputTail,
    ...decision,
    ...bounded(result.result, mask),
  };
  await recorder.complete(completion);
}

/**
 * Lets through one line more than is kept of a run: the store marks the cut there. What a flooding target says beyond it never
 * waits in memory.
 */
function createLogAllowance(): (text: string) => boolean {
  let lines = 0;
  let bytes = 0;
  return (text) => {
    if (lines > LOG_LINES || bytes > LOG_BYTES) return false;
    lines++;
    bytes += Buffer.byteLength(text);
    return true;
  };
}

function masked(result: TargetResult, mask: (text: string) => string): TargetResult {
  return result.ok ? result : { ...result, error: { ...result.error, message: mask(result.error.message) } };
}

/** A target that finished well before it noticed a stop has finished well. */
function judge(
  result: TargetResult,
  reason: StopReason | undefined,
  task: Task,
): { outcome: Exclude<AttemptOutcome, "LOST">; error: RunError | null } {
  if (result.ok) return { outcome: "SUCCEEDED", error: null };
  switch (reason) {
    case "TIMEOUT":
    case "START_TIMEOUT":
    case "SILENCE_TIMEOUT":
      return { outcome: "TIMED_OUT", error: { code: reason, message: timeUpText(reason, task) } };
    case "CANCEL":
      return { outcome: "CANCELLED", error: { code: "CANCELLED", message: "Cancelled while it was running." } };
    case "SHUTDOWN":
      return { outcome: "INTERRUPTED", error: { code: "INTERRUPTED", message: "Its instance was shut down." } };
    default:
      return {
        outcome: "FAILED",
        error: { ...result.error, message: cut(clean(result.error.message), ERROR_LENGTH) },
      };
  }
}
