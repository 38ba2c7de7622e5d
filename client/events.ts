// The event log without GraphQL: what happens to runs and tasks, each event once.
import { type Following, followWith, type Through } from "./following.ts";
import type { RunEventType, RunFilter, RunState, RunTrigger, TaskEventType, TaskFilter, TaskState } from "./schema.ts";
import type { Watching } from "./types.ts";

export type { Following, RunFilter, TaskFilter };

export interface RunEventFilter {
  readonly runId?: readonly string[] | null;
  readonly taskId?: readonly string[] | null;
  readonly type?: readonly RunEventType[] | null;
  /** The run as the event left it. */
  readonly run?: RunFilter | null;
}

export interface TaskEventFilter {
  readonly taskId?: readonly string[] | null;
  readonly type?: readonly TaskEventType[] | null;
  /** The task as the event left it. */
  readonly task?: TaskFilter | null;
}

/** The fields of a run that are told when no others are asked for. Instants are RFC 3339. */
export interface Run {
  readonly id: string;
  readonly state: RunState;
  readonly trigger: RunTrigger;
  readonly scheduledFor: string;
  readonly attempt: number;
  /** The reason of its state, for a person to read. */
  readonly why: string | null;
  readonly task: { readonly id: string; readonly name: string };
}

/** The fields of a task that are told when no others are asked for. Instants are RFC 3339. */
export interface Task {
  readonly id: string;
  readonly name: string;
  readonly state: TaskState;
  readonly version: number;
  readonly nextRunAt: string | null;
}

export interface RunEvent<R = Run> {
  /** Its place in the event log. */
  readonly cursor: string;
  /** 1 for the first event of the run; no number is left out. Null for SNAPSHOT_END. */
  readonly sequence: number | null;
  /** RFC 3339. */
  readonly at: string;
  readonly type: RunEventType;
  /** The run as the change left it. Null for SNAPSHOT_END. */
  readonly run: R | null;
}

export interface TaskEvent<T = Task> {
  /** Its place in the event log. */
  readonly cursor: string;
  /** RFC 3339. */
  readonly at: string;
  readonly type: TaskEventType;
  /** The task as the change left it. Null for SNAPSHOT_END. */
  readonly task: T | null;
}

export type EventOptions<Event, Filter> = Through &
  Watching & {
    /** Go on after this cursor; left out: from now on. */
    readonly after?: string | undefined;
    /** First tell what there is, as SNAPSHOT events and a SNAPSHOT_END. With `after`: only after a gap. At most 1,000, or it is refused. */
    readonly snapshot?: boolean | undefined;
    /** Which events. All when left out. */
    readonly filter?: Filter | undefined;
    /** The fields of the run or task, as in a GraphQL selection. Give their type as the type parameter. */
    readonly fields?: string | undefined;
    /** Called for each event, in order, none twice. It is not awaited; what it throws ends the subscription. */
    readonly onEvent: (event: Event) => void;
  };

const RUN_FIELDS = "id state trigger scheduledFor attempt why task { id name }";
const TASK_FIELDS = "id name state version nextRunAt";

const document = (field: string, filter: string, selection: string) =>
  `subscription Follow($filter: ${filter}, $after: Cursor, $snapshot: Boolean!, $heartbeats: Boolean!) {
  ${field}(filter: $filter, after: $after, snapshot: $snapshot, heartbeats: $heartbeats) { ${selection} }
}`;

const variables = ({ filter, after, snapshot = false }: EventOptions<never, unknown>) => ({ filter, after, snapshot });

/**
 * Tells what happens to runs, over any loss of the connection, without a gap and without a repetition.
 * @example
 * const following = subscribeRunEvents({
 *   url: "http://127.0.0.1:4000",
 *   after: await readFile("cursor", "utf8"),
 *   onEvent: ({ type, run }) => console.log(type, run?.task.name),
 *   onStatus: (status) => console.log(status), // reconnecting, live, caught up
 * });
 */
export function subscribeRunEvents<R = Run>(options: EventOptions<RunEvent<R>, RunEventFilter>): Following {
  const selection = `cursor sequence at type run { ${options.fields ?? RUN_FIELDS} }`;
  const query = document("runEvents", "RunEventFilter", selection);
  return followWith<RunEvent<R>>(options, { query, variables: variables(options) }, options.onEvent);
}

/** Tells what happens to tasks, as `subscribeRunEvents` does of runs. */
export function subscribeTaskEvents<T = Task>(options: EventOptions<TaskEvent<T>, TaskEventFilter>): Following {
  const selection = `cursor at type task { ${options.fields ?? TASK_FIELDS} }`;
  const query = document("taskEvents", "TaskEventFilter", selection);
  return followWith<TaskEvent<T>>(options, { query, variables: variables(options) }, options.onEvent);
}
