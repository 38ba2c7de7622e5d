// Decides about held occurrences: by a person's choice, or by the task's missed-run policy when nobody has chosen in time. Pure.

import { choose, dueTimes } from "./missed.ts";
import { runsLeft } from "./planning.ts";
import type { RunChange, TaskProgress } from "./ports.ts";
import type { Run, Task } from "./types.ts";

interface Words {
  readonly runs: string;
  readonly misses: string;
}

/** `chosen`: those that are to run, in the order in which they start; more than the task's maximum of runs leaves do not. */
function decide(
  task: Task,
  held: readonly Run[],
  chosen: readonly Run[],
  now: number,
  progress: TaskProgress,
  { runs, misses }: Words,
): RunChange[] {
  const taken = chosen.slice(0, runsLeft(task, { ...progress, pending: progress.pending - held.length }));
  const due = new Map(
    dueTimes(
      task,
      taken.map((run) => ({ at: run.scheduledFor })),
      now,
    ),
  );
  const beyond = new Set(chosen.slice(taken.length));
  return held.map((run) => {
    const dueAt = due.get(run.scheduledFor) ?? null;
    const state = dueAt === null ? "MISSED" : "QUEUED";
    const used = `It was held, and when that was decided the task's maximum of ${task.maxRuns} runs was used up.`;
    return {
      id: run.id,
      state,
      dueAt,
      finishedAt: dueAt === null ? now : null,
      why: dueAt !== null ? runs : beyond.has(run) ? used : misses,
      late: true,
      event: state,
    };
  });
}

/** `held`: oldest first; they are among what `progress` counts as pending. */
export function decideByPolicy(task: Task, held: readonly Run[], now: number, progress: TaskProgress): RunChange[] {
  const after = "It was held for a person to decide, and nobody did in time: the missed-run policy";
  const policy = task.missedRunPolicy;
  return decide(task, held, choose(task, held), now, progress, {
    runs: `${after} ${policy} runs it now.`,
    misses: `${after} ${policy} leaves it out.`,
  });
}

/** `reason`: in the words of whoever decided; null when none was given. */
export function decideByHand(
  task: Task,
  held: readonly Run[],
  chosen: ReadonlySet<string>,
  now: number,
  progress: TaskProgress,
  reason: string | null,
): RunChange[] {
  const said = reason === null ? "" : ` ("${reason}")`;
  const taken = held.filter(({ id }) => chosen.has(id));
  const ordered = task.catchUp.order === "OLDEST_FIRST" ? taken : taken.toReversed();
  return decide(task, held, ordered, now, progress, {
    runs: `It was held, and somebody decided that it runs after all${said}.`,
    misses: `It was held, and somebody decided that it does not run${said}.`,
  });
}
