// What a module of the tasks folder is given. Types only: a module imports them with `import type … from "cronograph/task"`.

/** Writes a line to the run's log. Text longer than 8,192 characters is cut. */
export interface TaskLog {
  (text: string): void;
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** The run that is being carried out. */
export interface TaskRun {
  readonly id: string;
  readonly taskId: string;
  readonly taskName: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly trigger: "SCHEDULE" | "MANUAL" | "BACKFILL" | "FOLLOW_UP" | "REDRIVE";
  /** The instant the schedule names, as RFC 3339 text in UTC. The same on every attempt: use it as part of an idempotency key. */
  readonly scheduledFor: string;
}

export interface TaskContext {
  /** Aborted when the run is cancelled, takes too long or the server stops. A module that does not react is terminated soon after. */
  readonly signal: AbortSignal;
  readonly log: TaskLog;
  /** Tells how far the run is: 0 to 1, with a word about it if you like. */
  progress(fraction: number, message?: string): void;
  readonly run: TaskRun;
}

/** The default export of a module. What it returns must survive JSON and is kept as the run's result, up to 64 KiB; what it throws fails the attempt. */
export type TaskFunction<Payload = unknown, Result = unknown> = (
  payload: Payload,
  context: TaskContext,
) => Promise<Result> | Result;
