// A person's decision about held occurrences.
import { fail, ok, type Result, refuse } from "../errors.ts";
import { decideByHand } from "../held.ts";
import { Collector } from "../input/collect.ts";
import { checkId, checkText } from "../input/text.ts";
import { REASON_LENGTH } from "../limits.ts";
import { progressOf } from "../plan-context.ts";
import type { Run } from "../types.ts";
import { type Deps, notFound } from "./deps.ts";

export interface ResolveHeldRuns {
  readonly taskId: string;
  readonly choice: "NONE" | "LAST" | "ALL" | "SELECTED";
  readonly runIds?: readonly string[] | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Answers the runs that were held, oldest first. */
export async function resolveHeldRuns(deps: Deps, input: ResolveHeldRuns): Promise<Result<Run[]>> {
  const collector = new Collector();
  collector.take(checkId(["taskId"], input.taskId));
  const reason = input.reason
    ? collector.take(
        checkText(["reason"], input.reason, { most: REASON_LENGTH, lines: true, example: "Only the newest matters" }),
      )
    : null;
  const selected = new Set(input.runIds ?? []);
  if (input.choice === "SELECTED" && selected.size === 0) {
    collector.take(
      refuse("REQUIRED", ["runIds"], "The choice SELECTED needs runIds: which of the held runs are to run."),
    );
  }
  if (input.choice !== "SELECTED" && selected.size > 0) {
    const why = `runIds goes with the choice SELECTED only, not with ${input.choice}.`;
    collector.take(refuse("BAD_REQUEST", ["runIds"], why));
  }
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const task = await tx.task(input.taskId);
    if (!task || task.deletedAt !== null) return fail({ ...notFound("task", input.taskId), field: ["taskId"] });
    const held = (await tx.waitingRuns(task.id)).filter((run) => run.state === "HELD");
    if (held.length === 0)
      return refuse("ILLEGAL_STATE", ["taskId"], "The task has no held runs: they were decided about already.");
    const known = new Set(held.map(({ id }) => id));
    const unknown = [...selected].find((id) => !known.has(id));
    if (unknown !== undefined) {
      return refuse("NOT_FOUND", ["runIds"], `${JSON.stringify(unknown)} is no held run of this task.`);
    }
    const ids: Record<ResolveHeldRuns["choice"], () => readonly string[]> = {
      NONE: () => [],
      LAST: () => [...known].slice(-1),
      ALL: () => [...known],
      SELECTED: () => [...selected],
    };
    const progress = await progressOf(tx, task);
    const chosen = new Set(ids[input.choice]());
    return ok(await tx.changeRuns(now, decideByHand(task, held, chosen, now, progress, reason ?? null)));
  });
}
