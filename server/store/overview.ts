// The figures of the overview, read in a few indexed statements.
import { MAX_COUNT } from "../domain/limits.ts";
import type { OverviewCounts } from "../domain/ports.ts";
import { DEAD_LETTER, inLanesOf } from "./run-pages.ts";
import { type Queryable, type Row, raw, rows, sql, within } from "./sql.ts";

export async function overview(db: Queryable, since: number, namespaceId?: string): Promise<OverviewCounts> {
  const ofRuns = namespaceId === undefined ? raw("true") : inLanesOf(namespaceId);
  const tasks = counts(
    await rows(
      db,
      sql`SELECT state AS name, COUNT(*) AS total FROM tasks WHERE "deletedAt" IS NULL AND ${within(namespaceId)} GROUP BY state`,
    ),
  );
  const going = counts(
    await rows(
      db,
      sql`SELECT state AS name, COUNT(*) AS total FROM runs WHERE state IN ('QUEUED', 'RUNNING', 'RETRYING') AND ${ofRuns} GROUP BY state`,
    ),
  );
  const ended = counts(
    await rows(
      db,
      sql`SELECT state AS name, COUNT(*) AS total FROM runs
          WHERE state IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'SKIPPED', 'MISSED') AND "finishedAt" >= ${since} AND ${ofRuns} GROUP BY state`,
    ),
  );
  const lateness = await rows(
    db,
    sql`SELECT "startedAt" - "effectiveAt" AS ms FROM runs
        WHERE "scheduledFor" >= ${since} AND "startedAt" IS NOT NULL AND trigger <> 'BACKFILL' AND ${ofRuns} ORDER BY "scheduledFor" DESC LIMIT ${MAX_COUNT}`,
  );
  const dead = await rows(
    db,
    sql`SELECT COUNT(*) AS total FROM (SELECT 1 FROM runs WHERE ${DEAD_LETTER} AND ${ofRuns} LIMIT ${MAX_COUNT}) AS capped`,
  );
  return {
    deadLetters: dead[0]?.total as number,
    activeTasks: tasks("ACTIVE"),
    pausedTasks: tasks("PAUSED"),
    runningRuns: going("RUNNING"),
    waitingRuns: going("QUEUED") + going("RETRYING"),
    ended: {
      SUCCEEDED: ended("SUCCEEDED"),
      FAILED: ended("FAILED"),
      CANCELLED: ended("CANCELLED"),
      SKIPPED: ended("SKIPPED"),
      MISSED: ended("MISSED"),
    },
    latenessMs: lateness.map((row) => row.ms as number).sort((a, b) => a - b),
  };
}

function counts(found: readonly Row[]): (name: string) => number {
  const totals = new Map(found.map((row) => [row.name as string, row.total as number]));
  return (name) => totals.get(name) ?? 0;
}
