// Why an instant was, is or is not an occurrence of a task, and what became of it: the schedule's own checks, then the task's state,
// then its history. Pure.

import { shownInstant } from "./instant.ts";
import { LIMIT_REACHED } from "./limits.ts";
import { mayBePruned } from "./retention.ts";
import type { Occurrence, SpecCheck, Timetable } from "./schedule/index.ts";
import { sentence } from "./sentence.ts";
import type { Run, Task, TaskState } from "./types.ts";

export type OccurrenceCheck =
  | SpecCheck
  | {
      readonly kind: "TASK_STATE";
      readonly passed: boolean | null;
      readonly message: string;
      readonly state: TaskState;
      readonly pausedAt: number | null;
    }
  | { readonly kind: "RUN"; readonly passed: boolean | null; readonly message: string; readonly run: Run | null };

export type CheckOf<K extends OccurrenceCheck["kind"]> = Extract<OccurrenceCheck, { kind: K }>;

export type Verdict = "NOT_DUE" | "WILL_RUN" | "WILL_NOT_RUN" | "RAN" | "DID_NOT_RUN" | "HELD" | "UNKNOWN";

export interface Explanation {
  readonly at: number;
  readonly verdict: Verdict;
  readonly summary: string;
  readonly checks: readonly OccurrenceCheck[];
  readonly run: Run | null;
  readonly previous: Occurrence | null;
  readonly next: Occurrence | null;
}

/** `run`: the row of this occurrence, or one before it that stands for several; null when there is none. */
export function explainOccurrence(task: Task, table: Timetable, run: Run | null, at: number, now: number): Explanation {
  const { occurrence, checks: found } = table.explain(at);
  const checks = found.map((check): SpecCheck => ({ ...check, message: sentence(check.message) }));
  const own = run?.scheduledFor === at ? run : null;
  // A row that stands for several says something about an instant only where the schedule names it.
  const told = own ?? (occurrence !== null && at <= now ? run : null);
  const usedUp = told === null && at > now && beyondMaximum(task, table, at, now);
  const state = stateCheck(task, told !== null, usedUp, at, now);
  const history = runCheck(task, told, own !== null, occurrence !== null, at, now);
  const verdict = judge(task, occurrence, told, usedUp, at, now);
  return {
    at,
    verdict,
    summary: summarise(verdict, checks, state, history),
    checks: [...checks, ...(occurrence === null && told === null ? [] : [state, history])],
    run: told,
    previous: table.previous(at),
    next: table.next(at),
  };
}

/** Whether the occurrences before it are as many as may still start. */
function beyondMaximum(task: Task, table: Timetable, at: number, now: number): boolean {
  if (task.maxRuns === null) return false;
  return task.plannedThrough === LIMIT_REACHED || table.count(now, at - 1).count >= task.maxRuns - task.runCount;
}

function stateCheck(task: Task, hasRun: boolean, usedUp: boolean, at: number, now: number): CheckOf<"TASK_STATE"> {
  const common = { kind: "TASK_STATE", state: task.state, pausedAt: task.pausedAt } as const;
  if (task.deletedAt !== null && at > task.deletedAt)
    return { ...common, passed: false, message: `The task was deleted at ${shownInstant(task.deletedAt)}.` };
  if (at < task.createdAt)
    return {
      ...common,
      passed: hasRun ? null : false,
      message: `The task was created only at ${shownInstant(task.createdAt)}.`,
    };
  if (task.state === "PAUSED" && at > (task.pausedAt ?? now)) {
    const reason = task.pauseReason ? ` ("${task.pauseReason}")` : "";
    const since = `The task has been paused since ${shownInstant(task.pausedAt ?? now)}${reason}`;
    return {
      ...common,
      passed: false,
      message: `${since}; what becomes of the occurrence is decided when it is resumed.`,
    };
  }
  if (task.state === "COMPLETED" && at > now) return { ...common, passed: false, message: completedWords(task) };
  if (usedUp)
    return {
      ...common,
      passed: false,
      message: `Earlier occurrences use up the task's maximum of ${task.maxRuns} runs, unless some of them do not start.`,
    };
  if (at <= now)
    return { ...common, passed: null, message: "What the task's state was then shows in its history below." };
  return { ...common, passed: true, message: "The task is active." };
}

const completedWords = ({ maxRuns, runCount }: Task): string =>
  maxRuns !== null && runCount >= maxRuns
    ? `The task is completed: ${runCount} of at most ${maxRuns} runs have started.`
    : "The task is completed: it has no occurrence left.";

function runCheck(task: Task, run: Run | null, own: boolean, named: boolean, at: number, now: number): CheckOf<"RUN"> {
  if (run !== null) {
    const why = run.why === null ? "" : ` ${run.why}`;
    const what = own ? `Its run is ${run.state}.` : "It is one of several that share a row.";
    const edited = named
      ? ""
      : " The schedule as it is now does not name this instant; it did when the row was written.";
    return { kind: "RUN", passed: ran(run), message: `${what}${why}${edited}`, run };
  }
  if (at > now) {
    const planned = at <= task.plannedThrough ? "planned" : "not yet planned";
    return {
      kind: "RUN",
      passed: null,
      message: `It has no row yet: occurrences are written shortly ahead, and this one is ${planned}.`,
      run: null,
    };
  }
  if (mayBePruned(task, at))
    return {
      kind: "RUN",
      passed: null,
      message: "It has no row any more: the task's retention removes old runs.",
      run: null,
    };
  return {
    kind: "RUN",
    passed: false,
    message: "It has no row: the task did not exist yet, had another schedule then, or its row has not been decided.",
    run: null,
  };
}

/** Null: that is not decided yet. */
function ran({ state }: Run): boolean | null {
  if (state === "SCHEDULED" || state === "HELD") return null;
  return !(state === "SKIPPED" || state === "MISSED" || state === "CANCELLED");
}

function judge(
  task: Task,
  occurrence: Occurrence | null,
  run: Run | null,
  usedUp: boolean,
  at: number,
  now: number,
): Verdict {
  if (run !== null) {
    if (run.state === "HELD") return "HELD";
    if (run.state === "SCHEDULED") return "WILL_RUN";
    return ran(run) ? "RAN" : "DID_NOT_RUN";
  }
  if (occurrence === null) return "NOT_DUE";
  if (task.deletedAt !== null && at > task.deletedAt) return "WILL_NOT_RUN";
  if (at > now) return task.state === "ACTIVE" && !usedUp ? "WILL_RUN" : "WILL_NOT_RUN";
  return task.state === "PAUSED" && at > (task.pausedAt ?? now) ? "WILL_NOT_RUN" : "UNKNOWN";
}

const OPENINGS: Record<Verdict, string> = {
  NOT_DUE: "Not an occurrence.",
  WILL_RUN: "Planned to run.",
  WILL_NOT_RUN: "Will not run as things are.",
  RAN: "An occurrence that was or is being carried out.",
  DID_NOT_RUN: "An occurrence that did not run.",
  HELD: "An occurrence that is held for a decision.",
  UNKNOWN: "An occurrence by the present schedule, without a record.",
};

function summarise(
  verdict: Verdict,
  spec: readonly SpecCheck[],
  state: OccurrenceCheck,
  history: OccurrenceCheck,
): string {
  const reason =
    verdict === "NOT_DUE"
      ? (spec.find(({ passed }) => passed === false)?.message ?? "")
      : verdict === "WILL_NOT_RUN"
        ? state.message
        : verdict === "WILL_RUN"
          ? ""
          : history.message;
  return `${OPENINGS[verdict]} ${reason}`.trim();
}
