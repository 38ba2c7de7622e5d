// Decides about held occurrences: by a person's choice, or by the task's missed-run policy when nobody has chosen in time. Pure.

import { choose, dueTimes } from "./missed.ts";
import type { RunChange } from "./ports.ts";
import type { Run, Task } from "./types.ts";

/** `chosen`: those that run, in the order in which they start. */
function decide(
  task: Task,
  held: readonly Run[],
  chosen: readonly Run[],
  now: number,
  runs: string,
  misses: string,
): RunChange[] {
  const due = new Map(
    dueTimes(
      task,
      chosen.map((run) => ({ at: run.scheduledFor })),
      now,
    ),
  );
  return held.map((run) => {
    const dueAt = due.get(run.scheduledFor) ?? null;
    const state = dueAt === null ? "MISSED" : "QUEUED";
    return {
      id: run.id,
      state,
      dueAt,
      finishedAt: dueAt === null ? now : null,
      why: dueAt === null ? misses : runs,
      late: true,
      event: state,
    };
  });
}

/** `held`: oldest first. */
export function decideByPolicy(task: Task, held: readonly Run[], now: number): RunChange[] {
  const after = "It was held for a person to decide, and nobody did in time: the missed-run policy";
  const policy = task.missedRunPolicy;
  return decide(
    task,
    held,
    choose(task, held),
    now,
    `${after} ${policy} runs it now.`,
    `${after} ${policy} leaves it out.`,
  );
}

/** `reason`: in the words of whoever decided; null when none was given. */
export function decideByHand(
  task: Task,
  held: readonly Run[],
  chosen: ReadonlySet<string>,
  now: number,
  reason: string | null,
): RunChange[] {
  const said = reason === null ? "" : ` ("${reason}")`;
  const taken = held.filter(({ id }) => chosen.has(id));
  const ordered = task.catchUp.order === "OLDEST_FIRST" ? taken : taken.toReversed();
  return decide(
    task,
    held,
    ordered,
    now,
    `It was held, and somebody decided that it runs after all${said}.`,
    `It was held, and somebody decided that it does not run${said}.`,
  );
}
