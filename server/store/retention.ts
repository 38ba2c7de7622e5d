// Removes ended runs with their attempts and log lines. What may go is looked for on the reading connection; the write takes a few
// rows by their ids, so that no claim waits for it. Events stay: their log has a retention of its own.
import type { Prunable } from "../domain/retention.ts";
import { isFinal } from "../domain/run-states.ts";
import { RUN_STATES } from "../domain/types.ts";
import { isOneOf, join, one, type Queryable, raw, rows, type Sql, sql } from "./sql.ts";

const FINAL_STATES = RUN_STATES.filter(isFinal);

/** Tasks in the order of their ids, also deleted ones: their runs are pruned like others. Most of many tasks may never have run. */
export async function tasksWithEndedRuns(
  db: Queryable,
  id: string,
  limit: number,
): Promise<{ ids: string[]; through: string | null }> {
  // A search for each state, in an index's order: of "any of these" PostgreSQL may think that it is found soon by reading all runs.
  const ended = FINAL_STATES.map(
    (state) => sql`(SELECT 1 FROM runs WHERE "taskId" = tasks.id AND state = ${state} ORDER BY "finishedAt" LIMIT 1)`,
  );
  const found = await rows(
    db,
    sql`SELECT id, COALESCE(${join(ended, ", ")}) AS ended FROM tasks WHERE id > ${id} ORDER BY id LIMIT ${limit}`,
  );
  return {
    ids: found.filter(({ ended }) => Boolean(ended)).map((row) => row.id as string),
    through: (found.at(-1)?.id as string | undefined) ?? null,
  };
}

/**
 * The ids of runs that may go, at most `limit`, and fewer when they have more than `maxLines` log lines together (but at least
 * one). The newest ended run of the schedule always stays: intervals are counted from its end.
 */
export async function prunableRuns(
  db: Queryable,
  taskId: string,
  what: readonly Prunable[],
  limit: number,
  maxLines: number,
): Promise<string[]> {
  const kept = await newestOfSchedule(db, taskId);
  const chosen = new Set<string>();
  let lines = 0;
  for (const each of what) {
    for (const condition of await conditions(db, taskId, each)) {
      const found = await rows(
        db,
        sql`SELECT id, "logLines" AS lines FROM runs WHERE "taskId" = ${taskId} AND state = ${each.state} AND ${condition}
              AND id <> ${kept} ORDER BY "finishedAt" LIMIT ${limit}`,
      );
      for (const { id, lines: more } of found) {
        if (chosen.size > 0 && (chosen.size >= limit || lines + (more as number) > maxLines)) return [...chosen];
        if (!chosen.has(id as string)) lines += more as number;
        chosen.add(id as string);
      }
    }
  }
  return [...chosen];
}

/** By its instant, as planning asks for it. Runs by hand, of which there may be any number, are not among those with an occurrence. */
async function newestOfSchedule(db: Queryable, taskId: string): Promise<string> {
  const row = await one(
    db,
    sql`SELECT id FROM runs WHERE "taskId" = ${taskId} AND occurrence IS NOT NULL AND "finishedAt" IS NOT NULL
        ORDER BY occurrence DESC LIMIT 1`,
  );
  return (row?.id as string | undefined) ?? "";
}

/** By age, and by the instant at which the last run ended that is still among the newest ones. */
async function conditions(db: Queryable, taskId: string, what: Prunable): Promise<Sql[]> {
  const found: Sql[] = [];
  if (what.endedBefore !== null) found.push(sql`"finishedAt" < ${what.endedBefore}`);
  if (what.keepNewest !== null) {
    const last = await one(
      db,
      sql`SELECT "finishedAt" AS at, id FROM runs WHERE "taskId" = ${taskId} AND state = ${what.state}
          ORDER BY "finishedAt" DESC, id DESC LIMIT 1 OFFSET ${what.keepNewest - 1}`,
    );
    if (last) found.push(sql`("finishedAt" < ${last.at} OR ("finishedAt" = ${last.at} AND id < ${last.id}))`);
  }
  return found;
}

/** Answers how many went. Runs that have not ended stay, whoever names them. */
export async function pruneRuns(tx: Queryable, taskId: string, ids: readonly string[]): Promise<number> {
  const gone = await rows(
    tx,
    sql`DELETE FROM runs WHERE "taskId" = ${taskId} AND ${isOneOf(raw("id"), ids)}
          AND ${isOneOf(raw("state"), FINAL_STATES)} RETURNING "scheduledFor" AS at`,
  );
  if (gone.length === 0) return 0;
  const instants = gone.map(({ at }) => at as number);
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  await tx.$executeRaw(
    sql`UPDATE tasks SET "prunedFrom" = CASE WHEN "prunedFrom" < ${first} THEN "prunedFrom" ELSE ${first} END,
          "prunedThrough" = CASE WHEN "prunedThrough" > ${last} THEN "prunedThrough" ELSE ${last} END WHERE id = ${taskId}`,
  );
  return gone.length;
}
