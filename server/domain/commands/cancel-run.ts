// Cancels a run: one that waits at once, one that is going by asking its executor.
import { fail, ok, type Result } from "../errors.ts";
import { checkId, checkText } from "../input/text.ts";
import { REASON_LENGTH } from "../limits.ts";
import { isFinal } from "../run-states.ts";
import type { Run } from "../types.ts";
import { type Deps, notFound } from "./deps.ts";

export async function cancelRun(
  deps: Deps,
  { id, reason }: { id: string; reason?: string | null | undefined },
): Promise<Result<Run>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const text = reason
    ? checkText(["reason"], reason, { most: REASON_LENGTH, lines: true, example: "Started by mistake" })
    : ok("");
  if (!text.ok) return text;
  const why = text.value ? `Cancelled: ${text.value}` : "Cancelled by hand.";
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const run = await tx.run(id);
    if (!run) return fail(notFound("run", id));
    if (isFinal(run.state)) {
      return fail({ code: "ILLEGAL_STATE", field: ["id"], message: `The run is over already: it is ${run.state}.` });
    }
    if (run.state === "RUNNING") {
      if (run.cancelRequestedAt === null) await tx.requestCancel(now, id, why);
    } else {
      await tx.changeRuns(now, [
        { id, state: "CANCELLED", dueAt: null, finishedAt: now, why, late: run.late, event: "CANCELLED" },
      ]);
    }
    return ok((await tx.run(id)) as Run);
  });
}
