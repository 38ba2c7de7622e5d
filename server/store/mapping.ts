// Between rows and the domain's values. A row has the domain's names; what differs is JSON kept as text and errors in two columns.
import { DEFAULT_BUFFER, DEFAULT_CATCH_UP, PLAIN_RETRY } from "../domain/input/policies.ts";
import { DEFAULT_NAMESPACE } from "../domain/namespace.ts";
import type { Attempt, Event, Instance, Json, LogLine, Role, Run, RunError, Task } from "../domain/types.ts";
import type { Row } from "./sql.ts";

const parsed = (value: unknown): Json => JSON.parse(value as string) as Json;
const optional = (value: unknown): Json | undefined => (value === null ? undefined : parsed(value));
const errorOf = (row: Row): RunError | null =>
  row.errorCode === null ? null : { code: row.errorCode as string, message: row.errorMessage as string };

/** Columns of a run that its snapshots and lists show; results and payloads are read apart. */
const RUN_COLUMNS = [
  "id", "taskId", "trigger", "state", "scheduledFor", "dueAt", "startedAt", "finishedAt", "late", "attempt", "maxAttempts",
  "effectiveAt", "heldUntil", "backfillId", "parentRunId", "redriveOfRunId", "redrivenByRunId", "dismissedAt", "dismissReason",
  "overlapPolicy", "lane", "queueKey", "priority", "crashes", "interruptions", "cancelRequestedAt", "why", "blockedByRunId", "errorCode", "errorMessage", "progress",
  "progressMessage", "instanceId", "createdAt", "hasPayload", "eventSequence", "fallback",
] as const; // biome-ignore format: one paragraph

/** For SELECT and RETURNING. */
export const runColumns = (alias = "runs"): string => RUN_COLUMNS.map((name) => `${alias}."${name}"`).join(", ");

export function toRun(row: Row): Run {
  return {
    id: row.id as string,
    taskId: row.taskId as string,
    trigger: row.trigger as Run["trigger"],
    state: row.state as Run["state"],
    scheduledFor: row.scheduledFor as number,
    effectiveAt: row.effectiveAt as number,
    dueAt: row.dueAt as number | null,
    startedAt: row.startedAt as number | null,
    finishedAt: row.finishedAt as number | null,
    late: Boolean(row.late),
    attempt: row.attempt as number,
    maxAttempts: row.maxAttempts as number,
    lane: row.lane as string,
    queueKey: row.queueKey as string | null,
    priority: row.priority as number,
    crashes: row.crashes as number,
    interruptions: row.interruptions as number,
    cancelRequestedAt: row.cancelRequestedAt as number | null,
    fallback: (optional(row.fallback) ?? null) as unknown as Run["fallback"],
    why: row.why as string | null,
    blockedByRunId: row.blockedByRunId as string | null,
    heldUntil: row.heldUntil as number | null,
    backfillId: row.backfillId as string | null,
    parentRunId: row.parentRunId as string | null,
    redriveOfRunId: row.redriveOfRunId as string | null,
    redrivenByRunId: row.redrivenByRunId as string | null,
    dismissedAt: row.dismissedAt as number | null,
    dismissReason: row.dismissReason as string | null,
    overlapPolicy: row.overlapPolicy as Run["overlapPolicy"],
    error: errorOf(row),
    progress: row.progress as number | null,
    progressMessage: row.progressMessage as string | null,
    instanceId: row.instanceId as string | null,
    createdAt: row.createdAt as number,
    hasPayload: Boolean(row.hasPayload),
  };
}

export function toTask(row: Row): Task {
  return {
    id: row.id as string,
    namespaceId: row.namespaceId as string,
    name: row.name as string,
    description: row.description as string | null,
    state: row.state as Task["state"],
    version: row.version as number,
    schedule: parsed(row.schedule) as unknown as Task["schedule"],
    target: parsed(row.target) as unknown as Task["target"],
    fallbackTarget: (optional(row.fallbackTarget) ?? null) as unknown as Task["fallbackTarget"],
    payload: optional(row.payload),
    retry: { ...PLAIN_RETRY, ...(parsed(row.retry) as unknown as Task["retry"]) },
    queue: row.queue as string | null,
    queueKey: row.queueKey as string | null,
    priority: row.priority as number,
    timeoutMs: row.timeoutMs as number,
    queueTimeoutMs: row.queueTimeoutMs as number | null,
    startTimeoutMs: row.startTimeoutMs as number | null,
    silenceTimeoutMs: row.silenceTimeoutMs as number | null,
    exclusions: parsed(row.exclusions) as unknown as Task["exclusions"],
    startAt: row.startAt as number | null,
    endAt: row.endAt as number | null,
    maxRuns: row.maxRuns as number | null,
    runCount: row.runCount as number,
    jitterMs: row.jitterMs as number,
    seed: row.seed as string,
    overlapPolicy: row.overlapPolicy as Task["overlapPolicy"],
    overlapBuffer: row.overlapBuffer as number,
    missedRunPolicy: row.missedRunPolicy as Task["missedRunPolicy"],
    catchUpWindowMs: row.catchUpWindowMs as number,
    catchUp: parsed(row.catchUp) as unknown as Task["catchUp"],
    startDeadlineMs: row.startDeadlineMs as number | null,
    onCrash: row.onCrash as Task["onCrash"],
    pauseAfterFailures: row.pauseAfterFailures as number | null,
    consecutiveFailures: row.consecutiveFailures as number,
    retention: (optional(row.retention) ?? null) as unknown as Task["retention"],
    followUps: parsed(row.followUps) as unknown as Task["followUps"],
    pauseReason: row.pauseReason as string | null,
    pausedAt: row.pausedAt as number | null,
    nextRunAt: row.nextRunAt as number | null,
    plannedThrough: row.plannedThrough as number,
    prunedFrom: row.prunedFrom as number | null,
    prunedThrough: row.prunedThrough as number | null,
    createdAt: row.createdAt as number,
    updatedAt: row.updatedAt as number,
    deletedAt: row.deletedAt as number | null,
  };
}

/** The columns that `saveTask` and `insertTask` write. `nextRunAt` is the runs' affair. */
export function fromTask(task: Task) {
  return {
    id: task.id,
    namespaceId: task.namespaceId,
    name: task.name,
    nameKey: task.deletedAt === null ? task.name.toLowerCase() : null,
    searchText: `${task.name}\n${task.description ?? ""}`.toLowerCase(),
    description: task.description,
    state: task.state,
    version: task.version,
    scheduleKind: task.schedule.kind,
    schedule: JSON.stringify(task.schedule),
    targetKind: task.target.kind,
    target: JSON.stringify(task.target),
    fallbackTarget: task.fallbackTarget === null ? null : JSON.stringify(task.fallbackTarget),
    payload: task.payload === undefined ? null : JSON.stringify(task.payload),
    retry: JSON.stringify(task.retry),
    queue: task.queue,
    queueKey: task.queueKey,
    priority: task.priority,
    timeoutMs: task.timeoutMs,
    queueTimeoutMs: task.queueTimeoutMs,
    startTimeoutMs: task.startTimeoutMs,
    silenceTimeoutMs: task.silenceTimeoutMs,
    exclusions: JSON.stringify(task.exclusions),
    startAt: task.startAt,
    endAt: task.endAt,
    maxRuns: task.maxRuns,
    runCount: task.runCount,
    jitterMs: task.jitterMs,
    seed: task.seed,
    overlapPolicy: task.overlapPolicy,
    overlapBuffer: task.overlapBuffer,
    missedRunPolicy: task.missedRunPolicy,
    catchUpWindowMs: task.catchUpWindowMs,
    catchUp: JSON.stringify(task.catchUp),
    startDeadlineMs: task.startDeadlineMs,
    onCrash: task.onCrash,
    pauseAfterFailures: task.pauseAfterFailures,
    consecutiveFailures: task.consecutiveFailures,
    retention: task.retention === null ? null : JSON.stringify(task.retention),
    followUps: JSON.stringify(task.followUps),
    pauseReason: task.pauseReason,
    pausedAt: task.pausedAt,
    plannedThrough: task.plannedThrough,
    createdAt: task.createdAt,
    updatedAt: task.updatedAt,
    deletedAt: task.deletedAt,
  };
}

export const toContents = (row: Row) => ({
  result: optional(row.result),
  resultTruncated: Boolean(row.resultTruncated),
  payload: optional(row.payload),
});

export const toPayload = (row: Row): Json | undefined => optional(row.payload);

export const toAttempt = (row: Row): Attempt => ({
  runId: row.runId as string,
  number: row.number as number,
  startedAt: row.startedAt as number,
  finishedAt: row.finishedAt as number | null,
  outcome: row.outcome as Attempt["outcome"],
  error: errorOf(row),
  outputTail: row.outputTail as string | null,
  instanceId: row.instanceId as string,
  fallback: Boolean(row.fallback),
});

export const toLogLine = (row: Row): LogLine => ({
  runId: row.runId as string,
  number: row.number as number,
  attempt: row.attempt as number,
  at: row.at as number,
  level: row.level as LogLine["level"],
  text: row.text as string,
});

export const toInstance = (row: Row): Instance => ({
  id: row.id as string,
  hostname: row.hostname as string,
  pid: row.pid as number,
  version: row.version as string,
  roles: (row.roles as string).split(",") as Role[],
  startedAt: row.startedAt as number,
  lastSeenAt: row.lastSeenAt as number,
  stoppedAt: row.stoppedAt as number | null,
  running: row.running as number,
  load: row.load as number | null,
  clockAheadMs: row.clockAheadMs as number | null,
});

/** What an event's snapshot of a run leaves out. */
const NOTHING = {
  dueAt: null,
  startedAt: null,
  finishedAt: null,
  queueKey: null,
  cancelRequestedAt: null,
  why: null,
  blockedByRunId: null,
  heldUntil: null,
  backfillId: null,
  parentRunId: null,
  redriveOfRunId: null,
  redrivenByRunId: null,
  dismissedAt: null,
  dismissReason: null,
  overlapPolicy: null,
  fallback: null,
  error: null,
  progress: null,
  progressMessage: null,
  instanceId: null,
} as const;

/** What an event of before these fields were there does not say. */
const olderRun = ({ scheduledFor }: Run) => ({ effectiveAt: scheduledFor, lane: "", priority: 0 });
const olderTask = ({ name }: Task) => ({
  namespaceId: DEFAULT_NAMESPACE,
  exclusions: [],
  startAt: null,
  endAt: null,
  maxRuns: null,
  runCount: 0,
  jitterMs: 0,
  seed: name,
  overlapBuffer: DEFAULT_BUFFER,
  catchUp: DEFAULT_CATCH_UP,
  startDeadlineMs: null,
  queue: null,
  queueKey: null,
  priority: 0,
  queueTimeoutMs: null,
  startTimeoutMs: null,
  silenceTimeoutMs: null,
  pauseAfterFailures: null,
  consecutiveFailures: 0,
  retention: null,
  prunedFrom: null,
  prunedThrough: null,
  followUps: [],
  fallbackTarget: null,
});
const olderRetry = (task: Task): Task => ({ ...task, retry: { ...PLAIN_RETRY, ...task.retry } });

/** The snapshot is read when somebody asks for it: an instance hears of every event of all others, and shows few of them. */
export function toEvent(row: Row): Event {
  const [cursor, at, taskId] = [row.cursor as number, row.at as number, row.taskId as string];
  const type = row.type as never;
  const namespaceId = row.namespaceId as string;
  if (row.kind === "TASK") {
    let task: Task | undefined;
    return {
      kind: "TASK",
      cursor,
      at,
      namespaceId,
      type,
      taskId,
      get task() {
        task ??= toOldTask(JSON.parse(row.data as string));
        return task;
      },
    };
  }
  let run: Run | undefined;
  return {
    kind: "RUN",
    cursor,
    at,
    namespaceId,
    type,
    taskId,
    runId: row.runId as string,
    sequence: row.sequence as number,
    get run() {
      run ??= toOldRun(JSON.parse(row.data as string));
      return run;
    },
  };
}

const toOldTask = (data: Task): Task => olderRetry({ ...olderTask(data as never), ...data });
const toOldRun = (data: Run): Run => ({ ...NOTHING, ...olderRun(data as never), ...data });
