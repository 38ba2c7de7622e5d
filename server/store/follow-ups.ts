// Makes the follow-ups of runs that ended, at the close of the very transaction that ended them. Every end of a run is told by an
// event, whichever way it came about: the events of the transaction are the one place that knows them all.
import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { followUpRuns } from "../domain/follow-ups.ts";
import type { FollowUpGraph, NewRun } from "../domain/ports.ts";
import { isFinal } from "../domain/run-states.ts";
import type { FollowUp, Run, RunEvent } from "../domain/types.ts";
import type { Changes } from "./events.ts";
import { runColumns, toRun } from "./mapping.ts";
import { insertRuns, runContents } from "./runs.ts";
import { isOneOf, type Queryable, raw, rows, sql, within } from "./sql.ts";
import { tasksById } from "./tasks.ts";

const COLUMNS = raw(runColumns());

/** The event that tells of a run's end has the name of its final state. */
const tellsEnd = (event: Changes["events"][number]): event is RunEvent =>
  event.kind === "RUN" && isFinal(event.run.state) && event.type === event.run.state && event.run.attempt > 0;

export async function followEnds(tx: Queryable, changes: Changes): Promise<void> {
  const ends = changes.events.filter(tellsEnd);
  if (ends.length === 0) return;
  const followed = await rows(
    tx,
    sql`SELECT id, "followUps" FROM tasks WHERE ${isOneOf(raw("id"), [...new Set(ends.map(({ taskId }) => taskId))])} AND "followUps" <> '[]'`,
  );
  if (followed.length === 0) return;
  const rules = new Map(followed.map((row) => [row.id as string, JSON.parse(row.followUps as string) as FollowUp[]]));
  const following = ends.filter(({ taskId }) => rules.has(taskId));
  const ids = [...rules.values()].flat().map(({ taskId }) => taskId);
  const tasks = await tasksById(tx, [...new Set([...rules.keys(), ...ids])]);
  const contents = await runContents(
    tx,
    following.map(({ runId }) => runId),
  );
  const byInstant = new Map<number, NewRun[]>();
  for (const { at, run, taskId } of following) {
    const made = followUpRuns(run, rules.get(taskId) ?? [], tasks, contents.get(run.id), at, (place) =>
      childId(run.id, place, at),
    );
    byInstant.set(at, [...(byInstant.get(at) ?? []), ...made]);
  }
  for (const [at, made] of byInstant) await insertRuns(tx, changes, at, made);
}

/** Made of the parent's id and the follow-up's place: the same end cannot make it twice. */
const childId = (parentId: string, place: number, msecs: number): string =>
  uuid({ msecs, random: createHash("sha256").update(`${parentId} ${place}`).digest().subarray(0, 16) });

export async function childRuns(db: Queryable, runIds: readonly string[]): Promise<Map<string, Run[]>> {
  const found = await rows(
    db,
    sql`SELECT ${COLUMNS} FROM runs WHERE ${isOneOf(raw(`"parentRunId"`), runIds)} ORDER BY "createdAt", id`,
  );
  const byParent = new Map<string, Run[]>();
  for (const run of found.map(toRun)) {
    const parentId = run.parentRunId as string;
    byParent.set(parentId, [...(byParent.get(parentId) ?? []), run]);
  }
  return byParent;
}

/** Undefined: of all namespaces. */
export async function followUpGraph(db: Queryable, namespaceId?: string): Promise<FollowUpGraph> {
  const found = await rows(
    db,
    sql`SELECT id, name, "followUps" FROM tasks WHERE "deletedAt" IS NULL AND "followUps" <> '[]' AND ${within(namespaceId)}`,
  );
  return new Map(
    found.map((row) => {
      const list = JSON.parse(row.followUps as string) as FollowUp[];
      return [row.id as string, { name: row.name as string, follow: list.map(({ taskId }) => taskId) }];
    }),
  );
}
