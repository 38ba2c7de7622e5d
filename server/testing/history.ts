// What a simulation tells of itself: events as they were committed, runs as they are. Plain values with dates, for tests to compare.
import type { Commit, Page, PageRequest, Position, RunQuery, Store } from "../domain/ports.ts";
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
export async function followEvents(store: Store): Promise<readonly TestEvent[]> {
  const events: TestEvent[] = [];
  const names = new Map<string, string>();
  const sort = { field: "CREATED_AT", direction: "ASC" } as const;
  for await (const task of all((request) => store.tasks({}, sort, request))) names.set(task.id, task.name);
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
  const sort = { field: "SCHEDULED_FOR", direction: "ASC" } as const;
  const runs: Run[] = [];
  for await (const run of all((request) => store.runs(query, sort, request))) runs.push(run);
  const tasks = await store.tasksById([...new Set(runs.map((run) => run.taskId))]);
  const contents = await store.runContents(runs.map((run) => run.id));
  return runs
    .map((run) => {
      const task = tasks.get(run.taskId)?.name ?? run.taskId;
      return { ...runState(run, task), result: contents.get(run.id)?.result };
    })
    .filter(({ task, taskId }) => wanted === undefined || wanted === task || wanted === taskId);
}

async function* all<T>(read: (request: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let from: Position | null = null;
  do {
    const page: Page<T> = await read({ limit: AT_ONCE, from, direction: "forward" });
    for (const { item } of page.items) yield item;
    from = page.hasNext ? (page.items.at(-1)?.position ?? null) : null;
  } while (from !== null);
}
