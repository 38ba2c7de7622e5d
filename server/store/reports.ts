// Writes what executors gather: log lines, progress, completions, all fenced by the attempt's number. A report of an attempt that
// no longer holds its run changes nothing but leaves a LATE_RESULT_IGNORED event.
import { LOG_BYTES, LOG_LINES } from "../domain/limits.ts";
import type { Completion, NewLogLine, PauseWanted, ProgressReport, Report } from "../domain/ports.ts";
import { isFinal } from "../domain/run-states.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { countFailures } from "./failures.ts";
import { runColumns } from "./mapping.ts";
import { batch, insertRows, isOneOf, one, type Queryable, type Row, raw, rows, sql, unindexed } from "./sql.ts";

const COLUMNS = raw(runColumns());
const CANCELLED_MEANWHILE = `(? AND "cancelRequestedAt" IS NOT NULL)`;
const RUNNING = sql`${unindexed("runs.state")} = 'RUNNING'`;

export async function report(tx: Queryable, changes: Changes, gathered: Report): Promise<PauseWanted[]> {
  await appendLines(tx, changes, gathered);
  await recordProgress(tx, changes, gathered);
  return complete(tx, changes, gathered);
}

const LINE = { runId: "text", number: "int", attempt: "int", at: "int", level: "text", text: "text" } as const;
const TALLY = { id: "text", logLines: "int", logBytes: "int" } as const;

/** Numbers are given here, gapless over a run's attempts. Beyond the limits one last line says that the rest is cut. */
async function appendLines(tx: Queryable, changes: Changes, { instanceId, lines }: Report): Promise<void> {
  if (lines.length === 0) return;
  const held = await rows(
    tx,
    sql`SELECT id, attempt, "logLines", "logBytes" FROM runs
        WHERE ${isOneOf(raw("id"), [...new Set(lines.map((line) => line.runId))])} AND state = 'RUNNING' AND "instanceId" = ${instanceId}`,
  );
  const tallies = new Map(held.map((row) => [row.id as string, row]));
  const accepted: Row[] = [];
  const touched = new Set<Row>();
  for (const line of lines) {
    const tally = tallies.get(line.runId);
    if (!tally || tally.attempt !== line.attempt) continue;
    const row = numbered(line, tally);
    if (!row) continue;
    accepted.push(row);
    touched.add(tally);
    changes.logsOf.add(line.runId);
  }
  if (accepted.length === 0) return;
  await insertRows(tx, "log_lines", LINE, accepted);
  await tx.$executeRaw(
    sql`UPDATE runs SET "logLines" = added."logLines", "logBytes" = added."logBytes"
        FROM ${batch([...touched], TALLY)} AS added WHERE runs.id = added.id`,
  );
}

/** The line with its number, the cut mark in its place at the limit, or undefined beyond it. Counts the tally on. */
function numbered(line: NewLogLine, tally: Row): Row | undefined {
  const count = tally.logLines as number;
  const bytes = tally.logBytes as number;
  if (count >= LOG_LINES || bytes >= LOG_BYTES) return undefined;
  const number = count + 1;
  const grown = bytes + Buffer.byteLength(line.text);
  tally.logLines = number;
  tally.logBytes = grown;
  if (number < LOG_LINES && grown < LOG_BYTES) return { ...line, number };
  tally.logBytes = LOG_BYTES;
  const text = `The log is cut here: it has reached ${LOG_LINES} lines or ${LOG_BYTES / 1024} KiB.`;
  return { ...line, number, level: "WARN", text };
}

const PROGRESS = { id: "text", attempt: "int", progress: "float", message: "text" } as const;

/** Only the newest report of each run: progress is a state, not a history. */
async function recordProgress(tx: Queryable, changes: Changes, { instanceId, at, progress }: Report): Promise<void> {
  if (progress.length === 0) return;
  const newest = new Map<string, ProgressReport>(progress.map((entry) => [entry.runId, entry]));
  const reports = [...newest.values()].map(({ runId, ...rest }): Row => ({ id: runId, ...rest }));
  const changed = await rows(
    tx,
    sql`UPDATE runs SET progress = added.progress, "progressMessage" = added.message, "eventSequence" = "eventSequence" + 1
        FROM ${batch(reports, PROGRESS)} AS added
        WHERE runs.id = added.id AND runs.attempt = added.attempt AND ${RUNNING} AND "instanceId" = ${instanceId}
        RETURNING ${COLUMNS}`,
  );
  await appendEvents(
    tx,
    changes,
    at,
    changed.map((row) => runEvent(row, "PROGRESS")),
  );
}

/** Somebody's cancellation was acknowledged while the attempt ended by itself: then there is no next one. The fence comes last. */
const END = `UPDATE runs SET
    state = CASE WHEN ${CANCELLED_MEANWHILE} THEN 'CANCELLED' ELSE ? END,
    "finishedAt" = CASE WHEN ${CANCELLED_MEANWHILE} THEN ? ELSE ? END,
    "dueAt" = CASE WHEN ${CANCELLED_MEANWHILE} THEN NULL ELSE ? END,
    why = CASE WHEN ${CANCELLED_MEANWHILE} THEN why ELSE ? END,
    "errorCode" = ?, "errorMessage" = ?, result = ?, "resultTruncated" = ?, interruptions = interruptions + ?,
    fallback = COALESCE(?, fallback), lane = COALESCE(?, lane), "leaseUntil" = NULL, "eventSequence" = "eventSequence" + 1
  WHERE id = ? AND attempt = ? AND state = 'RUNNING' AND "instanceId" = ?`;

function endValues(completion: Completion, instanceId: string): unknown[] {
  const { runId, attempt, at, state, dueAt, why, error, result, resultTruncated, outcome } = completion;
  const again = state === "RETRYING";
  const finishedAt = isFinal(state) ? at : null;
  return [
    ...[again, state],
    ...[again, at, finishedAt],
    ...[again, dueAt],
    ...[again, why],
    ...[error?.code ?? null, error?.message ?? null, result, resultTruncated, outcome === "INTERRUPTED"],
    ...[completion.fallback === undefined ? null : JSON.stringify(completion.fallback), completion.lane ?? null],
    ...[runId, attempt, instanceId],
  ];
}

const END_ATTEMPT = `UPDATE attempts SET "finishedAt" = ?, outcome = ?, "errorCode" = ?, "errorMessage" = ?, "outputTail" = ?
  WHERE "runId" = ? AND number = ?`;

const attemptValues = ({ runId, attempt, at, outcome, error, outputTail = null }: Completion) => [
  at,
  outcome,
  error?.code ?? null,
  error?.message ?? null,
  outputTail,
  runId,
  attempt,
];

async function complete(
  tx: Queryable,
  changes: Changes,
  { instanceId, at, completions }: Report,
): Promise<PauseWanted[]> {
  if (completions.length === 0) return [];
  const done = await tx.$each(
    END,
    completions.map((completion) => endValues(completion, instanceId)),
  );
  const accepted = completions.filter((_, index) => done[index]?.changes === 1);
  const ids = accepted.map(({ runId }) => runId);
  const found = await rows(tx, sql`SELECT ${COLUMNS} FROM runs WHERE ${isOneOf(raw("id"), ids)}`);
  const byId = new Map(found.map((row) => [row.id as string, row]));
  await tx.$each(END_ATTEMPT, accepted.map(attemptValues));
  await appendEvents(
    tx,
    changes,
    at,
    accepted.map((completion) => {
      const row = byId.get(completion.runId) as Row;
      return runEvent(row, row.state === completion.state ? completion.event : "CANCELLED");
    }),
  );
  await refuseLate(
    tx,
    changes,
    at,
    completions.filter((_, index) => done[index]?.changes !== 1),
  );
  return countFailures(
    tx,
    accepted.map((completion) => ({ completion, row: byId.get(completion.runId) as Row })),
  );
}

/** What a lost attempt says is noted once, however often it says it. */
export async function noteLate(tx: Queryable, changes: Changes, at: number, runId: string): Promise<void> {
  const newest = await one(tx, sql`SELECT type FROM events WHERE "runId" = ${runId} ORDER BY cursor DESC LIMIT 1`);
  if (newest?.type === "LATE_RESULT_IGNORED") return;
  const noted = await rows(
    tx,
    sql`UPDATE runs SET "eventSequence" = "eventSequence" + 1 WHERE id = ${runId} RETURNING ${COLUMNS}`,
  );
  await appendEvents(
    tx,
    changes,
    at,
    noted.map((row) => runEvent(row, "LATE_RESULT_IGNORED")),
  );
}

/** The run has passed to another attempt: the result is noted, the state stays. */
async function refuseLate(tx: Queryable, changes: Changes, at: number, late: readonly Completion[]): Promise<void> {
  if (late.length === 0) return;
  const noted = await rows(
    tx,
    sql`UPDATE runs SET "eventSequence" = "eventSequence" + 1
        WHERE ${isOneOf(
          raw("id"),
          late.map((completion) => completion.runId),
        )} RETURNING ${COLUMNS}`,
  );
  await appendEvents(
    tx,
    changes,
    at,
    noted.map((row) => runEvent(row, "LATE_RESULT_IGNORED")),
  );
}
