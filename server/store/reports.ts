// Writes what executors gather: log lines, progress, completions, all fenced by the attempt's number. A report of an attempt that
// no longer holds its run changes nothing but leaves a LATE_RESULT_IGNORED event.
import { LOG_BYTES, LOG_LINES } from "../domain/limits.ts";
import type { Completion, NewLogLine, PauseWanted, ProgressReport, Report } from "../domain/ports.ts";
import { isFinal } from "../domain/run-states.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { countFailures } from "./failures.ts";
import { runColumns } from "./mapping.ts";
import {
  batch,
  type Change,
  changeAndRead,
  changeEach,
  inSlices,
  insertRows,
  isOneOf,
  one,
  type Queryable,
  type Row,
  raw,
  rows,
  sql,
  together,
  unindexed,
} from "./sql.ts";

const COLUMNS = raw(runColumns());
const ENDED = { columns: runColumns(), key: "id" };
const CANCELLED_MEANWHILE = `(:again AND "cancelRequestedAt" IS NOT NULL)`;
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
const END: Change = {
  table: "runs",
  set: `state = CASE WHEN ${CANCELLED_MEANWHILE} THEN 'CANCELLED' ELSE :state END,
    "finishedAt" = CASE WHEN ${CANCELLED_MEANWHILE} THEN :at ELSE :finishedAt END,
    "dueAt" = CASE WHEN ${CANCELLED_MEANWHILE} THEN NULL ELSE :dueAt END,
    why = CASE WHEN ${CANCELLED_MEANWHILE} THEN why ELSE :why END,
    "errorCode" = :code, "errorMessage" = :message, result = :result, "resultTruncated" = :truncated,
    interruptions = interruptions + :interrupted, fallback = COALESCE(:fallback, fallback), lane = COALESCE(:lane, lane),
    "leaseUntil" = NULL, "eventSequence" = "eventSequence" + 1`,
  where: `id = :id AND attempt = :attempt AND (state || '') = 'RUNNING' AND "instanceId" = :instanceId`,
  columns: {
    again: "bool",
    state: "text",
    at: "int",
    finishedAt: "int",
    dueAt: "int",
    why: "text",
    code: "text",
    message: "text",
    result: "text",
    truncated: "bool",
    interrupted: "int",
    fallback: "text",
    lane: "text",
    id: "text",
    attempt: "int",
    instanceId: "text",
  },
};

const endRow = (completion: Completion, instanceId: string): Row => ({
  again: completion.state === "RETRYING",
  state: completion.state,
  at: completion.at,
  finishedAt: isFinal(completion.state) ? completion.at : null,
  dueAt: completion.dueAt,
  why: completion.why,
  code: completion.error?.code,
  message: completion.error?.message,
  result: completion.result,
  truncated: completion.resultTruncated,
  interrupted: completion.outcome === "INTERRUPTED" ? 1 : 0,
  fallback: completion.fallback === undefined ? null : JSON.stringify(completion.fallback),
  lane: completion.lane,
  id: completion.runId,
  attempt: completion.attempt,
  instanceId,
});

const END_ATTEMPT: Change = {
  table: "attempts",
  set: `"finishedAt" = :at, outcome = :outcome, "errorCode" = :code, "errorMessage" = :message, "outputTail" = :tail`,
  where: `"runId" = :id AND number = :attempt`,
  columns: { at: "int", outcome: "text", code: "text", message: "text", tail: "text", id: "text", attempt: "int" },
};

const attemptRow = ({ runId, attempt, at, outcome, error, outputTail }: Completion): Row => ({
  at,
  outcome,
  code: error?.code,
  message: error?.message,
  tail: outputTail,
  id: runId,
  attempt,
});

/** A completion, and its run as that has left it. */
interface Accepted {
  readonly completion: Completion;
  readonly row: Row;
}

const endEvent = ({ completion, row }: Accepted) =>
  runEvent(row, row.state === completion.state ? completion.event : "CANCELLED");

async function complete(
  tx: Queryable,
  changes: Changes,
  { instanceId, at, completions }: Report,
): Promise<PauseWanted[]> {
  if (completions.length === 0) return [];
  const outcomes = await inSlices(tx, completions, async (some) => {
    const left = await changeAndRead(
      tx,
      END,
      some.map((completion) => endRow(completion, instanceId)),
      ENDED,
    );
    const both = some.map((completion, index) => ({ completion, row: left[index] }));
    const accepted = both.filter((each): each is Accepted => each.row !== undefined);
    await together(
      tx,
      () =>
        changeEach(
          tx,
          END_ATTEMPT,
          accepted.map(({ completion }) => attemptRow(completion)),
        ),
      () => appendEvents(tx, changes, at, accepted.map(endEvent)),
    );
    return both;
  });
  const wanted = await countFailures(
    tx,
    outcomes.filter((each): each is Accepted => each.row !== undefined),
  );
  await refuseLate(
    tx,
    changes,
    at,
    outcomes.filter(({ row }) => row === undefined).map(({ completion }) => completion),
  );
  return wanted;
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
