// Lists runs by filter, a page at a time.
import { lanesOf, lanesOfQueue } from "../domain/lanes.ts";
import type { RunQuery, RunSort } from "../domain/ports.ts";
import type { Run, RunState } from "../domain/types.ts";
import { runColumns, toRun } from "./mapping.ts";
import { keyset, type PagePlan } from "./pages.ts";
import { empty, isOneOf, join, raw, type Sql, sql } from "./sql.ts";

const COLUMNS = raw(runColumns());
const SORT_COLUMNS = { SCHEDULED_FOR: "scheduledFor", CREATED_AT: "createdAt" } as const;

const ofTasks = (ids: readonly string[]): Sql =>
  ids.length === 1 ? sql`"taskId" = ${ids[0]}` : isOneOf(raw(`"taskId"`), ids);

/** A run is of its task's namespace, and its lane says which that is. */
export function inLanesOf(namespaceId: string, column = raw("lane")): Sql {
  const [from, until] = lanesOf(namespaceId);
  return until === null ? sql`${column} >= ${from}` : sql`(${column} >= ${from} AND ${column} < ${until})`;
}

/** Failed for good, not done again, not dismissed. */
export const DEAD_LETTER = raw(`state = 'FAILED' AND "redrivenByRunId" IS NULL AND "dismissedAt" IS NULL`);

/** There is an index for (state, scheduledFor); with tasks given, theirs is the better one. */
function byState({ taskId, state }: RunQuery): Sql[] | undefined {
  if (!state || state.length === 0 || taskId) return undefined;
  return [...new Set<RunState>(state)].map((each) => sql`state = ${each}`);
}

export function runConditions(query: RunQuery): Sql[] {
  const conditions: Sql[] = [sql`true`];
  if (query.namespaceId !== undefined) conditions.push(inLanesOf(query.namespaceId));
  if (query.taskId) conditions.push(ofTasks(query.taskId));
  if (query.state && !byState(query)) conditions.push(isOneOf(raw("state"), query.state));
  if (query.trigger) conditions.push(isOneOf(raw("trigger"), query.trigger));
  if (query.backfillId) conditions.push(isOneOf(raw(`"backfillId"`), query.backfillId));
  if (query.queue)
    conditions.push(
      isOneOf(
        raw("lane"),
        query.queue.flatMap((name) => lanesOfQueue(name, query.namespaceId)),
      ),
    );
  if (query.deadLetter !== undefined) conditions.push(sql`${query.deadLetter ? empty : raw("NOT")} (${DEAD_LETTER})`);
  if (query.late !== undefined) conditions.push(sql`late = ${query.late}`);
  if (query.scheduledFrom !== undefined) conditions.push(sql`"scheduledFor" >= ${query.scheduledFrom}`);
  if (query.scheduledBefore !== undefined) conditions.push(sql`"scheduledFor" < ${query.scheduledBefore}`);
  return conditions;
}

/** How many there are is asked of the namespace's tasks: up to the limit, and not through all runs of others. */
function byTasks(query: RunQuery): Sql | undefined {
  const { namespaceId, taskId, queue } = query;
  // A queue's lanes are of its namespace alone.
  if (namespaceId === undefined || taskId || queue) return undefined;
  const others = runConditions({ ...query, namespaceId: undefined });
  return join([...others, sql`"taskId" IN (SELECT id FROM tasks WHERE "namespaceId" = ${namespaceId})`], " AND ");
}

export function runPage(query: RunQuery, sort: RunSort): PagePlan<Run> {
  const branches = byState(query);
  const counted = byTasks(query);
  return {
    table: raw("runs"),
    columns: COLUMNS,
    where: join(runConditions(query), " AND "),
    ...(counted ? { countWhere: counted } : {}),
    ...(branches ? { branches } : {}),
    keyset: keyset(SORT_COLUMNS[sort.field], "id", sort.direction),
    read: toRun,
  };
}
