// What `cronograph/test` offers, in types. Instants are `Date`s, lengths of time milliseconds or ISO 8601 texts ("PT90M").
import type { RunError, RunEventType, RunState, RunTrigger, TaskEventType } from "../domain/types.ts";
import type { TaskContext, TaskRun } from "../executor/module-api.ts";

export type Duration = number | string;

export interface TestSchedulerOptions {
  /** What the clock shows at first. A text is RFC 3339 with an offset. */
  readonly startAt: Date | string;
  /** What tasks with a module target run, by the module's name, in this process. Other names are files of the tasks folder. */
  readonly modules?: Readonly<Record<string, SimulatedModule>>;
  /** Answers what tasks with an HTTP target send. Without it the requests really go out. */
  readonly http?: SimulatedServer;
  /** Answers for the commands of tasks with a shell target, and allows them. Without it they are run, if `settings` has `ALLOW_SHELL`. */
  readonly shell?: SimulatedShell;
  /** Folder of the modules that are not given as functions; each runs in a worker thread. `tasks` at first. */
  readonly tasksDir?: string;
  /** A file's path, or `:memory:`, which it is at first. */
  readonly database?: string;
  /** Numbers in [0, 1) for whatever is left to chance, backoff with jitter above all. The same ones in each test at first. */
  readonly random?: () => number;
  /** How long the work of one instant may take in real time, in milliseconds; 10,000 at first. */
  readonly realTimeLimitMs?: number;
  /** Other settings, named as in the environment: `{ WORKER_THREADS: "1" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface SimulatedContext extends TaskContext {
  /**
   * Waits in simulated time; rejects when the run is aborted meanwhile. While a function sleeps, time may pass; while it does
   * anything else, time stands still and waits for it. `Number.POSITIVE_INFINITY` waits for the abort.
   */
  sleep(duration: Duration): Promise<void>;
  /** What the simulated clock shows. */
  now(): Date;
}

// biome-ignore lint/suspicious/noExplicitAny: a module knows what its payload is
export type SimulatedModule = (payload: any, context: SimulatedContext) => unknown;

export interface SimulatedRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface SimulatedResponse {
  /** 200 when left out. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is; anything else as JSON. */
  readonly body?: unknown;
}

/** A throw is a failed connection. */
export type SimulatedServer = (
  request: SimulatedRequest,
  context: Pick<SimulatedContext, "signal" | "sleep" | "now" | "run">,
) => SimulatedResponse | undefined | Promise<SimulatedResponse | undefined>;

export interface SimulatedCommand {
  /** The program and its arguments; null for a script. */
  readonly command: readonly string[] | null;
  /** What `/bin/sh -c` would be given; null for a command. */
  readonly script: string | null;
  readonly cwd: string | null;
  /** The task's variables and those that tell of the run; nothing of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** The payload as JSON; empty when there is none. */
  readonly stdin: string;
}

export interface SimulatedExit {
  /** 0 when left out. */
  readonly exitCode?: number;
  /** The signal that ended it, in place of an exit code. */
  readonly signal?: string;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** A throw is a command that could not be started. */
export type SimulatedShell = (
  command: SimulatedCommand,
  context: Pick<SimulatedContext, "signal" | "sleep" | "now" | "run">,
) => SimulatedExit | undefined | Promise<SimulatedExit | undefined>;

/** What a target was called with: one for each attempt, in the order of their starts. */
export interface TestCall {
  readonly at: Date;
  readonly run: TaskRun;
  /** Null for another target. */
  readonly module: string | null;
  /** Undefined when there is none. */
  readonly payload: unknown;
  /** What the `http` handler was given; null when it was not asked. */
  readonly request: SimulatedRequest | null;
  /** What the `shell` handler was given; null when it was not asked. */
  readonly command: SimulatedCommand | null;
}

export interface TestRunState {
  readonly id: string;
  readonly taskId: string;
  /** The task's name. */
  readonly task: string;
  readonly trigger: RunTrigger;
  readonly state: RunState;
  readonly scheduledFor: Date;
  /** `scheduledFor` and the task's jitter. */
  readonly effectiveAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly attempt: number;
  readonly late: boolean;
  readonly why: string | null;
  readonly error: RunError | null;
}

export interface TestRun extends TestRunState {
  readonly result: unknown;
}

export interface TestEvent {
  /** Its place in the event log. */
  readonly cursor: number;
  readonly at: Date;
  readonly kind: "TASK" | "RUN";
  readonly type: TaskEventType | RunEventType;
  readonly taskId: string;
  /** The task's name. */
  readonly task: string;
  /** As the event left it; null for an event of a task. */
  readonly run: TestRunState | null;
}

export interface RunFilter {
  /** A task's name or id. */
  readonly task?: string;
  readonly state?: RunState | readonly RunState[];
  readonly trigger?: RunTrigger;
}

/** `CreateTaskInput` of the GraphQL schema, which has the words for every field. */
export interface NewTask {
  readonly name: string;
  readonly schedule: object;
  readonly target: object;
  readonly [field: string]: unknown;
}

export interface CreatedTask {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly nextRunAt: Date | null;
}

/** A whole Cronograph under a clock that stands still until the test moves it. Everything it answers is settled: what was due is done. */
export interface TestScheduler {
  /** What the clock shows. */
  readonly now: Date;
  /** Where it listens, `http://127.0.0.1:43210`: any GraphQL client may use `/graphql` there, over HTTP and WebSocket. */
  readonly url: string;
  /** The data of an answer. @throws when it has errors, with their messages */
  // biome-ignore lint/suspicious/noExplicitAny: what comes is what was asked for
  query(document: string, variables?: Readonly<Record<string, unknown>>): Promise<any>;
  /** @throws when the input is refused, with every reason */
  createTask(input: NewTask): Promise<CreatedTask>;
  /** Lets time pass: every timer at its instant, in order, and the work of each instant before the next. */
  advance(by: Duration): Promise<void>;
  advanceTo(instant: Date | string): Promise<void>;
  /** Sets the clock, as an operator or NTP would: no time passes. Negative, or "-PT1H", to set it back. */
  jump(by: Duration): Promise<void>;
  /** In the order of their instants; those that are planned too. */
  runs(filter?: RunFilter): Promise<TestRun[]>;
  /** All so far, in order. */
  readonly events: readonly TestEvent[];
  readonly calls: readonly TestCall[];
  /** Ends at once, as by a power cut: nothing more is written, leases stay. Time may pass until `restart`. */
  crash(): Promise<void>;
  /** A new instance on the same database and at the same `url`. */
  restart(): Promise<void>;
  /** Ends for good; what still runs is aborted. Safe twice. */
  stop(): Promise<void>;
}
