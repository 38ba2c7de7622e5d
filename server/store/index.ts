// The store: the only room that knows Prisma and SQL. Binds the nouns' functions to a connection and tells commits.
import { systemClock } from "../clock.ts";
import { DEFAULT_NAMESPACE } from "../domain/namespace.ts";
import type { Clock, Commit, Store, StoreTransaction } from "../domain/ports.ts";
import { accessReads, accessWrites } from "./access.ts";
import { auditReads, auditWrites } from "./audit.ts";
import * as backfills from "./backfills.ts";
import * as calendars from "./calendars.ts";
import { claim, claimable } from "./claims.ts";
import * as cluster from "./cluster.ts";
import { type Database, openSqlite, type Transaction } from "./database.ts";
import * as deadLetters from "./dead-letters.ts";
import * as eventRetention from "./event-retention.ts";
import * as events from "./events.ts";
import * as followUps from "./follow-ups.ts";
import * as history from "./history.ts";
import * as leases from "./leases.ts";
import { outdated } from "./migrate.ts";
import { endQueueTimeouts, missDeadlines } from "./missed.ts";
import * as namespaces from "./namespaces.ts";
import { overview } from "./overview.ts";
import { readPage } from "./pages.ts";
import * as planning from "./planning.ts";
import { shownUrl } from "./postgres/access.ts";
import { openPostgres } from "./postgres/database.ts";
import * as queues from "./queues.ts";
import { readingFrom, withReads } from "./replica-reads.ts";
import { noteLate, report } from "./reports.ts";
import * as retention from "./retention.ts";
import * as lookups from "./run-lookups.ts";
import { runPage } from "./run-pages.ts";
import * as runs from "./runs.ts";
import * as secrets from "./secrets.ts";
import * as snapshots from "./snapshots.ts";
import { one, sql, texts } from "./sql.ts";
import * as tasks from "./tasks.ts";
import { webhookReads, webhookWrites } from "./webhook-access.ts";

export interface StoreOptions {
  /** Counts and wakes; a database that many share has a clock of its own. */
  readonly clock?: Clock;
  readonly listenUrl?: string | null;
  readonly replicaUrl?: string | null;
}

/** `location`: a SQLite file's path, `:memory:`, or a URL of PostgreSQL. @throws StartupError when the database cannot be used */
export async function openStore(
  location: string,
  { clock = systemClock, listenUrl = null, replicaUrl = null }: StoreOptions = {},
): Promise<Store> {
  return new PrismaStore(
    isPostgres(location) ? await openPostgres(location, { clock, listenUrl, replicaUrl }) : await openSqlite(location),
  );
}

/** Without a password. */
export const shownDatabase = (location: string): string => (isPostgres(location) ? shownUrl(location) : location);

export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

class PrismaStore implements Store {
  readonly webhooks: Store["webhooks"];
  readonly access: Store["access"];
  readonly audit: Store["audit"];
  readonly namespaces: Store["namespaces"];
  readonly namespaceId = null;
  readonly replica: Store["replica"];

  constructor(private readonly database: Database) {
    this.webhooks = webhookReads(database);
    this.access = accessReads(database);
    this.audit = auditReads(database);
    this.namespaces = namespaces.namespaceReads(database);
    const { replica } = database;
    this.replica = replica && {
      health: replica,
      reads: withReads(this, new PrismaStore(readingFrom(replica, database))),
    };
  }

  get exclusive() {
    return this.database.exclusive;
  }

  get clock() {
    return this.database.clock;
  }

  clockAheadMs: Store["clockAheadMs"] = () => this.database.clock?.aheadMs ?? null;
  upkeep: Store["upkeep"] = () => this.database.upkeep();
  outdated: Store["outdated"] = async () => (this.database.exclusive ? null : this.database.read((db) => outdated(db)));

  get health() {
    return this.database.health;
  }

  get kind() {
    return this.database.kind;
  }

  async write<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
    const { done, changes } = await this.database.write(async (tx) => {
      const changes = new events.Changes();
      const done = await work(transaction(tx, changes));
      await followUps.followEnds(tx, changes);
      if (changes.any) this.database.announce(changes);
      return { done, changes };
    });
    if (changes.any) this.database.committed(changes);
    return done;
  }

  renewLeases: Store["renewLeases"] = (instanceId, leaseUntil, held) =>
    this.database.apart((db) => leases.renewApart(db, instanceId, leaseUntil, held));

  onCommit(listener: (commit: Commit) => void): () => void {
    return this.database.commits.listen(listener);
  }

  tasksById: Store["tasksById"] = (ids) => this.database.read((db) => tasks.tasksById(db, ids));
  tasks: Store["tasks"] = (query, sort, page) =>
    this.database.read((db) => readPage(db, tasks.taskPage(query, sort), page));
  runsById: Store["runsById"] = (ids) => this.database.read((db) => runs.runsById(db, ids));
  runs: Store["runs"] = (query, sort, page) =>
    this.database.read(async (db) => readPage(db, runPage(await namespaces.narrowedRuns(db, query), sort), page));
  lastRuns: Store["lastRuns"] = (ids) => this.database.read((db) => runs.lastRuns(db, ids));
  tasksWithEndedRuns: Store["tasksWithEndedRuns"] = (after, limit) =>
    this.database.read((db) => retention.tasksWithEndedRuns(db, after, limit));
  prunableRuns: Store["prunableRuns"] = (taskId, what, limit, maxLines) =>
    this.database.read((db) => retention.prunableRuns(db, taskId, what, limit, maxLines));
  runContents: Store["runContents"] = (ids) => this.database.read((db) => runs.runContents(db, ids));
  childRuns: Store["childRuns"] = (ids) => this.database.read((db) => followUps.childRuns(db, ids));
  heldRuns: Store["heldRuns"] = (ids) => this.database.read((db) => lookups.heldRuns(db, ids));
  occurrenceRun: Store["occurrenceRun"] = (taskId, at) =>
    this.database.read(
      async (db) => (await lookups.occurrenceRun(db, taskId, at)) ?? (await lookups.summaryRun(db, taskId, at)),
    );
  durations: Store["durations"] = (taskId, limit) => this.database.read((db) => lookups.durations(db, taskId, limit));
  tasksWithFuture: Store["tasksWithFuture"] = (paused, ids, ns) =>
    this.database.read((db) => planning.tasksWithFuture(db, paused, ids, ns));
  taskProgress: Store["taskProgress"] = (ids) => this.database.read((db) => planning.taskProgress(db, ids));
  calendars: Store["calendars"] = (ns) => this.database.read((db) => calendars.calendars(db, ns));
  calendarsById: Store["calendarsById"] = (ids) => this.database.read((db) => calendars.calendarsById(db, ids));
  tasksUsing: Store["tasksUsing"] = (id) => this.database.read((db) => planning.tasksUsing(db, id));
  queues: Store["queues"] = (ns) => this.database.read((db) => queues.queues(db, ns));
  queuesByName: Store["queuesByName"] = (names, ns = DEFAULT_NAMESPACE) =>
    this.database.read((db) => queues.queuesByName(db, names, ns));
  queueCounts: Store["queueCounts"] = (names, now, ns = DEFAULT_NAMESPACE) =>
    this.database.read((db) => queues.queueCounts(db, names, now, ns));
  tasksInQueue: Store["tasksInQueue"] = (name, ns = DEFAULT_NAMESPACE) =>
    this.database.read((db) => queues.tasksInQueue(db, name, ns));
  secrets: Store["secrets"] = (ns) => this.database.read((db) => secrets.secrets(db, ns));
  secretsByName: Store["secretsByName"] = (names, ns = DEFAULT_NAMESPACE) =>
    this.database.read((db) => secrets.secretsByName(db, names, ns));
  tasksNaming: Store["tasksNaming"] = (name, ns = DEFAULT_NAMESPACE) =>
    this.database.read((db) => secrets.tasksNaming(db, name, ns));
  backfillsById: Store["backfillsById"] = (ids) => this.database.read((db) => backfills.backfillsById(db, ids));
  backfillsOf: Store["backfillsOf"] = (ids) => this.database.read((db) => backfills.backfillsOf(db, ids));
  backfillCounts: Store["backfillCounts"] = (ids) => this.database.read((db) => backfills.backfillCounts(db, ids));
  fact: Store["fact"] = (key) => this.database.read((db) => cluster.fact(db, key));
  attempts: Store["attempts"] = (id, page) => this.database.read((db) => readPage(db, history.attemptPage(id), page));
  logs: Store["logs"] = (id, page) => this.database.read((db) => readPage(db, history.logPage(id), page));
  logsAfter: Store["logsAfter"] = (id, number, limit) =>
    this.database.read((db) => history.logsAfter(db, id, number, limit));
  eventsAfter: Store["eventsAfter"] = (cursor, limit, scope) =>
    this.database.read((db) => events.eventsAfter(db, cursor, limit, scope));
  eventsPrunedThrough: Store["eventsPrunedThrough"] = () => this.database.read(eventRetention.prunedThrough);
  snapshotRuns: Store["snapshotRuns"] = (query, limit) =>
    this.database.still(async (db) => snapshots.snapshotRuns(db, await namespaces.narrowedRuns(db, query), limit));
  snapshotTasks: Store["snapshotTasks"] = (query, ids, limit) =>
    this.database.still((db) => snapshots.snapshotTasks(db, query, ids, limit));
  headCursor: Store["headCursor"] = () => this.database.read(events.headCursor);
  overview: Store["overview"] = (since, namespaceId) =>
    this.database.read(async (db) => overview(db, since, await namespaces.narrowed(db, namespaceId)));
  instances: Store["instances"] = (since) => this.database.read(() => cluster.instances(this.database.models, since));
  instancesById: Store["instancesById"] = (ids) =>
    this.database.read(() => cluster.instancesById(this.database.models, ids));
  saveInstance: Store["saveInstance"] = (instance) => this.database.write((tx) => cluster.saveInstance(tx, instance));
  buryInstances: Store["buryInstances"] = (seenBefore, at, except) =>
    this.database.write((tx) => cluster.buryInstances(tx, seenBefore, at, except));

  nextDue: Store["nextDue"] = async (now) => {
    const row = await this.database.read((db) =>
      one(
        db,
        sql`SELECT MIN((SELECT MIN("dueAt") FROM runs WHERE state = states.value AND "dueAt" > ${now})) AS due
              FROM ${texts(["SCHEDULED", "HELD", "QUEUED", "RUNNING", "RETRYING"])} AS states`,
      ),
    );
    return (row?.due as number | null) ?? null;
  };

  claimable: Store["claimable"] = (lane, now, limit) => this.database.read((db) => claimable(db, lane, now, limit));
  nextAttention: Store["nextAttention"] = () => this.database.read(planning.nextAttention);
  nextLeaseEnd: Store["nextLeaseEnd"] = () => this.database.read(leases.nextLeaseEnd);

  close(): Promise<void> {
    return this.database.close();
  }
}

function transaction(tx: Transaction, changes: events.Changes): StoreTransaction {
  return {
    task: (id) => tasks.findTask(tx, id),
    insertTask: (task) => tasks.insertTask(tx, changes, task),
    saveTask: (task, event) => tasks.saveTask(tx, changes, task, event),
    tasksToPlan: (through, limit) => planning.tasksToPlan(tx, through, limit),
    tasksOverdue: (before, limit) => planning.tasksOverdue(tx, before, limit),
    tasksHeldUntil: (now, limit) => planning.tasksHeldUntil(tx, now, limit),
    startupTasks: () => planning.startupTasks(tx),
    tasksUsing: (calendarId) => planning.tasksUsing(tx, calendarId),
    tasksWithFuture: () => planning.tasksWithFuture(tx, true, null),
    taskProgress: (ids) => planning.taskProgress(tx, ids),
    reopenBounded: (limit) => planning.reopenBounded(tx, limit),
    completeExhausted: (at, limit) => planning.completeExhausted(tx, changes, at, limit),
    missDeadlines: (at, limit) => missDeadlines(tx, changes, at, limit),
    endQueueTimeouts: (at, limit) => endQueueTimeouts(tx, changes, at, limit),
    setPlanned: (plans) => planning.setPlanned(tx, plans),
    pruneRuns: (taskId, ids) => retention.pruneRuns(tx, taskId, ids),
    run: (id) => runs.findRun(tx, id),
    waitingRuns: (taskId) => runs.waitingRuns(tx, taskId),
    waitingOf: (backfillId) => lookups.waitingOf(tx, backfillId),
    occurrenceStates: (taskId, from, until) => lookups.occurrenceStates(tx, taskId, from, until),
    calendarsById: (ids) => calendars.calendarsById(tx, ids),
    insertCalendar: (calendar) => calendars.insertCalendar(tx, calendar),
    saveCalendar: (calendar) => calendars.saveCalendar(tx, calendar),
    deleteCalendar: (id) => calendars.deleteCalendar(tx, id),
    queuesByName: (names, ns = DEFAULT_NAMESPACE) => queues.queuesByName(tx, names, ns),
    insertQueue: (queue) => queues.insertQueue(tx, changes, queue),
    saveQueue: (queue) => queues.saveQueue(tx, changes, queue),
    deleteQueue: (name, ns = DEFAULT_NAMESPACE) => queues.deleteQueue(tx, changes, name, ns),
    tasksInQueue: (name, ns = DEFAULT_NAMESPACE) => queues.tasksInQueue(tx, name, ns),
    secret: (id) => secrets.findSecret(tx, id),
    secretsByName: (names, ns = DEFAULT_NAMESPACE) => secrets.secretsByName(tx, names, ns),
    insertSecret: (secret) => secrets.insertSecret(tx, secret),
    saveSecret: (secret) => secrets.saveSecret(tx, secret),
    deleteSecret: (id) => secrets.deleteSecret(tx, id),
    tasksNaming: (name, ns = DEFAULT_NAMESPACE) => secrets.tasksNaming(tx, name, ns),
    namespaces: namespaces.namespaceWrites(tx, changes),
    webhooks: webhookWrites(tx, changes),
    access: accessWrites(tx),
    audit: auditWrites(tx),
    backfill: (id) => backfills.findBackfill(tx, id),
    runningBackfills: (limit) => backfills.runningBackfills(tx, limit),
    runningBackfillsOf: (taskId) => backfills.runningBackfillsOf(tx, taskId),
    saveBackfill: (backfill) => {
      changes.backfill = true;
      return backfills.saveBackfill(tx, backfill);
    },
    backfillCounts: (ids) => backfills.backfillCounts(tx, ids),
    fact: (key) => cluster.fact(tx, key),
    saveFact: (key, value) => cluster.saveFact(tx, key, value),
    insertRuns: (at, added) => runs.insertRuns(tx, changes, at, added),
    changeRuns: (at, moves) => runs.changeRuns(tx, changes, at, moves),
    withdrawScheduled: (at, taskId) => runs.withdrawScheduled(tx, changes, at, taskId),
    moveWaiting: (at, task) => runs.moveWaiting(tx, changes, at, task),
    deadLetters: (query, among, limit) => deadLetters.deadLetters(tx, query, among, limit),
    linkRedriven: (at, links) => deadLetters.linkRedriven(tx, changes, at, links),
    dismissRuns: (at, ids, reason) => deadLetters.dismissRuns(tx, changes, at, ids, reason),
    followUpGraph: (ns) => followUps.followUpGraph(tx, ns),
    requestCancel: (at, runId, why) => runs.requestCancel(tx, changes, at, runId, why),
    claim: (request) => claim(tx, changes, request),
    report: (gathered) => report(tx, changes, gathered),
    noteLate: (at, runId) => noteLate(tx, changes, at, runId),
    lastLines: (runId, attempt, limit) => history.lastLines(tx, runId, attempt, limit),
    attempt: (runId, number) => leases.findAttempt(tx, runId, number),
    renewLeases: (id, until, held) => leases.renewLeases(tx, id, until, held),
    lostRuns: (now, limit) => leases.lostRuns(tx, now, limit),
    recoverLost: (at, losses) => leases.recoverLost(tx, changes, at, losses),
    expireLeases: (now, except) => leases.expireLeases(tx, now, except),
    pruneEvents: (before, limit) => eventRetention.pruneEvents(tx, before, limit),
    findKey: (key) => cluster.findKey(tx, key),
    saveKey: (at, key, operation, hash, id) => cluster.saveKey(tx, at, key, operation, hash, id),
  };
}
