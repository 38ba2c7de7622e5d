// The seam to the database. SQLite and PostgreSQL stand behind it alike; one conformance suite holds both to it.
import type { Attempt, Event, Instance, LogLine, Run, RunError, Task, TaskEventType } from "../types.ts";
import type {
  Claim,
  ClaimRequest,
  Commit,
  EventScope,
  NewRun,
  Page,
  PageRequest,
  Report,
  RunChange,
  RunContents,
  RunQuery,
  RunSort,
  TaskQuery,
  TaskSort,
} from "./store-values.ts";

/** The writes that make up a change. All of a transaction's happen, with their events, or none. */
export interface StoreTransaction {
  task(id: string): Promise<Task | null>;
  /** False when another living task has the name. */
  insertTask(task: Task): Promise<boolean>;
  /** Writes the task as given with its event; `nameTaken` when another living task has the name. */
  saveTask(task: Task, event: TaskEventType): Promise<"saved" | "nameTaken">;
  /** Active tasks whose planning reaches no further than this instant, at most `limit`. */
  tasksToPlan(plannedThrough: number, limit: number): Promise<Task[]>;
  /** Active tasks with occurrences that have been due since before this instant and not been taken. */
  tasksOverdue(dueBefore: number, limit: number): Promise<Task[]>;
  /** Active tasks with no occurrence left become COMPLETED, with their events. Answers how many did. */
  completeExhausted(at: number, limit: number): Promise<number>;
  /** Tells the tasks how far they are planned and recomputes `nextRunAt`. */
  setPlanned(plans: readonly { taskId: string; plannedThrough: number }[]): Promise<void>;
  run(id: string): Promise<Run | null>;
  /** SCHEDULED, QUEUED and RETRYING ones, by their instant. */
  waitingRuns(taskId: string): Promise<Run[]>;
  /** Leaves out occurrences that have their row already; answers the rows written. */
  insertRuns(at: number, runs: readonly NewRun[]): Promise<Run[]>;
  /** Moves waiting runs; refuses a way that `domain/run-states` does not have. */
  changeRuns(at: number, changes: readonly RunChange[]): Promise<Run[]>;
  /** Takes back occurrences that are not due yet: their rows go, their WITHDRAWN events stay. */
  withdrawScheduled(at: number, taskId: string): Promise<Run[]>;
  /** Gives waiting runs the lane and attempts of their edited task. */
  moveWaiting(at: number, task: Task): Promise<void>;
  requestCancel(at: number, runId: string, why: string): Promise<Run | null>;
  claim(request: ClaimRequest): Promise<Claim>;
  report(report: Report): Promise<void>;
  /** Of the runs named: which are still held (lease renewed), and which of those somebody wants cancelled. */
  renewLeases(
    instanceId: string,
    leaseUntil: number,
    held: readonly { runId: string; attempt: number }[],
  ): Promise<{ held: Set<string>; cancelRequested: Set<string> }>;
  /** Running runs whose lease ended before `now`. */
  lostRuns(now: number, limit: number): Promise<{ run: Run; task: Task }[]>;
  /** Ends the attempts as LOST and moves their runs. */
  recoverLost(at: number, changes: readonly (RunChange & { error: RunError })[]): Promise<void>;
  /** Ends the leases of every instance but this one: for a store that no other process can use. */
  expireLeases(now: number, except: string): Promise<void>;
  findKey(key: string): Promise<{ operation: string; inputHash: string; resultId: string; createdAt: number } | null>;
  /** Keeps the key for 24 hours. */
  saveKey(at: number, key: string, operation: string, inputHash: string, resultId: string): Promise<void>;
}

export interface OverviewCounts {
  readonly activeTasks: number;
  readonly pausedTasks: number;
  readonly runningRuns: number;
  readonly waitingRuns: number;
  readonly ended: Readonly<Record<"SUCCEEDED" | "FAILED" | "CANCELLED" | "SKIPPED" | "MISSED", number>>;
  /** Sorted lateness in milliseconds of the runs that started. */
  readonly latenessMs: readonly number[];
}

export interface Store {
  readonly kind: "sqlite" | "sqlite-memory" | "postgresql";
  /** True when no other process can hold runs: then every run that is not ours is lost. */
  readonly exclusive: boolean;
  /** One after the other; committed when it resolves. Holds no I/O but the database's. */
  write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  onCommit(listener: (commit: Commit) => void): () => void;
  tasksById(ids: readonly string[]): Promise<Map<string, Task>>;
  tasks(query: TaskQuery, sort: TaskSort, page: PageRequest): Promise<Page<Task>>;
  runsById(ids: readonly string[]): Promise<Map<string, Run>>;
  runs(query: RunQuery, sort: RunSort, page: PageRequest): Promise<Page<Run>>;
  /** The newest run of each task that is not merely planned. */
  lastRuns(taskIds: readonly string[]): Promise<Map<string, Run>>;
  /** Results and payloads are kept out of `Run`: they may be large. */
  runContents(ids: readonly string[]): Promise<Map<string, RunContents>>;
  attempts(runId: string, page: PageRequest): Promise<Page<Attempt>>;
  logs(runId: string, page: PageRequest): Promise<Page<LogLine>>;
  logsAfter(runId: string, number: number, limit: number): Promise<LogLine[]>;
  eventsAfter(cursor: number, limit: number, scope?: EventScope): Promise<Event[]>;
  /** The newest event's cursor; 0 when there is none. */
  headCursor(): Promise<number>;
  /** The earliest instant after `now` at which a waiting run is due. */
  nextDue(now: number): Promise<number | null>;
  overview(since: number): Promise<OverviewCounts>;
  saveInstance(instance: Instance): Promise<void>;
  instances(seenSince: number): Promise<Instance[]>;
  instancesById(ids: readonly string[]): Promise<Map<string, Instance>>;
  /** Marks instances that have not been seen since, all but `except`. */
  buryInstances(seenBefore: number, at: number, except: string): Promise<void>;
  close(): Promise<void>;
}
