// Which ids are of a namespace. What has been found once stays so: no task and no run moves to another one.
import { namespaceOf } from "../lanes.ts";
import type { Store } from "../ports.ts";
import type { Backfill, Run, Task } from "../types.ts";

const MOST = 2_000;

export interface Known {
  /** Takes out what is of another namespace. */
  ofTasks(found: ReadonlyMap<string, Task>): Map<string, Task>;
  ofRuns(found: ReadonlyMap<string, Run>): Map<string, Run>;
  isRun(run: Run): boolean;
  isTask(task: Task): boolean;
  taskIds(ids: readonly string[]): Promise<string[]>;
  runIds(ids: readonly string[]): Promise<string[]>;
  backfills(found: ReadonlyMap<string, Backfill>): Promise<Map<string, Backfill>>;
}

export function createKnown(store: Pick<Store, "tasksById" | "runsById">, namespaceId: string): Known {
  const [tasks, runs] = [new Set<string>(), new Set<string>()];
  const keep = (set: Set<string>, id: string): void => {
    if (set.size >= MOST) set.clear();
    set.add(id);
  };
  const isTask = (task: Task): boolean => {
    if (task.namespaceId !== namespaceId) return false;
    keep(tasks, task.id);
    return true;
  };
  const isRun = (run: Run): boolean => {
    if (namespaceOf(run) !== namespaceId) return false;
    keep(runs, run.id);
    return true;
  };
  async function among(
    ids: readonly string[],
    set: Set<string>,
    look: (ids: string[]) => Promise<ReadonlyMap<string, unknown>>,
  ) {
    const unknown = ids.filter((id) => !set.has(id));
    if (unknown.length === 0) return [...ids];
    const before = ids.filter((id) => set.has(id));
    // Not asked of the set: it may have been emptied to make room.
    const found = await look(unknown);
    return [...before, ...unknown.filter((id) => found.has(id))];
  }
  const known: Known = {
    isTask,
    isRun,
    ofTasks: (found) => new Map([...found].filter(([, task]) => isTask(task))),
    ofRuns: (found) => new Map([...found].filter(([, run]) => isRun(run))),
    taskIds: (ids) => among(ids, tasks, async (unknown) => known.ofTasks(await store.tasksById(unknown))),
    runIds: (ids) => among(ids, runs, async (unknown) => known.ofRuns(await store.runsById(unknown))),
    async backfills(found) {
      const own = new Set(await known.taskIds([...new Set([...found.values()].map(({ taskId }) => taskId))]));
      return new Map([...found].filter(([, { taskId }]) => own.has(taskId)));
    },
  };
  return known;
}
