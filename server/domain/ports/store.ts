// The seam to the database. SQLite and PostgreSQL stand behind it alike; one conformance suite holds both to it.
import type { Clock } from "../ports.ts";
import type { Prunable } from "../retention.ts";
import type {
  Attempt,
  Backfill,
  Calendar,
  Event,
  Instance,
  LogLine,
  Queue,
  Run,
  RunError,
  RunState,
  Secret,
  Task,
  TaskEventType,
} from "../types.ts";
import type { AccessStore, AccessTransaction } from "./access.ts";
import type { AuditStore, AuditTransaction } from "./audit.ts";
import type { ReplicaHealth, StorageHealth } from "./health.ts";
import type { NamespaceStore, NamespaceTransaction } from "./namespaces.ts";
import type {
  BackfillCounts,
  Claim,
  ClaimRequest,
  Commit,
  EventScope,
  NewRun,
  NumberedRun,
  Page,
  PageRequest,
  PauseWanted,
  QueueCounts,
  Report,
  RunChange,
  RunContents,
  RunQuery,
  RunSnapshotQuery,
  RunSort,
  Snapshot,
  TaskProgress,
  TaskQuery,
  TaskSort,
  Waiting,
} from "./store-values.ts";
import type { WebhookStore, WebhookTransaction } from "./webhooks.ts";

/** The writes that make up a change. All of a transaction's happen, with their events, or none. */
export interface StoreTransaction {
  task(id: string): Promise<Task | null>;
  /** False when another living task has the name. */
  insertTask(task: Task): Promise<boolean>;
  /** Removes ended runs of a task, with all that belongs to them. Answers how many. */
  pruneRuns(taskId: string, runIds: readonly string[]): Promise<number>;
  /** Writes the task as given with its event; `nameTaken` when another living task has the name. */
  saveTask(task: Task, event: TaskEventType): Promise<"saved" | "nameTaken">;
  /** Active tasks whose planning reaches no further than this instant, at most `limit`. */
  tasksToPlan(plannedThrough: number, limit: number): Promise<Task[]>;
  /** Active tasks with occurrences that have been due since before this instant and not been taken. */
  tasksOverdue(dueBefore: number, limit: number): Promise<Task[]>;
  /** Active tasks with held occurrences whose time for a person's decision has ended. */
  tasksHeldUntil(now: number, limit: number): Promise<Task[]>;
  /** Active and paused tasks that run whenever a scheduler starts. */
  startupTasks(): Promise<Task[]>;
  /** Living tasks that leave out what this calendar names. */
  tasksUsing(calendarId: string): Promise<Task[]>;
  readonly namespaces: NamespaceTransaction;
  /** Living tasks that are active or paused. */
  tasksWithFuture(): Promise<Task[]>;
  taskProgress(taskIds: readonly string[]): Promise<Map<string, TaskProgress>>;
  /** Tasks whose maximum of runs was planned but not started: some were skipped or missed. Planning goes on. */
  reopenBounded(limit: number): Promise<number>;
  /** Active tasks with no occurrence left become COMPLETED, with their events. Answers how many did. */
  completeExhausted(at: number, limit: number): Promise<number>;
  /** Waiting occurrences beyond their start deadline become MISSED. Answers how many did. */
  missDeadlines(at: number, limit: number): Promise<number>;
  /** Runs that were due beyond their task's queue timeout become FAILED. Answers how many did. */
  endQueueTimeouts(at: number, limit: number): Promise<number>;
  /** Tells the tasks how far they are planned and recomputes `nextRunAt`. */
  setPlanned(plans: readonly { taskId: string; plannedThrough: number }[]): Promise<void>;
  run(id: string): Promise<Run | null>;
  /** SCHEDULED, HELD, QUEUED and RETRYING ones, by their instant. */
  waitingRuns(taskId: string): Promise<Run[]>;
  /** What is left of a backfill to be started. */
  waitingOf(backfillId: string): Promise<Run[]>;
  /** The state of each occurrence in [from, until] that has a row, newest row first when a backfill made more. */
  occurrenceStates(taskId: string, from: number, until: number): Promise<Map<number, RunState>>;
  calendarsById(ids: readonly string[]): Promise<Map<string, Calendar>>;
  /** False when another calendar has the name. */
  insertCalendar(calendar: Calendar): Promise<boolean>;
  saveCalendar(calendar: Calendar): Promise<boolean>;
  deleteCalendar(id: string): Promise<void>;
  secret(id: string): Promise<Secret | null>;
  secretsByName(names: readonly string[], namespaceId?: string): Promise<Map<string, Secret>>;
  /** False when another secret has the name. */
  insertSecret(secret: Secret): Promise<boolean>;
  /** Its name stays. */
  saveSecret(secret: Secret): Promise<void>;
  deleteSecret(id: string): Promise<void>;
  /** Living tasks whose target or payload names the secret. */
  tasksNaming(secretName: string, namespaceId?: string): Promise<Task[]>;
  readonly webhooks: WebhookTransaction;
  readonly access: AccessTransaction;
  readonly audit: AuditTransaction;
  queuesByName(names: readonly string[], namespaceId?: string): Promise<Map<string, Queue>>;
  /** False when there is one of this name. */
  insertQueue(queue: Queue): Promise<boolean>;
  saveQueue(queue: Queue): Promise<void>;
  deleteQueue(name: string, namespaceId?: string): Promise<void>;
  /** Living tasks whose runs the queue holds. */
  tasksInQueue(name: string, namespaceId?: string): Promise<Task[]>;
  backfill(id: string): Promise<Backfill | null>;
  runningBackfills(limit: number): Promise<Backfill[]>;
  runningBackfillsOf(taskId: string): Promise<Backfill[]>;
  saveBackfill(backfill: Backfill): Promise<void>;
  backfillCounts(ids: readonly string[]): Promise<Map<string, BackfillCounts>>;
  /** JSON text; null when nothing is kept under the key. */
  fact(key: string): Promise<string | null>;
  saveFact(key: string, value: string): Promise<void>;
  /** Leaves out occurrences that have their row already; answers the rows written. */
  insertRuns(at: number, runs: readonly NewRun[]): Promise<Run[]>;
  /** Moves waiting runs; refuses a way that `domain/run-states` does not have. */
  changeRuns(at: number, changes: readonly RunChange[]): Promise<Run[]>;
  /** Takes back occurrences that are not due yet: their rows go, their WITHDRAWN events stay. */
  withdrawScheduled(at: number, taskId: string): Promise<Run[]>;
  /** Gives waiting runs the lane and attempts of their edited task. */
  moveWaiting(at: number, task: Task): Promise<void>;
  /** Dead letters, oldest first, and how many there are in all; among the runs with these ids, or of tasks that are not deleted. */
  deadLetters(
    query: RunQuery,
    among: { readonly ids: readonly string[] | null; readonly living: boolean },
    limit: number,
  ): Promise<{ readonly runs: Run[]; readonly total: number }>;
  /** The old runs name their new ones; `copy`: these take over the old payload. */
  linkRedriven(
    at: number,
    links: readonly { readonly from: string; readonly to: string; readonly copy: boolean }[],
  ): Promise<void>;
  dismissRuns(at: number, ids: readonly string[], reason: string): Promise<void>;
  /** The living tasks that others follow. */
  followUpGraph(namespaceId?: string): Promise<FollowUpGraph>;
  requestCancel(at: number, runId: string, why: string): Promise<Run | null>;
  claim(request: ClaimRequest): Promise<Claim>;
  /** Answers which tasks are to be paused because of it: `domain/auto-pause` does it in the same transaction. */
  report(report: Report): Promise<PauseWanted[]>;
  /** Leaves a LATE_RESULT_IGNORED event, unless the run's newest event is one. */
  noteLate(at: number, runId: string): Promise<void>;
  attempt(runId: string, number: number): Promise<Attempt | null>;
  /** What an attempt said last, at most so many lines, in their order. */
  lastLines(runId: string, attempt: number, limit: number): Promise<string[]>;
  /** Of the runs named: which are still held (lease renewed), and which of those somebody wants cancelled. */
  renewLeases(
    instanceId: string,
    leaseUntil: number,
    held: readonly { runId: string; attempt: number }[],
  ): Promise<{ held: Set<string>; cancelRequested: Set<string> }>;
  /** Running runs whose lease ended before `now`. */
  lostRuns(now: number, limit: number): Promise<{ run: Run; task: Task; attemptStartedAt: number }[]>;
  /** Ends the attempts as LOST and moves their runs. */
  recoverLost(at: number, changes: readonly (RunChange & { error: RunError })[]): Promise<void>;
  /** Ends the leases of every instance but this one, for a store that no other process can use. Workers are given time to come back. */
  expireLeases(now: number, except: string): Promise<void>;
  findKey(key: string): Promise<{ operation: string; inputHash: string; resultId: string; createdAt: number } | null>;
  /** Removes the oldest events of before an instant. Answers how many. */
  pruneEvents(before: number, limit: number): Promise<number>;
  /** Keeps the key for 24 hours. */
  saveKey(at: number, key: string, operation: string, inputHash: string, resultId: string): Promise<void>;
}

/** Task ids with their names and the ids of the tasks that follow. */
export type FollowUpGraph = ReadonlyMap<string, { readonly name: string; readonly follow: readonly string[] }>;

export interface OverviewCounts {
  readonly deadLetters: number;
  readonly activeTasks: number;
  readonly pausedTasks: number;
  readonly runningRuns: number;
  readonly waitingRuns: number;
  readonly ended: Readonly<Record<"SUCCEEDED" | "FAILED" | "CANCELLED" | "SKIPPED" | "MISSED", number>>;
  /** Sorted lateness in milliseconds of the runs that started. */
  readonly latenessMs: readonly number[];
}

/** Of runs whose leases were to be renewed; those in neither `held` nor `busy` are somebody else's, or have ended. */
export interface Renewal {
  readonly held: Set<string>;
  /** Being changed at this very moment: to be asked for again. */
  readonly busy: Set<string>;
  /** Of those held. */
  readonly cancelRequested: Set<string>;
}

/**
 * Names are of one namespace: where a method is given none, of the default one. Lists are of all. A store that is scoped to a namespace
 * (`domain/scoped`) has nothing else.
 */
export interface Store {
  /** Null: it sees all. */
  readonly namespaceId: string | null;
  readonly namespaces: NamespaceStore;
  readonly health: StorageHealth;
  /** The same store for people's questions, which a read replica may answer as well, never with an older state. Null: there is no replica. */
  readonly replica: { readonly health: ReplicaHealth; readonly reads: Store } | null;
  readonly webhooks: WebhookStore;
  readonly access: AccessStore;
  readonly audit: AuditStore;
  readonly kind: "sqlite" | "sqlite-memory" | "postgresql";
  /** True when no other process can hold runs: then every run that is not ours is lost. */
  readonly exclusive: boolean;
  /** How far this machine's clock is ahead of the database's; null where this machine's decides. */
  clockAheadMs(): number | null;
  /**
   * Why this program must not use the database any more: a newer one has changed it beyond what this one knows. Null: it may.
   */
  outdated(): Promise<string | null>;
  /** To be called every minute or so, by any process: what the tables need to stay quick. */
  upkeep(): Promise<void>;
  /** The database's own clock, where many processes share it: it decides what is due. Null: this machine's does. */
  readonly clock: Clock | null;
  /** One after the other; committed when it resolves. Holds no I/O but the database's. */
  write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Leases of an executor's runs, without a turn among the writers: who is slow with its own writes must cost nobody a run. */
  renewLeases(
    instanceId: string,
    leaseUntil: number,
    held: readonly { runId: string; attempt: number }[],
  ): Promise<Renewal>;
  onCommit(listener: (commit: Commit) => void): () => void;
  tasksById(ids: readonly string[]): Promise<Map<string, Task>>;
  tasks(query: TaskQuery, sort: TaskSort, page: PageRequest): Promise<Page<Task>>;
  runsById(ids: readonly string[]): Promise<Map<string, Run>>;
  runs(query: RunQuery, sort: RunSort, page: PageRequest): Promise<Page<Run>>;
  /** The newest run of each task that is not merely planned. */
  lastRuns(taskIds: readonly string[]): Promise<Map<string, Run>>;
  /**
   * Which of the next `limit` tasks by id, deleted ones too, have ended runs. `through` is the last one looked at, null behind all;
   * `after` is not included.
   */
  tasksWithEndedRuns(after: string, limit: number): Promise<{ ids: string[]; through: string | null }>;
  /** Ended runs that may go, with at most so many log lines together; the schedule's newest one never does. */
  prunableRuns(taskId: string, what: readonly Prunable[], limit: number, maxLines: number): Promise<string[]>;
  /** The follow-ups that the end of each run made. */
  childRuns(runIds: readonly string[]): Promise<Map<string, Run[]>>;
  /** Held occurrences of each task, oldest first. */
  heldRuns(taskIds: readonly string[]): Promise<Map<string, Run[]>>;
  /** The row of one occurrence, or the row that stands for it and others. */
  occurrenceRun(taskId: string, at: number): Promise<Run | null>;
  /** How long the newest runs that ended took, in milliseconds. */
  durations(taskId: string, limit: number): Promise<number[]>;
  /** Living tasks that are active, and paused ones when asked for. */
  tasksWithFuture(paused: boolean, ids: readonly string[] | null, namespaceId?: string): Promise<Task[]>;
  taskProgress(taskIds: readonly string[]): Promise<Map<string, TaskProgress>>;
  calendars(namespaceId?: string): Promise<Calendar[]>;
  calendarsById(ids: readonly string[]): Promise<Map<string, Calendar>>;
  tasksUsing(calendarId: string): Promise<Task[]>;
  /** By name. */
  queues(namespaceId?: string): Promise<Queue[]>;
  queuesByName(names: readonly string[], namespaceId?: string): Promise<Map<string, Queue>>;
  queueCounts(names: readonly string[], now: number, namespaceId?: string): Promise<Map<string, QueueCounts>>;
  tasksInQueue(name: string, namespaceId?: string): Promise<Task[]>;
  /** By name. */
  secrets(namespaceId?: string): Promise<Secret[]>;
  secretsByName(names: readonly string[], namespaceId?: string): Promise<Map<string, Secret>>;
  tasksNaming(secretName: string, namespaceId?: string): Promise<Task[]>;
  backfillsById(ids: readonly string[]): Promise<Map<string, Backfill>>;
  backfillsOf(taskIds: readonly string[]): Promise<Map<string, Backfill[]>>;
  backfillCounts(ids: readonly string[]): Promise<Map<string, BackfillCounts>>;
  fact(key: string): Promise<string | null>;
  /** Results and payloads are kept out of `Run`: they may be large. */
  runContents(ids: readonly string[]): Promise<Map<string, RunContents>>;
  attempts(runId: string, page: PageRequest): Promise<Page<Attempt>>;
  logs(runId: string, page: PageRequest): Promise<Page<LogLine>>;
  logsAfter(runId: string, number: number, limit: number): Promise<LogLine[]>;
  eventsAfter(cursor: number, limit: number, scope?: EventScope): Promise<Event[]>;
  /** Events up to and including this cursor have been removed; 0 when none was. */
  eventsPrunedThrough(): Promise<number>;
  /** Matching runs, newest first, at most `limit` and one more, with their events' numbers, as of one instant of the log. */
  snapshotRuns(query: RunSnapshotQuery, limit: number): Promise<Snapshot<NumberedRun>>;
  /** Living tasks that match, at most `limit` and one more, as of one instant of the log. */
  snapshotTasks(query: TaskQuery, ids: readonly string[] | null, limit: number): Promise<Snapshot<Task>>;
  /** The newest event's cursor; 0 when there is none. */
  headCursor(): Promise<number>;
  /** The earliest instant after `now` at which a waiting run is due. */
  nextDue(now: number): Promise<number | null>;
  /** What a worker could claim of a lane, at most `limit`, and when more falls due. */
  claimable(lane: string, now: number, limit: number): Promise<{ waiting: Waiting[]; next: number | null }>;
  /** When the scheduler has something to do next, past when it has now; null when nothing is in sight. */
  nextAttention(): Promise<number | null>;
  /** When the first lease on a running run ends; null when nothing runs. */
  nextLeaseEnd(): Promise<number | null>;
  overview(since: number, namespaceId?: string): Promise<OverviewCounts>;
  saveInstance(instance: Instance): Promise<void>;
  instances(seenSince: number): Promise<Instance[]>;
  instancesById(ids: readonly string[]): Promise<Map<string, Instance>>;
  /** Marks instances that have not been seen since, all but `except`. */
  buryInstances(seenBefore: number, at: number, except: string): Promise<void>;
  close(): Promise<void>;
}
