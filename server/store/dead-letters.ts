// Runs that failed for good: found, done again by new runs, dismissed. Each write carries its events.
import { MAX_COUNT } from "../domain/limits.ts";
import type { RunQuery } from "../domain/ports.ts";
import type { Run } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns, toRun } from "./mapping.ts";
import { DEAD_LETTER, runConditions } from "./run-pages.ts";
import { batch, isOneOf, join, one, type Queryable, raw, rows, sql } from "./sql.ts";

const COLUMNS = raw(runColumns());
const OF_LIVING = raw(`EXISTS (SELECT 1 FROM tasks WHERE tasks.id = runs."taskId" AND tasks."deletedAt" IS NULL)`);

export async function deadLetters(
  tx: Queryable,
  query: RunQuery,
  { ids, living }: { readonly ids: readonly string[] | null; readonly living: boolean },
  limit: number,
): Promise<{ runs: Run[]; total: number }> {
  // Given tasks or not, the states of the query stay a condition: there are no branches here.
  const conditions = [DEAD_LETTER, ...runConditions({ ...query, state: undefined })];
  if (query.state) conditions.push(isOneOf(raw("state"), query.state));
  if (ids) conditions.push(isOneOf(raw("id"), ids));
  if (living) conditions.push(OF_LIVING);
  const where = join(conditions, " AND ");
  const found = await rows(
    tx,
    sql`SELECT ${COLUMNS} FROM runs WHERE ${where} ORDER BY "scheduledFor", id LIMIT ${limit}`,
  );
  const counted = await one(
    tx,
    sql`SELECT COUNT(*) AS total FROM (SELECT 1 FROM runs WHERE ${where} LIMIT ${MAX_COUNT}) AS capped`,
  );
  return { runs: found.map(toRun), total: counted?.total as number };
}

export async function linkRedriven(
  tx: Queryable,
  changes: Changes,
  at: number,
  links: readonly { readonly from: string; readonly to: string; readonly copy: boolean }[],
): Promise<void> {
  if (links.length === 0) return;
  const shape = { from: "text", to: "text" } as const;
  const pairs = (list: typeof links) =>
    batch(
      list.map(({ from, to }) => ({ from, to })),
      shape,
    );
  // Copied by the database: a thousand payloads do not pass through the program.
  await tx.$executeRaw(
    sql`UPDATE runs SET payload = (SELECT old.payload FROM runs AS old WHERE old.id = added."from"),
          "payloadLiteral" = (SELECT old."payloadLiteral" FROM runs AS old WHERE old.id = added."from")
        FROM ${pairs(links.filter(({ copy }) => copy))} AS added WHERE runs.id = added."to"`,
  );
  const changed = await rows(
    tx,
    sql`UPDATE runs SET "redrivenByRunId" = added."to", "eventSequence" = "eventSequence" + 1
        FROM ${pairs(links)} AS added WHERE runs.id = added."from" RETURNING ${COLUMNS}`,
  );
  await appendEvents(
    tx,
    changes,
    at,
    changed.map((row) => runEvent(row, "REDRIVEN")),
  );
}

export async function dismissRuns(
  tx: Queryable,
  changes: Changes,
  at: number,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  const changed = await rows(
    tx,
    sql`UPDATE runs SET "dismissedAt" = ${at}, "dismissReason" = ${reason}, "eventSequence" = "eventSequence" + 1
        WHERE ${isOneOf(raw("id"), ids)} AND ${DEAD_LETTER} RETURNING ${COLUMNS}`,
  );
  await appendEvents(
    tx,
    changes,
    at,
    changed.map((row) => runEvent(row, "DISMISSED")),
  );
}
