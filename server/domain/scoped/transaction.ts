// The writes of a request of one namespace. What it may name is looked up here first; what it adds is of this namespace and no other.
import { RequestError } from "../errors.ts";
import { namespaceOf } from "../lanes.ts";
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import type { StoreTransaction } from "../ports.ts";
import type { Backfill, Run } from "../types.ts";
import type { Known } from "./known.ts";

/** No text of a client's can have it, so no key of the default namespace is one of another's. */
const SEPARATOR = "\u001f";

export function scopedTransaction(tx: StoreTransaction, namespaceId: string, known: Known): StoreTransaction {
  const own = <T extends { readonly namespaceId: string }>(found: T | null): T | null =>
    found?.namespaceId === namespaceId ? found : null;
  const ownMap = <T extends { readonly namespaceId: string }>(found: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...found].filter(([, each]) => each.namespaceId === namespaceId));
  const keyOf = (key: string) => (namespaceId === DEFAULT_NAMESPACE ? key : `${namespaceId}${SEPARATOR}${key}`);
  const run = async (id: string): Promise<Run | null> => {
    const found = await tx.run(id);
    return found && known.isRun(found) ? found : null;
  };
  const isTask = async (id: string) => own(await tx.task(id)) !== null;
  const backfill = async (id: string): Promise<Backfill | null> => {
    const found = await tx.backfill(id);
    return found && (await isTask(found.taskId)) ? found : null;
  };
  /** What a command made without asking: a mistake of ours, never an answer. */
  function must<T>(value: T, is: boolean, what: string): T {
    if (!is) throw new Error(`${what} of another namespace than ${namespaceId} cannot be written here`);
    return value;
  }
  const mustOwn = <T extends { readonly namespaceId: string }>(value: T, what: string): T =>
    must(value, value.namespaceId === namespaceId, what);
  /** It may have been deleted since the request began: nothing is left behind in a namespace that nobody sees. */
  async function added<T extends { readonly namespaceId: string }>(value: T, what: string): Promise<T> {
    mustOwn(value, what);
    if (namespaceId !== DEFAULT_NAMESPACE && !(await tx.namespaces.find(namespaceId)))
      throw new RequestError("NOT_FOUND", "The namespace of this request was deleted meanwhile.");
    return value;
  }
  const webhook = async (id: string) => own(await tx.webhooks.find(id));
  const serverOnly = (what: string) => (): never => {
    throw new Error(`${what} is not for a transaction of one namespace`);
  };
  /** What commands have found by the reads below, they change by its id. Each stands here: a new method does not compile before. */
  const found = {
    namespaces: tx.namespaces,
    access: tx.access,
    taskProgress: tx.taskProgress,
    setPlanned: tx.setPlanned,
    saveBackfill: tx.saveBackfill,
    backfillCounts: tx.backfillCounts,
    fact: tx.fact,
    changeRuns: tx.changeRuns,
    withdrawScheduled: tx.withdrawScheduled,
    moveWaiting: tx.moveWaiting,
    linkRedriven: tx.linkRedriven,
    dismissRuns: tx.dismissRuns,
    report: tx.report,
    noteLate: tx.noteLate,
    renewLeases: tx.renewLeases,
  } satisfies Partial<StoreTransaction>;
  return {
    ...found,
    task: async (id) => own(await tx.task(id)),
    insertTask: async (task) => tx.insertTask(await added(task, "A task")),
    saveTask: async (task, event) => tx.saveTask(await added(task, "A task"), event),
    run,
    waitingRuns: async (taskId) => ((await isTask(taskId)) ? tx.waitingRuns(taskId) : []),
    waitingOf: async (id) => ((await backfill(id)) ? tx.waitingOf(id) : []),
    occurrenceStates: async (taskId, from, until) =>
      (await isTask(taskId)) ? tx.occurrenceStates(taskId, from, until) : new Map(),
    tasksUsing: async (id) => (await tx.tasksUsing(id)).filter((task) => task.namespaceId === namespaceId),
    calendarsById: async (ids) => ownMap(await tx.calendarsById(ids)),
    insertCalendar: async (calendar) => tx.insertCalendar(await added(calendar, "A calendar")),
    saveCalendar: (calendar) => tx.saveCalendar(mustOwn(calendar, "A calendar")),
    async deleteCalendar(id) {
      if (ownMap(await tx.calendarsById([id])).size > 0) await tx.deleteCalendar(id);
    },
    secret: async (id) => own(await tx.secret(id)),
    secretsByName: (names) => tx.secretsByName(names, namespaceId),
    insertSecret: async (secret) => tx.insertSecret(await added(secret, "A secret")),
    saveSecret: (secret) => tx.saveSecret(mustOwn(secret, "A secret")),
    async deleteSecret(id) {
      if (own(await tx.secret(id))) await tx.deleteSecret(id);
    },
    tasksNaming: (name) => tx.tasksNaming(name, namespaceId),
    queuesByName: (names) => tx.queuesByName(names, namespaceId),
    insertQueue: async (queue) => tx.insertQueue(await added(queue, "A queue")),
    saveQueue: (queue) => tx.saveQueue(mustOwn(queue, "A queue")),
    deleteQueue: (name) => tx.deleteQueue(name, namespaceId),
    tasksInQueue: (name) => tx.tasksInQueue(name, namespaceId),
    webhooks: {
      count: tx.webhooks.count,
      insertTried: tx.webhooks.insertTried,
      enqueue: serverOnly("webhooks.enqueue"),
      take: serverOnly("webhooks.take"),
      settle: serverOnly("webhooks.settle"),
      giveBack: serverOnly("webhooks.giveBack"),
      freeAll: serverOnly("webhooks.freeAll"),
      prune: serverOnly("webhooks.prune"),
      async again(id, now) {
        const delivery = await tx.webhooks.delivery(id);
        if (delivery && (await webhook(delivery.webhookId))) await tx.webhooks.again(id, now);
      },
      find: webhook,
      // How many there may be in all is bounded over all namespaces.
      list: () => tx.webhooks.list(namespaceId),
      insert: async (hook) => tx.webhooks.insert(await added(hook, "A webhook")),
      save: (saved) => tx.webhooks.save(mustOwn(saved, "A webhook")),
      async remove(id) {
        if (await webhook(id)) await tx.webhooks.remove(id);
      },
      async delivery(id) {
        const found = await tx.webhooks.delivery(id);
        return found && (await webhook(found.webhookId)) ? found : null;
      },
    },
    audit: {
      insert: (entries) => tx.audit.insert(entries.map((entry) => ({ ...entry, namespaceId }))),
      prune: serverOnly("audit.prune"),
    },
    backfill,
    runningBackfills: serverOnly("runningBackfills"),
    runningBackfillsOf: async (taskId) => ((await isTask(taskId)) ? tx.runningBackfillsOf(taskId) : []),
    deadLetters: (query, among, limit) => tx.deadLetters({ ...query, namespaceId }, among, limit),
    requestCancel: async (at, id, why) => ((await run(id)) ? tx.requestCancel(at, id, why) : null),
    insertRuns: (at, runs) =>
      tx.insertRuns(
        at,
        runs.map((each) => must(each, namespaceOf(each) === namespaceId, "A run")),
      ),
    attempt: async (runId, number) => ((await run(runId)) ? tx.attempt(runId, number) : null),
    lastLines: async (runId, attempt, limit) => ((await run(runId)) ? tx.lastLines(runId, attempt, limit) : []),
    claim: (request) =>
      tx.claim(
        must(
          request,
          Object.keys(request.slots).every((lane) => namespaceOf({ lane }) === namespaceId),
          "Runs",
        ),
      ),
    followUpGraph: () => tx.followUpGraph(namespaceId),
    saveFact: serverOnly("saveFact"),
    findKey: (key) => tx.findKey(keyOf(key)),
    saveKey: (at, key, operation, hash, id) => tx.saveKey(at, keyOf(key), operation, hash, id),
    startupTasks: serverOnly("startupTasks"),
    tasksToPlan: serverOnly("tasksToPlan"),
    tasksOverdue: serverOnly("tasksOverdue"),
    tasksHeldUntil: serverOnly("tasksHeldUntil"),
    tasksWithFuture: serverOnly("tasksWithFuture"),
    reopenBounded: serverOnly("reopenBounded"),
    completeExhausted: serverOnly("completeExhausted"),
    missDeadlines: serverOnly("missDeadlines"),
    endQueueTimeouts: serverOnly("endQueueTimeouts"),
    lostRuns: serverOnly("lostRuns"),
    recoverLost: serverOnly("recoverLost"),
    expireLeases: serverOnly("expireLeases"),
    pruneEvents: serverOnly("pruneEvents"),
    pruneRuns: serverOnly("pruneRuns"),
  };
}
