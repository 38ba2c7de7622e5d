// Which tasks run after a run has ended, with what, and that they form no circle. Pure.
import { ok, type Result, refuse } from "./errors.ts";
import { fromTask } from "./lanes.ts";
import { FOLLOW_UP_DEPTH, FOLLOW_UP_RUNS } from "./limits.ts";
import type { FollowUpGraph, NewRun, RunContents } from "./ports.ts";
import type { FollowUp, Json, Run, RunState, Task } from "./types.ts";

const ENDS: Readonly<Record<FollowUp["on"], readonly RunState[]>> = {
  SUCCESS: ["SUCCEEDED"],
  FAILURE: ["FAILED"],
  ANY: ["SUCCEEDED", "FAILED", "CANCELLED"],
};

/** Whether the follow-up runs after this end. A run that never started has come to nothing that could be followed. */
export const follows = ({ on }: FollowUp, { state, attempt }: Run): boolean => attempt > 0 && ENDS[on].includes(state);

/** The rows that the end of a run makes. `newId` is given the place in the list of follow-ups. */
export function followUpRuns(
  run: Run,
  rules: readonly FollowUp[],
  tasks: ReadonlyMap<string, Task>,
  contents: RunContents | undefined,
  now: number,
  newId: (place: number) => string,
): NewRun[] {
  const parent = tasks.get(run.taskId);
  return rules.flatMap((rule, place): NewRun[] => {
    const task = tasks.get(rule.taskId);
    if (!task || !parent || !follows(rule, run)) return [];
    const why = hindrance(task, parent);
    const payload = rule.payload === "RESULT" ? outcome(run, parent, contents) : undefined;
    return [
      {
        ...fromTask(task, payload),
        id: newId(place),
        trigger: "FOLLOW_UP",
        parentRunId: run.id,
        state: why === null ? "QUEUED" : "SKIPPED",
        scheduledFor: now,
        effectiveAt: now,
        dueAt: why === null ? now : null,
        late: false,
        why,
        ...(payload === undefined ? {} : { hasPayload: true, payloadLiteral: true, payload }),
      },
    ];
  });
}

function hindrance(task: Task, parent: Task): string | null {
  const after = `It was to follow a run of ${JSON.stringify(parent.name)}`;
  if (task.deletedAt !== null) return `${after}, but its task had been deleted.`;
  return task.state === "PAUSED" ? `${after}, but its task was paused.` : null;
}

/** What a follow-up is given; bounded, for results and errors are. */
const outcome = (run: Run, task: Task, contents: RunContents | undefined): Json => ({
  run: {
    id: run.id,
    task: { id: task.id, name: task.name },
    state: run.state,
    scheduledFor: new Date(run.scheduledFor).toISOString(),
    attempt: run.attempt,
  },
  result: contents?.result ?? null,
  resultTruncated: contents?.resultTruncated ?? false,
  error: run.error && { code: run.error.code, message: run.error.message },
});

const FIELD = ["followUps"];

/** `graph`: all follow-ups but those of this task, which are to be `follow`. */
export function checkGraph(
  task: { readonly id: string; readonly name: string },
  follow: readonly string[],
  graph: FollowUpGraph,
  nameOf: (id: string) => string,
): Result<true> {
  const edited = new Map(graph).set(task.id, { name: task.name, follow });
  const circle = circleThrough(task.id, edited);
  if (circle) {
    const path = circle.map((id) => JSON.stringify(id === task.id ? task.name : nameOf(id))).join(" → ");
    return refuse("ILLEGAL_STATE", FIELD, `These follow-ups go in a circle: ${path}. Leave one of them out.`);
  }
  const known = new Map<string, Reach>();
  for (const id of edited.keys()) {
    const { depth, runs } = reach(id, edited, known);
    if (depth > FOLLOW_UP_DEPTH)
      return refuse(
        "OUT_OF_RANGE",
        FIELD,
        `These follow-ups make a chain of ${depth} tasks; at most ${FOLLOW_UP_DEPTH} may follow each other.`,
      );
    if (runs > FOLLOW_UP_RUNS)
      return refuse(
        "OUT_OF_RANGE",
        FIELD,
        `With these follow-ups one run would cause ${runs} others; at most ${FOLLOW_UP_RUNS} are allowed.`,
      );
  }
  return ok(true);
}

/** The ids from the task back to itself, or null. */
function circleThrough(start: string, graph: FollowUpGraph): string[] | null {
  const seen = new Set<string>();
  const search = (id: string, path: readonly string[]): string[] | null => {
    for (const next of graph.get(id)?.follow ?? []) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...path, next]);
      if (found) return found;
    }
    return null;
  };
  return search(start, [start]);
}

interface Reach {
  /** Tasks of the longest chain from here, this one included. */
  readonly depth: number;
  /** Runs that the end of one run causes at most. */
  readonly runs: number;
}

function reach(id: string, graph: FollowUpGraph, known: Map<string, Reach>): Reach {
  const before = known.get(id);
  if (before) return before;
  const next = (graph.get(id)?.follow ?? []).map((each) => reach(each, graph, known));
  const found = {
    depth: 1 + Math.max(0, ...next.map(({ depth }) => depth)),
    runs: next.reduce((sum, { runs }) => sum + 1 + runs, 0),
  };
  known.set(id, found);
  return found;
}
