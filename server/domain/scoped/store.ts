// A store as a request of one namespace is given it: the one place where what is of others is left out. What belongs to another namespace
// is for it as if it were not there, whatever id, name, key or cursor is shown. Each method of the store stands here: a new one does not
// compile before somebody has said what it means within a namespace.
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import type { Commit, Page, Store } from "../ports.ts";
import { createKnown } from "./known.ts";
import { scopedTransaction } from "./transaction.ts";

const EMPTY: Page<never> = { items: [], hasNext: false, hasPrevious: false, total: 0 };

export function scoped(store: Store, namespaceId: string): Store {
  const known = createKnown(store, namespaceId);
  const within = { namespaceId };
  const keyOf = (map: ReadonlyMap<string, unknown>) => [...map.keys()];
  const ofIds = async <T>(ids: Promise<string[]>, read: (ids: string[]) => Promise<Map<string, T>>) => {
    const own = await ids;
    return own.length === 0 ? new Map<string, T>() : read(own);
  };
  const ofTasks = <T>(ids: readonly string[], read: (ids: string[]) => Promise<Map<string, T>>) =>
    ofIds(known.taskIds(ids), read);
  const ofRuns = <T>(ids: readonly string[], read: (ids: string[]) => Promise<Map<string, T>>) =>
    ofIds(known.runIds(ids), read);
  const isTask = async (id: string) => (await known.taskIds([id])).length > 0;
  const isRun = async (id: string) => (await known.runIds([id])).length > 0;
  const noting = <T>(page: Page<T>, note: (item: T) => unknown): Page<T> => {
    for (const { item } of page.items) note(item);
    return page;
  };
  const own = <T extends { readonly namespaceId: string }>(found: ReadonlyMap<string, T>) =>
    new Map([...found].filter(([, each]) => each.namespaceId === namespaceId));
  /** The program's own affairs, of no namespace: nothing of them is asked for by a client's id. */
  const serverOnly = (what: string) => (): never => {
    throw new Error(`${what} is not for a store of one namespace`);
  };
  const heard = (commit: Commit): Commit => ({
    ...commit,
    events: commit.events.filter((event) => event.namespaceId === namespaceId),
    through: commit.through ?? commit.events.at(-1)?.cursor,
  });

  const made: Store = {
    namespaceId,
    get health() {
      return store.health;
    },
    get kind() {
      return store.kind;
    },
    get exclusive() {
      return store.exclusive;
    },
    get clock() {
      return store.clock;
    },
    replica: store.replica && { health: store.replica.health, reads: scoped(store.replica.reads, namespaceId) },
    namespaces: store.namespaces,
    // Users are of the server; whose rights reach how far is the viewer's and the commands' affair.
    access: store.access,
    webhooks: {
      list: () => store.webhooks.list(namespaceId),
      byId: async (ids) => own(await store.webhooks.byId(ids)),
      deliveries: async (id, states, page) =>
        own(await store.webhooks.byId([id])).size > 0 ? store.webhooks.deliveries(id, states, page) : EMPTY,
      async pending() {
        const pending = await store.webhooks.pending();
        const ids = new Set(keyOf(own(await store.webhooks.byId(keyOf(pending)))));
        return new Map([...pending].filter(([id]) => ids.has(id)));
      },
    },
    audit: {
      entries: (query, page) => store.audit.entries({ ...query, ...within }, page),
      async ofChange(changeId, limit) {
        const entries = await store.audit.ofChange(changeId, limit);
        return entries.filter((entry) => entry.namespaceId === namespaceId);
      },
      definition: async (taskId, version) => ((await isTask(taskId)) ? store.audit.definition(taskId, version) : null),
    },
    clockAheadMs: () => store.clockAheadMs(),
    outdated: () => store.outdated(),
    upkeep: serverOnly("upkeep"),
    write: (work) => store.write((tx) => work(scopedTransaction(tx, namespaceId, known))),
    renewLeases: serverOnly("renewLeases"),
    onCommit: (listener) => store.onCommit((commit) => listener(heard(commit))),
    tasksById: async (ids) => known.ofTasks(await store.tasksById(ids)),
    tasks: async (query, sort, page) => noting(await store.tasks({ ...query, ...within }, sort, page), known.isTask),
    runsById: async (ids) => known.ofRuns(await store.runsById(ids)),
    runs: async (query, sort, page) => noting(await store.runs({ ...query, ...within }, sort, page), known.isRun),
    lastRuns: (ids) => ofTasks(ids, store.lastRuns),
    tasksWithEndedRuns: serverOnly("tasksWithEndedRuns"),
    prunableRuns: serverOnly("prunableRuns"),
    childRuns: (ids) => ofRuns(ids, store.childRuns),
    heldRuns: (ids) => ofTasks(ids, store.heldRuns),
    occurrenceRun: async (taskId, at) => ((await isTask(taskId)) ? store.occurrenceRun(taskId, at) : null),
    durations: async (taskId, limit) => ((await isTask(taskId)) ? store.durations(taskId, limit) : []),
    tasksWithFuture: (paused, ids) => store.tasksWithFuture(paused, ids, namespaceId),
    taskProgress: (ids) => ofTasks(ids, store.taskProgress),
    calendars: () => store.calendars(namespaceId),
    calendarsById: async (ids) => own(await store.calendarsById(ids)),
    tasksUsing: async (id) => (await store.tasksUsing(id)).filter(known.isTask),
    queues: () => store.queues(namespaceId),
    queuesByName: (names) => store.queuesByName(names, namespaceId),
    queueCounts: (names, now) => store.queueCounts(names, now, namespaceId),
    tasksInQueue: (name) => store.tasksInQueue(name, namespaceId),
    secrets: () => store.secrets(namespaceId),
    secretsByName: (names) => store.secretsByName(names, namespaceId),
    tasksNaming: (name) => store.tasksNaming(name, namespaceId),
    backfillsById: async (ids) => known.backfills(await store.backfillsById(ids)),
    backfillsOf: (ids) => ofTasks(ids, store.backfillsOf),
    backfillCounts: async (ids) => {
      const found = await known.backfills(await store.backfillsById(ids));
      return found.size === 0 ? new Map() : store.backfillCounts(keyOf(found));
    },
    fact: store.fact,
    runContents: (ids) => ofRuns(ids, store.runContents),
    attempts: async (runId, page) => ((await isRun(runId)) ? store.attempts(runId, page) : EMPTY),
    logs: async (runId, page) => ((await isRun(runId)) ? store.logs(runId, page) : EMPTY),
    logsAfter: async (runId, number, limit) => ((await isRun(runId)) ? store.logsAfter(runId, number, limit) : []),
    eventsAfter: (cursor, limit, scope) => store.eventsAfter(cursor, limit, { ...scope, ...within }),
    eventsPrunedThrough: () => store.eventsPrunedThrough(),
    snapshotRuns: (query, limit) => store.snapshotRuns({ ...query, ...within }, limit),
    snapshotTasks: (query, ids, limit) => store.snapshotTasks({ ...query, ...within }, ids, limit),
    headCursor: () => store.headCursor(),
    nextDue: serverOnly("nextDue"),
    claimable: serverOnly("claimable"),
    nextAttention: serverOnly("nextAttention"),
    nextLeaseEnd: serverOnly("nextLeaseEnd"),
    overview: (since) => store.overview(since, namespaceId),
    saveInstance: serverOnly("saveInstance"),
    // Processes are the server's: they carry out the runs of all.
    instances: (since) => store.instances(since),
    instancesById: (ids) => store.instancesById(ids),
    buryInstances: serverOnly("buryInstances"),
    close: serverOnly("close"),
  };
  return made;
}

/** Of a store that sees all: what a command adds to. */
export const namespaceOfStore = ({ namespaceId }: Store): string => namespaceId ?? DEFAULT_NAMESPACE;
