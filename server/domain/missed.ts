// Decides about occurrences whose time has passed without a start: all processes were down, the clock jumped, or the task was paused.
// Each gets a row with its reason. Pure.

import { shownInstant, shownLength } from "./instant.ts";
import { EXECUTION_WINDOW_MS, LIMIT_REACHED, MAX_CATCH_UP_ROWS } from "./limits.ts";
import { occurrenceRow, type Plan, type PlanContext, planAhead, restsBetweenRuns, runsLeft } from "./planning.ts";
import type { NewRun, RunChange } from "./ports.ts";
import type { Count, Occurrence } from "./schedule/index.ts";
import type { Run, Task } from "./types.ts";

interface Passed {
  readonly at: number;
  readonly occurrence: Occurrence;
  /** The row that was planned for it, when there is one. */
  readonly run: Run | undefined;
}

/** What becomes of one of them. */
interface Verdict {
  readonly state: "QUEUED" | "HELD" | "MISSED";
  readonly dueAt: number | null;
  readonly heldUntil: number | null;
  readonly why: string;
}

const MINUTE_MS = 60_000;

/**
 * Occurrences that nobody took within the execution window by the task's missed-run policy, then planning ahead. `overdue`: the
 * task's SCHEDULED runs from before the window, oldest first.
 */
export function catchUp(task: Task, overdue: readonly Run[], context: PlanContext): Plan {
  const { now, newId, table } = context;
  const until = now - EXECUTION_WINDOW_MS;
  const known = !restsBetweenRuns(task) && task.plannedThrough < until;
  const unplanned = known
    ? table.newest(task.plannedThrough, until, MAX_CATCH_UP_ROWS)
    : { occurrences: [], total: { count: 0, exact: true } };
  const passed: Passed[] = [
    ...overdue.map((run) => ({ at: run.scheduledFor, occurrence: occurrenceOf(run), run })),
    ...unplanned.occurrences
      .filter(({ effectiveAt }) => effectiveAt <= until)
      .map((occurrence) => ({ at: occurrence.at, occurrence, run: undefined })),
  ];
  const verdicts = judge(task, passed, context);
  const runs: NewRun[] = [];
  const changes: RunChange[] = [];
  const omitted = unplanned.total.count - unplanned.occurrences.length;
  if (omitted > 0)
    runs.push(
      summary(task, { ...unplanned.total, count: omitted }, until, context, "MISSED", "nobody could run them in time"),
    );
  for (const { at, occurrence, run } of passed) {
    const verdict = verdicts.get(at) as Verdict;
    if (run) changes.push(changed(run, verdict, now));
    else runs.push(occurrenceRow(task, newId, occurrence, { ...verdict, late: true }));
  }
  for (const occurrence of unplanned.occurrences.filter(({ effectiveAt }) => effectiveAt > until)) {
    runs.push(occurrenceRow(task, newId, occurrence, { state: "SCHEDULED", late: false, why: null }));
  }
  // As many as the maximum of runs allows were planned: whether more follow is decided when these have started or not.
  if (task.plannedThrough === LIMIT_REACHED) return { runs, changes, plannedThrough: LIMIT_REACHED };
  const plannedThrough = Math.max(task.plannedThrough, until);
  const started = [...verdicts.values()].filter(({ state }) => state !== "MISSED").length;
  const progress = { ...context.progress, pending: context.progress.pending - overdue.length + started };
  const ahead = planAhead({ ...task, plannedThrough }, { ...context, progress });
  return { runs: [...runs, ...ahead.runs], changes, plannedThrough: ahead.plannedThrough };
}

const occurrenceOf = (run: Run): Occurrence => ({ at: run.scheduledFor, effectiveAt: run.effectiveAt, notes: [] });

const changed = (run: Run, { state, dueAt, heldUntil, why }: Verdict, now: number): RunChange => ({
  id: run.id,
  state,
  dueAt,
  heldUntil,
  finishedAt: state === "MISSED" ? now : null,
  why,
  late: true,
  event: state,
});

function judge(task: Task, passed: readonly Passed[], { now, progress }: PlanContext): Map<number, Verdict> {
  const oldest = now - Math.min(task.catchUpWindowMs, task.startDeadlineMs ?? Number.POSITIVE_INFINITY);
  const eligible = passed.filter(({ occurrence }) => occurrence.effectiveAt >= oldest);
  const { hold } = task.catchUp;
  const held = hold !== null && task.schedule.kind !== "STARTUP" && eligible.length > hold.whenMoreThan ? hold : null;
  const overdue = passed.filter(({ run }) => run !== undefined).length;
  const left = runsLeft(task, { ...progress, pending: progress.pending - overdue });
  const taken = held ? [] : choose(task, eligible).slice(0, left);
  const dueAt = new Map(dueTimes(task, taken, now));
  return new Map(
    passed.map((each): [number, Verdict] => {
      const found = `Nobody could run it at ${shownInstant(each.occurrence.effectiveAt)}; that was found ${shownLength(now - each.occurrence.effectiveAt)} later.`;
      if (held && eligible.includes(each)) {
        const heldUntil = now + held.forMs;
        return [
          each.at,
          { state: "HELD", dueAt: null, heldUntil, why: `${found} ${holdWords(eligible.length, heldUntil, task)}` },
        ];
      }
      const due = dueAt.get(each.at);
      const none = { dueAt: null, heldUntil: null };
      return due === undefined
        ? [
            each.at,
            { ...none, state: "MISSED", why: `${found} ${missedWords(task, each.occurrence.effectiveAt, now)}` },
          ]
        : [
            each.at,
            {
              ...none,
              state: "QUEUED",
              dueAt: due,
              why: `${found} The missed-run policy ${task.missedRunPolicy} runs it now.`,
            },
          ];
    }),
  );
}

const holdWords = (count: number, until: number, task: Task): string =>
  `${count} such occurrences are held for a person to decide; at ${shownInstant(until)} the missed-run policy ${task.missedRunPolicy} does.`;

/** Those that the missed-run policy has run after all, in the order in which they start. */
export function choose<T>(task: Task, eligible: readonly T[]): T[] {
  const newest = (count: number): T[] => (count === 0 ? [] : eligible.slice(-count));
  const taken = (): T[] => {
    if (task.schedule.kind === "STARTUP") return [];
    switch (task.missedRunPolicy) {
      case "SKIP":
        return [];
      case "LAST":
        return newest(1);
      case "LAST_N":
        return newest(task.catchUp.limit);
      case "ALL":
        return newest(MAX_CATCH_UP_ROWS);
    }
  };
  return task.catchUp.order === "OLDEST_FIRST" ? taken() : taken().reverse();
}

/** When each may start, in the given order: at the task's rate, or at once, and then the oldest before younger ones of other tasks. */
export function dueTimes(
  task: Task,
  ordered: readonly { readonly at: number }[],
  now: number,
): [at: number, dueAt: number][] {
  const { ratePerMinute, order } = task.catchUp;
  return ordered.map(({ at }, index) => {
    if (ratePerMinute !== null) return [at, now + Math.floor((index * MINUTE_MS) / ratePerMinute)];
    return [at, order === "OLDEST_FIRST" ? Math.min(at, now) : now - ordered.length + index];
  });
}

function missedWords(task: Task, at: number, now: number): string {
  const { missedRunPolicy: policy, startDeadlineMs } = task;
  if (task.schedule.kind === "STARTUP") return "It belonged to an earlier start of the server.";
  if (policy === "SKIP") return "The missed-run policy is SKIP.";
  if (at < now - task.catchUpWindowMs)
    return `That is beyond the catch-up window of ${shownLength(task.catchUpWindowMs)}.`;
  if (startDeadlineMs !== null && at < now - startDeadlineMs)
    return `That is beyond the start deadline of ${shownLength(startDeadlineMs)}.`;
  if (policy === "LAST") return "The missed-run policy LAST runs a later one only.";
  const most = policy === "LAST_N" ? task.catchUp.limit : MAX_CATCH_UP_ROWS;
  return `The missed-run policy ${policy} runs the newest ${most} only, and no more than the task's maximum of runs.`;
}

/** One row for the `count` oldest occurrences after `task.plannedThrough`; it stands at the first of them. */
export function summary(
  task: Task,
  count: Count,
  until: number,
  { table, newId }: PlanContext,
  state: "MISSED" | "SKIPPED",
  because: string,
): NewRun {
  const first = table.next(task.plannedThrough)?.at ?? until;
  const many = `${count.exact ? "" : "more than "}${count.count}`;
  const why = `Stands for ${many} occurrences from ${shownInstant(first)} on: ${because}. The newest ${MAX_CATCH_UP_ROWS} have their own rows.`;
  return occurrenceRow(
    task,
    newId,
    { at: first, effectiveAt: first, notes: [] },
    { state, late: state === "MISSED", why },
  );
}
