// What a simulation tells of itself: events as they were committed, runs as they are. Plain values with dates, for tests to compare.
import type { Commit, PageRequest, Position, RunQuery, Store } from "../domain/ports.ts";
import type { Event, Run } from "../domain/types.ts";
import type { RunFilter, TestEvent, TestRun, TestRunState } from "./api.ts";

const AT_ONCE = 5_000;

const date = (at: number | null): Date | null => (at === null ? null : new Date(at));

const runState = (run: Run, task: string): TestRunState => ({
  id: run.id,
  taskId: run.taskId,
  task,
  trigger: run.trigger,
  state: run.state,
  scheduledFor: new Date(run.scheduledFor),
  effectiveAt: new Date(run.effectiveAt),
  startedAt: date(run.startedAt),
  finishedAt: date(run.finishedAt),
  attempt: run.attempt,
  late: run.late,
  why: run.why,
  error: run.error,
});

/** Follows a store for as long as it is open. Names of tasks are those of their newest event. */
export function followEvents(store: Store): readonly TestEvent[] {
  const events: TestEvent[] = [];
  const names = new Map<string, string>();
  const told = (event: Event): TestEvent => {
    if (event.kind === "TASK") names.set(event.taskId, event.task.name);
    const { cursor, kind, type, taskId } = event;
    const task = names.get(taskId) ?? taskId;
    const run = event.kind === "RUN" ? runState(event.run, task) : null;
    return { cursor, at: new Date(event.at), kind, type, taskId, task, run };
  };
  store.onCommit((commit: Commit) => {
    for (const event of commit.events) events.push(told(event));
  });
  return events;
}

export async function readRuns(store: Store, { task: wanted, state, trigger }: RunFilter): Promise<TestRun[]> {
  const query: RunQuery = {
    state: typeof state === "string" ? [state] : state,
    trigger: trigger === undefined ? undefined : [trigger],
  };
  const found: TestRun[] = [];
  let from: Position | null = null;
  do {
    const request: PageRequest = { limit: AT_ONCE, from, direction: "forward" };
    const page = await store.runs(query, { field: "SCHEDULED_FOR", direction: "ASC" }, request);
    const runs = page.items.map(({ item }) => item);
    const tasks = await store.tasksById([...new Set(runs.map((run) => run.taskId))]);
    const contents = await store.runContents(runs.map((run) => run.id));
    for (const run of runs) {
      const task = tasks.get(run.taskId)?.name ?? run.taskId;
      if (wanted === undefined || wanted === task || wanted === run.taskId)
        found.push({ ...runState(run, task), result: contents.get(run.id)?.result });
    }
    from = page.hasNext ? (page.items.at(-1)?.position ?? null) : null;
  } while (from !== null);
  return found;
}
