// Tasks and runs as plain values, for tests that talk to the store or the rules directly.
import { PLAIN_RETRY } from "../../server/domain/input/retry.ts";
import { fromTask } from "../../server/domain/lanes.ts";
import type { PlanContext } from "../../server/domain/planning.ts";
import type { NewRun, TaskProgress } from "../../server/domain/ports.ts";
import { timetableOf } from "../../server/domain/schedule/index.ts";
import type { Task } from "../../server/domain/types.ts";

/** 2026-06-01T12:00:00Z: far from every clock change. */
export const NOON = Date.UTC(2026, 5, 1, 12);

let serial = 0;
/** A well-formed id; ids made later sort later. */
export const newId = (): string => `01900000-0000-7000-8000-${String(++serial).padStart(12, "0")}`;

export function aTask(changes: Partial<Task> = {}): Task {
  const id = changes.id ?? newId();
  return {
    id,
    namespaceId: "default",
    name: `task ${id.slice(-6)}`,
    description: null,
    schedule: { kind: "EVERY", intervalMs: 60_000, anchor: NOON },
    target: { kind: "MODULE", name: "echo" },
    fallbackTarget: null,
    payload: undefined,
    retry: { ...PLAIN_RETRY, maxAttempts: 3, initialDelayMs: 1_000, maxDelayMs: 60_000, factor: 2, jitter: false },
    queue: null,
    queueKey: null,
    priority: 0,
    timeoutMs: 60_000,
    queueTimeoutMs: null,
    startTimeoutMs: null,
    silenceTimeoutMs: null,
    exclusions: [],
    startAt: null,
    endAt: null,
    maxRuns: null,
    runCount: 0,
    jitterMs: 0,
    seed: "a task",
    overlapPolicy: "SKIP",
    overlapBuffer: 10,
    missedRunPolicy: "LAST",
    catchUpWindowMs: 86_400_000,
    catchUp: { limit: 10, order: "OLDEST_FIRST", ratePerMinute: null, hold: null },
    startDeadlineMs: null,
    onCrash: "RETRY",
    pauseAfterFailures: null,
    consecutiveFailures: 0,
    retention: null,
    followUps: [],
    state: "ACTIVE",
    version: 1,
    pauseReason: null,
    pausedAt: null,
    nextRunAt: null,
    plannedThrough: NOON,
    prunedFrom: null,
    prunedThrough: null,
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    ...changes,
  };
}

export function aRun(task: Task, scheduledFor: number, changes: Partial<NewRun> = {}): NewRun {
  return {
    ...fromTask(task),
    id: newId(),
    trigger: "SCHEDULE",
    state: "SCHEDULED",
    scheduledFor,
    effectiveAt: scheduledFor,
    dueAt:
      changes.state === undefined || changes.state === "SCHEDULED" || changes.state === "QUEUED" ? scheduledFor : null,
    late: false,
    why: null,
    ...changes,
  };
}

/** What planning needs beside the task, for tasks without calendars. */
export function contextOf(task: Task, now: number, progress: Partial<TaskProgress> = {}): PlanContext {
  return {
    now,
    newId,
    table: timetableOf(task, new Map()),
    progress: { pending: 0, going: 0, lastEnd: null, ...progress },
  };
}
