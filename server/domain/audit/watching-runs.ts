// What people decide about runs, one by one: there are as many as a call may name. Commands have read what they change, so nothing is
// read for the audit.
import type { StoreTransaction } from "../ports.ts";
import type { Run } from "../types.ts";
import type { AuditSubjectKind } from "./entry.ts";
import { type Look, lookOfRun } from "./subjects.ts";

type Note = (kind: AuditSubjectKind, id: string, before: Look | null, after: Look | null) => void;

export function watchingRuns(
  tx: StoreTransaction,
  note: Note,
  nameOf: (taskId: string) => Promise<string | null>,
): Partial<StoreTransaction> {
  const known = new Map<string, Run>();
  const remember = (runs: readonly Run[]) => {
    for (const run of runs) known.set(run.id, run);
  };
  const changed = async (run: Run | undefined) => {
    if (!run) return;
    const name = await nameOf(run.taskId);
    const before = known.get(run.id);
    note("RUN", run.id, before ? lookOfRun(before, name) : null, lookOfRun(run, name));
  };
  return {
    async run(id) {
      const run = await tx.run(id);
      if (run) remember([run]);
      return run;
    },
    async waitingRuns(taskId) {
      const runs = await tx.waitingRuns(taskId);
      remember(runs);
      return runs;
    },
    async deadLetters(query, among, limit) {
      const found = await tx.deadLetters(query, among, limit);
      remember(found.runs);
      return found;
    },
    async insertRuns(now, runs) {
      const added = await tx.insertRuns(now, runs);
      for (const run of added)
        if (run.trigger === "MANUAL" || run.trigger === "REDRIVE")
          note("RUN", run.id, null, lookOfRun(run, await nameOf(run.taskId)));
      return added;
    },
    async changeRuns(now, changes) {
      const runs = await tx.changeRuns(now, changes);
      for (const run of runs) await changed(run);
      return runs;
    },
    async requestCancel(now, id, why) {
      const run = await tx.requestCancel(now, id, why);
      if (run) await changed(run);
      return run;
    },
    async dismissRuns(now, ids, reason) {
      await tx.dismissRuns(now, ids, reason);
      for (const id of ids) {
        const run = known.get(id);
        if (run) await changed({ ...run, dismissedAt: now, dismissReason: reason });
      }
    },
  };
}
