// Follow-ups as a user gives them, checked each for itself; whether they form a circle is checked with the others', in the transaction.
import { ok, type Result, refuse } from "../errors.ts";
import { checkGraph } from "../follow-ups.ts";
import { MAX_FOLLOW_UPS } from "../limits.ts";
import type { StoreTransaction } from "../ports.ts";
import type { FollowUp } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkId } from "./text.ts";

const FIELD = "followUps";

export function checkFollowUps(list: readonly FollowUp[]): Result<readonly FollowUp[]> {
  if (list.length > MAX_FOLLOW_UPS)
    return refuse(
      "OUT_OF_RANGE",
      [FIELD],
      `followUps has ${list.length} entries; at most ${MAX_FOLLOW_UPS} are allowed.`,
    );
  const collector = new Collector();
  const seen = new Set<string>();
  list.forEach(({ on, taskId }, index) => {
    const field = [FIELD, String(index), "taskId"];
    collector.take(checkId(field, taskId));
    if (seen.has(`${on} ${taskId}`))
      collector.take(refuse("ALREADY_EXISTS", field, `The task "${taskId}" follows on ${on} twice. Name it once.`));
    seen.add(`${on} ${taskId}`);
  });
  return collector.finish(() => list.map(({ on, taskId, payload }) => ({ on, taskId, payload })));
}

/** The named tasks are there, and nothing goes in a circle. `before`: what was named already may be gone meanwhile. */
export async function checkFollowed(
  tx: StoreTransaction,
  task: { readonly id: string; readonly name: string; readonly followUps: readonly FollowUp[] },
  before: readonly FollowUp[],
): Promise<Result<true>> {
  if (task.followUps.length === 0) return ok(true);
  const collector = new Collector();
  const names = new Map<string, string>();
  for (const [index, { taskId }] of task.followUps.entries()) {
    const found = await tx.task(taskId);
    if (found) names.set(taskId, found.name);
    const kept = before.some((each) => each.taskId === taskId);
    if (!kept && (!found || found.deletedAt !== null))
      collector.take(refuse("NOT_FOUND", [FIELD, String(index), "taskId"], `No task has the id "${taskId}".`));
  }
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  const graph = await tx.followUpGraph();
  const nameOf = (id: string) => graph.get(id)?.name ?? names.get(id) ?? id;
  const follow = task.followUps.map(({ taskId }) => taskId);
  return checkGraph(task, follow, graph, nameOf);
}
