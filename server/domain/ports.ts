// The three seams: Store, Clock, Runner. Events are what the store tells and keeps. Everything behind them can be exchanged; nothing else can.
import type { FailureFacts, Json, LogLevel, Run, RunError, Target, TargetKind, Task } from "./types.ts";

export type * from "./ports/access.ts";
export type * from "./ports/audit.ts";
export type * from "./ports/health.ts";
export type * from "./ports/namespaces.ts";
export type * from "./ports/store.ts";
export type * from "./ports/store-values.ts";
export type * from "./ports/webhooks.ts";

/** The only source of time. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Calls back once, `delayMs` or a little more from now; answers how to call it off. */
  after(delayMs: number, callback: () => void): () => void;
  /** Only a clock that a test moves has it. Loops may sleep on such a clock until they are needed; at any other they look every second. */
  readonly simulated?: SimulatedTime;
}

export interface SimulatedTime {
  /** Called when the clock was set, which nobody can notice of a real one. Answers how to stop listening. */
  onSet(listener: () => void): () => void;
  /** Calls back once, at this instant, when nothing else is due at it any more. */
  atEnd(callback: () => void): void;
}

// ── Runner ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type TargetResult =
  | { readonly ok: true; readonly result: Json | undefined }
  | { readonly ok: false; readonly error: RunError & FailureFacts; readonly result?: Json | undefined };

export interface Work<T extends Target = Target> {
  readonly run: Run;
  readonly task: Task;
  readonly target: T;
  readonly payload: Json | undefined;
  /** When the attempt began. */
  readonly at: number;
  /** Aborted on timeout, cancellation, shutdown or loss of the lease. */
  readonly signal: AbortSignal;
  log(level: LogLevel, text: string): void;
  /** A sign of life beside log and progress: it has begun, or bytes have come. */
  alive(): void;
  progress(fraction: number, message: string | null): void;
}

/** Carries out one kind of target. Settles soon after the signal's abort, whatever the target does. */
export interface Runner<T extends Target = Target> {
  /** How many runs it carries out at a time. */
  readonly capacity: number;
  run(work: Work<T>): Promise<TargetResult>;
  stop(): Promise<void>;
}

/** Workers come for their runs themselves. */
export type RunnerKind = Exclude<TargetKind, "WORKER">;
export type Runners = { readonly [K in RunnerKind]: Runner<Extract<Target, { kind: K }>> };
