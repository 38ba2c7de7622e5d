// Writes the event log and reads it by cursor. Events are written in the transaction of their change and never alone.
import { namespaceOf } from "../domain/lanes.ts";
import { DEFAULT_NAMESPACE } from "../domain/namespace.ts";
import type { Commit, EventScope } from "../domain/ports.ts";
import type { Event, Run, RunEventType, Task, TaskEventType } from "../domain/types.ts";
import { toEvent, toRun } from "./mapping.ts";
import { columnList, isOneOf, join, one, type Queryable, type Row, raw, rows, type Sql, sql } from "./sql.ts";

export type NewEvent =
  | { readonly kind: "TASK"; readonly type: TaskEventType; readonly task: Task }
  | { readonly kind: "RUN"; readonly type: RunEventType; readonly run: Run; readonly sequence: number };

/** What a transaction has done so far, to be told after its commit. */
export class Changes implements Commit {
  readonly events: Event[] = [];
  readonly logsOf = new Set<string>();
  /** A backfill was written: there is no event of it, yet the scheduler has something to do. */
  backfill = false;
  queues = false;
  webhooks = false;

  get any(): boolean {
    return this.events.length > 0 || this.logsOf.size > 0 || this.backfill || this.queues || this.webhooks;
  }
}

const COLUMNS = {
  at: "int",
  namespaceId: "text",
  kind: "text",
  type: "text",
  taskId: "text",
  runId: "text",
  sequence: "int",
  data: "text",
} as const;
const ALL = columnList({ cursor: "int", ...COLUMNS });

/** More than happen between a backup and its return, or than a replica can lack: the log goes on so far behind what was told. */
export const LOST_EVENTS = 10_000_000;

/** Appends in the order given. Cursors grow in commit order because writes run one after the other. */
export async function appendEvents(
  tx: Queryable,
  changes: Changes,
  at: number,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const added = events.map((event): Row => {
    const subject = event.kind === "TASK" ? event.task : event.run;
    return {
      at,
      namespaceId: namespaceOfEvent(event),
      kind: event.kind,
      type: event.type,
      taskId: event.kind === "TASK" ? event.task.id : event.run.taskId,
      runId: event.kind === "RUN" ? event.run.id : null,
      sequence: event.kind === "RUN" ? event.sequence : null,
      data: JSON.stringify(event.kind === "RUN" ? sparse(event.run) : subject),
    };
  });
  const cursors = await tx.insertEvents(COLUMNS, added);
  events.forEach((event, index) => {
    const cursor = cursors[index] as number;
    const namespaceId = added[index]?.namespaceId as string;
    changes.events.push(
      event.kind === "TASK"
        ? { kind: "TASK", cursor, at, namespaceId, type: event.type, taskId: event.task.id, task: event.task }
        : {
            kind: "RUN",
            cursor,
            at,
            namespaceId,
            type: event.type,
            taskId: event.run.taskId,
            runId: event.run.id,
            sequence: event.sequence,
            run: event.run,
          },
    );
  });
}

const namespaceOfEvent = (event: NewEvent): string =>
  event.kind === "TASK" ? event.task.namespaceId : namespaceOf(event.run);

/** As the index of events has it, which leaves out the default namespace: a log of one team alone pays for nothing. */
const ofNamespace = (id: string): Sql =>
  id === DEFAULT_NAMESPACE
    ? sql`"namespaceId" = ${id}`
    : sql`"namespaceId" = ${id} AND ${raw(`"namespaceId" <> 'default'`)}`;

/** A snapshot without what is null: `toEvent` puts it in again. Half of a run's fields are. */
function sparse(run: Run): object {
  const kept: Record<string, unknown> = {};
  for (const key in run) if (run[key as keyof Run] !== null) kept[key] = run[key as keyof Run];
  return kept;
}

/** The event of a changed run's row as `RETURNING` gave it; its sequence was counted up by the change. */
export function runEvent(row: Row, type: RunEventType): NewEvent & { kind: "RUN" } {
  return { kind: "RUN", type, run: toRun(row), sequence: row.eventSequence as number };
}

export async function eventsAfter(
  db: Queryable,
  cursor: number,
  limit: number,
  scope: EventScope = {},
): Promise<Event[]> {
  const conditions = [sql`cursor > ${cursor}`];
  if (scope.namespaceId !== undefined) conditions.push(ofNamespace(scope.namespaceId));
  if (scope.kind) conditions.push(sql`kind = ${scope.kind}`);
  if (scope.runIds) conditions.push(among(raw(`"runId"`), scope.runIds));
  if (scope.taskIds) conditions.push(among(raw(`"taskId"`), scope.taskIds));
  const found = await rows(
    db,
    sql`SELECT ${ALL} FROM events WHERE ${join(conditions, " AND ")} ORDER BY cursor LIMIT ${limit}`,
  );
  return found.map(toEvent);
}

/** One id is searched with the index's own order. */
const among = (column: Sql, ids: readonly string[]): Sql =>
  ids.length === 1 ? sql`${column} = ${ids[0]}` : isOneOf(column, ids);

export async function headCursor(db: Queryable): Promise<number> {
  const row = await one(db, sql`SELECT MAX(cursor) AS head FROM events`);
  return (row?.head as number | null) ?? 0;
}
