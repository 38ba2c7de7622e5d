// Reads attempts and log lines of a run.
import type { Attempt, LogLine } from "../domain/types.ts";
import { toAttempt, toLogLine } from "./mapping.ts";
import { keyset, type PagePlan } from "./pages.ts";
import { type Queryable, raw, rows, sql } from "./sql.ts";

export const ALL_OF_ATTEMPT = raw(
  `"runId", number, "startedAt", "finishedAt", outcome, "errorCode", "errorMessage", "outputTail", fallback, "instanceId"`,
);
const ALL_OF_LINE = raw(`"runId", number, attempt, at, level, text`);

const byNumber = keyset("number", "number", "ASC");

export const attemptPage = (runId: string): PagePlan<Attempt> => ({
  table: raw("attempts"),
  columns: ALL_OF_ATTEMPT,
  where: sql`"runId" = ${runId}`,
  keyset: byNumber,
  read: toAttempt,
});

export const logPage = (runId: string): PagePlan<LogLine> => ({
  table: raw("log_lines"),
  columns: ALL_OF_LINE,
  where: sql`"runId" = ${runId}`,
  keyset: byNumber,
  read: toLogLine,
});

export async function logsAfter(db: Queryable, runId: string, number: number, limit: number): Promise<LogLine[]> {
  const found = await rows(
    db,
    sql`SELECT ${ALL_OF_LINE} FROM log_lines WHERE "runId" = ${runId} AND number > ${number} ORDER BY number LIMIT ${limit}`,
  );
  return found.map(toLogLine);
}

/** Looks at the run's newest lines only: those of an earlier attempt lie before them. */
export async function lastLines(db: Queryable, runId: string, attempt: number, limit: number): Promise<string[]> {
  const found = await rows(
    db,
    sql`SELECT attempt, text FROM log_lines WHERE "runId" = ${runId} ORDER BY number DESC LIMIT ${limit}`,
  );
  return found
    .filter((row) => row.attempt === attempt)
    .map((row) => row.text as string)
    .reverse();
}
