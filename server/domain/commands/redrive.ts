// Does ended runs again: one of any outcome, or many dead letters; and takes dead letters off the list.
import { fail, ok, type Result, shown, type UserError } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkGiven, lookUp } from "../input/payload.ts";
import { checkId, checkInteger, checkKey, checkPayload, checkText } from "../input/text.ts";
import { fromTask } from "../lanes.ts";
import { MAX_RATE, MAX_REDRIVE, REASON_LENGTH } from "../limits.ts";
import type { NewRun, RunQuery } from "../ports.ts";
import { overQuota } from "../quota.ts";
import { isFinal } from "../run-states.ts";
import type { Json, Run, Task } from "../types.ts";
import { type Deps, notFound, once } from "./deps.ts";

export interface RetryRun {
  readonly id: string;
  /** Undefined: the old run's payload; null: none. */
  readonly payload?: unknown;
  readonly again: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

export async function retryRun(deps: Deps, input: RetryRun): Promise<Result<Run>> {
  const collector = new Collector();
  collector.take(checkId(["id"], input.id));
  const payload = collector.take(checkPayload(["payload"], input.payload));
  const key =
    typeof input.idempotencyKey === "string"
      ? collector.take(checkKey(["idempotencyKey"], input.idempotencyKey))
      : undefined;
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  const old = (await deps.store.runsById([input.id])).get(input.id);
  const known = old && (await deps.store.tasksById([old.taskId])).get(old.taskId);
  const fits = await checkGiven(input.payload, payload, known, deps.modules);
  if (!fits.ok) return fits;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const { idempotencyKey: _, ...rest } = input;
    const made = await once(tx, deps, "retryRun", key, rest, async () => {
      const run = await tx.run(input.id);
      if (!run) return fail(notFound("run", input.id));
      const task = (await tx.task(run.taskId)) as Task;
      const hindrance = whyNot(run, task, input.again);
      if (hindrance) return fail({ code: "ILLEGAL_STATE", field: ["id"], message: hindrance });
      const over = await overQuota(tx, task.namespaceId, "waitingRuns");
      if (over) return over;
      const given = input.payload !== undefined;
      const id = deps.newId();
      await tx.insertRuns(now, [redriven(id, run, task, now, now, given, payload)]);
      await tx.linkRedriven(now, [{ from: run.id, to: id, copy: run.hasPayload && !given }]);
      return ok(id);
    });
    if (!made.ok) return made;
    return ok((await tx.run(made.value)) as Run);
  });
}

function whyNot(run: Run, task: Task, again: boolean): string | null {
  if (!isFinal(run.state)) return `The run has not ended: it is ${run.state}. Only a run that has ended is done again.`;
  if (task.deletedAt !== null) return "The run's task was deleted: there is nothing to be done again.";
  if (run.redrivenByRunId !== null && !again)
    return `The run was done again already, by the run ${run.redrivenByRunId}. Say again: true to do it once more.`;
  return null;
}

/** It stands for the same instant and waits for its turn, as a run by hand does. */
const redriven = (
  id: string,
  run: Run,
  task: Task,
  now: number,
  dueAt: number,
  given: boolean,
  payload: Json | undefined,
): NewRun => ({
  ...fromTask(task, payload),
  // A payload that is copied is not read: it has its key already.
  ...(run.hasPayload && !given ? { queueKey: run.queueKey } : {}),
  id,
  trigger: "REDRIVE",
  redriveOfRunId: run.id,
  state: "QUEUED",
  scheduledFor: run.scheduledFor,
  effectiveAt: dueAt,
  dueAt,
  late: false,
  why: dueAt > now ? "Done again with others, so many a minute." : null,
  hasPayload: given || run.hasPayload,
  payload,
});

export interface RedriveRuns {
  readonly ids?: readonly string[] | null | undefined;
  readonly query: RunQuery;
  readonly payload?: unknown;
  readonly dryRun: boolean;
  readonly limit: number;
  readonly rate?: number | null | undefined;
}

export interface Redriven {
  readonly count: number;
  readonly remaining: number;
  readonly runs: readonly Run[];
}

export async function redriveRuns(deps: Deps, input: RedriveRuns): Promise<Result<Redriven>> {
  const collector = new Collector();
  const ids = checkIds(collector, input.ids);
  const payload = collector.take(checkPayload(["payload"], input.payload));
  collector.take(checkInteger(["limit"], input.limit, 1, MAX_REDRIVE));
  const rate = input.rate ?? null;
  if (rate !== null) collector.take(checkInteger(["rate"], rate, 1, MAX_RATE));
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  const given = input.payload !== undefined;
  const gapMs = rate === null ? 0 : 60_000 / rate;
  const modules = given
    ? await lookUp(
        deps.modules,
        (await deps.modules.list()).map(({ name }) => name),
      )
    : deps.modules;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const { runs: found, total } = await tx.deadLetters(input.query, { ids, living: true }, input.limit);
    const answer = { count: found.length, remaining: total - found.length, runs: [] };
    const tasks = new Map<string, Task>();
    for (const { taskId } of found) if (!tasks.has(taskId)) tasks.set(taskId, (await tx.task(taskId)) as Task);
    for (const task of tasks.values()) {
      const fits = await checkGiven(input.payload, payload, task, modules);
      if (!fits.ok) return unfit(task, fits.errors);
    }
    if (input.dryRun || found.length === 0) return ok(answer);
    const over = await overQuota(tx, deps.store.namespaceId, "waitingRuns", found.length);
    if (over) return over;
    const added = found.map((run, index) => {
      const dueAt = now + Math.floor(index * gapMs);
      return redriven(deps.newId(), run, tasks.get(run.taskId) as Task, now, dueAt, given, payload);
    });
    const runs = await tx.insertRuns(now, added);
    const links = added.map((to, index) => {
      const from = found[index] as Run;
      return { from: from.id, to: to.id, copy: from.hasPayload && !given };
    });
    await tx.linkRedriven(now, links);
    return ok({ ...answer, runs: runs.slice(0, 100) });
  });
}

const unfit = (task: Task, errors: readonly UserError[]): Result<never> =>
  fail(...errors.map((error) => ({ ...error, message: `For ${shown(task.name)}: ${error.message}` })));

export interface DismissRuns {
  readonly ids?: readonly string[] | null | undefined;
  readonly query: RunQuery;
  readonly reason: string;
}

export async function dismissRuns(
  deps: Deps,
  input: DismissRuns,
): Promise<Result<{ readonly count: number; readonly remaining: number }>> {
  const collector = new Collector();
  const ids = checkIds(collector, input.ids);
  const rule = { least: 1, most: REASON_LENGTH, lines: true, example: "Sent by hand instead" };
  const reason = collector.take(checkText(["reason"], input.reason, rule));
  if (reason === undefined || collector.errors.length > 0) return { ok: false, errors: collector.errors };
  return deps.store.write(async (tx) => {
    const { runs, total } = await tx.deadLetters(input.query, { ids, living: false }, MAX_REDRIVE);
    await tx.dismissRuns(
      deps.clock.now(),
      runs.map(({ id }) => id),
      reason,
    );
    return ok({ count: runs.length, remaining: total - runs.length });
  });
}

/** Null: whatever id. */
function checkIds(collector: Collector, ids: readonly string[] | null | undefined): readonly string[] | null {
  if (!ids) return null;
  collector.take(checkInteger(["ids"], ids.length, 0, MAX_REDRIVE));
  for (const [index, id] of ids.slice(0, MAX_REDRIVE).entries()) collector.take(checkId(["ids", String(index)], id));
  return ids;
}
