// What a worker says about a run it holds. All of it is fenced by the attempt's number and the worker's name: what a lost attempt
// says changes nothing, is answered with STALE_LEASE and noted.

import { afterAttempt, type Decision, type Failure as Failed } from "../after-attempt.ts";
import { pauseWanted } from "../auto-pause.ts";
import { fail, ok, type Result, refuse } from "../errors.ts";
import { checkText } from "../input/text.ts";
import { checkCode, checkFence, checkLease, type Fence, optionalDuration } from "../input/worker.ts";
import { ownerOf } from "../lanes.ts";
import { ERROR_LENGTH, LINES_AT_ONCE, LOG_LINE_LENGTH, PROGRESS_MESSAGE_LENGTH, RETRY_DELAY_MS } from "../limits.ts";
import { createTail } from "../output-tail.ts";
import type { Completion, Report, StoreTransaction } from "../ports.ts";
import { bounded, clean, cut } from "../said.ts";
import type { Attempt, AttemptOutcome, FailureFacts, Json, LogLevel, Run, RunError, Task } from "../types.ts";
import { type Deps, notFound } from "./deps.ts";

interface Held {
  readonly run: Run;
  readonly attempt: Attempt;
  readonly task: Task;
  readonly now: number;
}

/** Runs `work` while the worker holds the run. `endedAs`: outcomes of this very attempt that make the call a repeated one. */
async function whileHeld<T>(
  deps: Deps,
  fence: Fence,
  work: (tx: StoreTransaction, held: Held) => Promise<Result<T>>,
  endedAs?: { outcomes: readonly AttemptOutcome[]; answer: (run: Run) => T },
): Promise<Result<T>> {
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const run = await tx.run(fence.runId);
    if (!run) return fail({ ...notFound("run", fence.runId), field: ["runId"] });
    const attempt = await tx.attempt(fence.runId, fence.attempt);
    const owner = ownerOf(fence.workerId);
    if (attempt && attempt.instanceId !== owner)
      return refuse(
        "FORBIDDEN",
        ["workerId"],
        `Attempt ${fence.attempt} of the run is not held by the worker ${fence.workerId}.`,
      );
    if (attempt && run.state === "RUNNING" && run.attempt === fence.attempt) {
      const task = await tx.task(run.taskId);
      if (!task) throw new Error(`Run ${run.id} has no task`);
      return work(tx, { run, attempt, task, now });
    }
    if (attempt?.outcome && endedAs?.outcomes.includes(attempt.outcome)) return ok(endedAs.answer(run));
    if (attempt) await tx.noteLate(now, run.id);
    const fate = attempt?.outcome ? `has ended as ${attempt.outcome}` : "does not hold the run";
    return refuse(
      "STALE_LEASE",
      ["attempt"],
      `Attempt ${fence.attempt} ${fate}; the run is ${run.state} at attempt ${run.attempt}. Give it up and claim anew.`,
    );
  });
}

const reportOf = (fence: Fence, at: number, said: Partial<Report>): Report => ({
  instanceId: ownerOf(fence.workerId),
  at,
  lines: [],
  progress: [],
  completions: [],
  ...said,
});
const changed = async (tx: StoreTransaction, { runId }: Fence): Promise<Result<Run>> =>
  ok((await tx.run(runId)) as Run);

export interface Heartbeat {
  readonly run: Run;
  readonly cancelRequested: boolean;
  readonly leaseUntil: number | null;
}

/** A run that is to be stopped is not renewed: a worker that does not react loses it with its lease. */
export async function heartbeatRun(deps: Deps, input: Fence & { lease: string }): Promise<Result<Heartbeat>> {
  const collector = checkFence(input);
  const leaseMs = collector.take(checkLease(input.lease));
  const checked = collector.finish(() => leaseMs as number);
  if (!checked.ok) return checked;
  return whileHeld<Heartbeat>(deps, input, async (tx, { run, attempt, task, now }) => {
    if (run.cancelRequestedAt !== null) return ok({ run, cancelRequested: true, leaseUntil: null });
    const silentUntil = now + (task.silenceTimeoutMs ?? Number.POSITIVE_INFINITY);
    const leaseUntil = Math.min(now + checked.value, attempt.startedAt + task.timeoutMs, silentUntil);
    await tx.renewLeases(attempt.instanceId, leaseUntil, [input]);
    return ok({ run, cancelRequested: false, leaseUntil });
  });
}

export async function appendRunLog(
  deps: Deps,
  input: Fence & { lines: readonly { level: LogLevel; text: string }[] },
): Promise<Result<Run>> {
  const collector = checkFence(input);
  const { length } = input.lines;
  if (length < 1 || length > LINES_AT_ONCE)
    collector.take(refuse("OUT_OF_RANGE", ["lines"], `lines has ${length} entries; give 1 to ${LINES_AT_ONCE}.`));
  const checked = collector.finish(() => true);
  if (!checked.ok) return checked;
  return whileHeld(deps, input, async (tx, { run, now: at }) => {
    const lines = input.lines.map(({ level, text }) => {
      return { runId: run.id, attempt: run.attempt, at, level, text: cut(clean(text), LOG_LINE_LENGTH) };
    });
    await tx.report(reportOf(input, at, { lines }));
    return ok(run);
  });
}

export async function reportProgress(
  deps: Deps,
  input: Fence & { progress: number; message?: string | null | undefined },
): Promise<Result<Run>> {
  const collector = checkFence(input);
  if (!(input.progress >= 0 && input.progress <= 1))
    collector.take(
      refuse("OUT_OF_RANGE", ["progress"], `progress ${input.progress} is not from 0 to 1. Example: 0.5.`),
    );
  const rule = { most: PROGRESS_MESSAGE_LENGTH, example: "12 of 40 files" };
  const message = input.message == null ? null : collector.take(checkText(["message"], input.message, rule));
  const checked = collector.finish(() => message ?? null);
  if (!checked.ok) return checked;
  return whileHeld(deps, input, async (tx, { run, now }) => {
    const progress = { runId: run.id, attempt: run.attempt, progress: input.progress, message: checked.value };
    await tx.report(reportOf(input, now, { progress: [progress] }));
    return changed(tx, input);
  });
}

/** Short lines: more than 2 KiB of them are not kept. */
const LAST_LINES = 100;

async function outputTail(tx: StoreTransaction, { id, attempt }: Run): Promise<string | null> {
  const tail = createTail();
  for (const line of await tx.lastLines(id, attempt, LAST_LINES)) tail.add(line);
  return tail.text();
}

const itself = (run: Run): Run => run;
const failureOf = (run: Run, error: RunError | null, at: number, facts: FailureFacts = {}): Failed => {
  return { runId: run.id, error, facts, since: run.startedAt ?? at, fallback: run.fallback };
};
const NO_HELP = "Its worker said that another attempt does not help.";
const countedOf = (run: Run): number => run.attempt - run.crashes - run.interruptions;

export async function completeRun(deps: Deps, input: Fence & { result?: unknown }): Promise<Result<Run>> {
  const checked = checkFence(input).finish(() => true);
  if (!checked.ok) return checked;
  const complete = async (tx: StoreTransaction, { run, task, now: at }: Held) => {
    const decision = afterAttempt("SUCCEEDED", failureOf(run, null, at), task, countedOf(run), at, 0);
    const key = { runId: run.id, attempt: run.attempt, at, outcome: "SUCCEEDED" as const, error: null };
    const said = { outputTail: await outputTail(tx, run) };
    const completion: Completion = { ...key, ...said, ...decision, ...bounded(input.result as Json | undefined) };
    await pauseWanted(tx, await tx.report(reportOf(input, at, { completions: [completion] })), at, deps.newId);
    return changed(tx, input);
  };
  return whileHeld(deps, input, complete, { outcomes: ["SUCCEEDED"], answer: itself });
}

export interface Failure extends Fence {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfter?: string | null | undefined;
}

/** A run that was to be stopped is CANCELLED, whatever the worker calls its end. */
export async function failRun(deps: Deps & { random: () => number }, input: Failure): Promise<Result<Run>> {
  const collector = checkFence(input);
  const code = collector.take(checkCode(input.code));
  const wait = collector.take(optionalDuration("retryAfter", input.retryAfter, RETRY_DELAY_MS));
  const checked = collector.finish(() => ({
    error: { code: code as string, message: cut(clean(input.message), ERROR_LENGTH) },
    retryAfterMs: wait ?? null,
  }));
  if (!checked.ok) return checked;
  const { error, retryAfterMs } = checked.value;
  const end = async (tx: StoreTransaction, { run, task, now: at }: Held) => {
    const cancelled = run.cancelRequestedAt !== null;
    const outcome = cancelled ? ("CANCELLED" as const) : ("FAILED" as const);
    const said: RunError = cancelled
      ? { code: "CANCELLED", message: run.why ?? "Cancelled while it was running." }
      : error;
    const failure = failureOf(run, said, at, input.retryable ? {} : { permanent: NO_HELP });
    const decided = afterAttempt(outcome, failure, task, countedOf(run), at, deps.random());
    const decision = workerWish(decided, retryAfterMs, at);
    const key = { runId: run.id, attempt: run.attempt, at, outcome, error: said };
    const last = { outputTail: await outputTail(tx, run) };
    const completion: Completion = { ...key, ...last, ...decision, result: null, resultTruncated: false };
    const line = (level: LogLevel, text: string) => ({ runId: run.id, attempt: run.attempt, at, level, text });
    const lines = cancelled ? [] : [line("ERROR", `${error.code}: ${error.message}`)];
    if (decision.fallback && decision.why) lines.push(line("WARN", decision.why));
    const report = reportOf(input, at, { completions: [completion], lines });
    await pauseWanted(tx, await tx.report(report), at, deps.newId);
    return changed(tx, input);
  };
  return whileHeld(deps, input, end, { outcomes: ["FAILED", "CANCELLED"], answer: itself });
}

/** When the worker wants the next attempt of its kind; the fallback target is called at once. */
function workerWish(decided: Decision, retryAfterMs: number | null, now: number): Decision {
  if (decided.state !== "RETRYING" || decided.fallback || retryAfterMs === null) return decided;
  const why = `Its worker asked for the next attempt after ${retryAfterMs / 1_000} s.`;
  return { ...decided, dueAt: now + retryAfterMs, why };
}
