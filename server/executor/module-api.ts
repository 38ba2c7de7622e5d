// What a module of the tasks folder is given, and `defineTask`. Types only: `define-task.mjs` is what runs.
import type { Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";
import type { FromSchema, JSONSchema } from "json-schema-to-ts";

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
  /** Grows with every attempt of the run: whoever has seen a greater one refuses what an older attempt still sends. */
  readonly fence: number;
  readonly trigger: "SCHEDULE" | "MANUAL" | "BACKFILL" | "FOLLOW_UP" | "REDRIVE";
  /** The instant the schedule names, as RFC 3339 text in UTC. The same on every attempt: use it as part of an idempotency key. */
  readonly scheduledFor: string;
}

/** Opens a connection and hands it to the callback. What undici's `Agent` takes as its option `connect`. */
export type Connector = (
  to: {
    /** A name or an address, without brackets. */
    readonly hostname: string;
    /** `https:` is TLS, whatever is spoken over it. */
    readonly protocol: string;
    readonly port: string;
    readonly servername?: string | undefined;
  },
  callback: (...answer: [null, Socket] | [Error, null]) => void,
) => void;

export interface ConnectorOptions extends Pick<SecureContextOptions, "ca" | "cert" | "key"> {
  /** False takes any certificate. */
  readonly rejectUnauthorized?: boolean;
}

export interface TaskContext {
  /** Aborted when the run is cancelled, takes too long or the server stops. A module that does not react is terminated soon after. */
  readonly signal: AbortSignal;
  readonly log: TaskLog;
  /** Tells how far the run is: 0 to 1, with a word about it if you like. */
  progress(fraction: number, message?: string): void;
  readonly run: TaskRun;
  /**
   * Opens connections only to where requests may go by the operator's OUTGOING_ALLOW; any other fails with `URL_NOT_ALLOWED` as its `code`. For
   * addresses that come from a payload: `fetch(url, { dispatcher: new Agent({ connect: context.connector() }) })`, both of undici.
   */
  connector(options?: ConnectorOptions): Connector;
}

/** The default export of a module. What it returns must survive JSON and is kept as the run's result, up to 64 KiB; what it throws fails the attempt. */
export type TaskFunction<Payload = unknown, Result = unknown> = (
  payload: Payload,
  context: TaskContext,
) => Promise<Result> | Result;

/** A schema of zod, valibot, arktype or another library, by https://standardschema.dev. It must tell itself as JSON Schema. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => unknown;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export type PayloadSchema = JSONSchema | StandardSchema;

/** What `run` is given. A property with a default is there: the default is filled in. */
export type PayloadOf<Schema> =
  Schema extends StandardSchema<infer _, infer Output>
    ? Output
    : Schema extends JSONSchema
      ? FromSchema<Schema>
      : unknown;

export interface TaskDefinition<Schema extends PayloadSchema, Result> {
  /** Shown where modules are chosen; otherwise the first sentence of the comment at the top of the file. */
  readonly description?: string;
  /**
   * JSON Schema (draft 2020-12) of the payload. The server checks payloads by it when a task is saved or run by hand and again before each
   * attempt, and the dashboard makes a form of it; `title`, `description`, `default` and `examples` are shown there.
   */
  readonly payload: Schema;
  readonly run: (payload: PayloadOf<Schema>, context: TaskContext) => Promise<Result> | Result;
}

/** Makes a module's default export of its parts. A call of it runs `run`; only a Standard Schema is applied by the call itself. */
export declare function defineTask<const Schema extends PayloadSchema, Result>(
  definition: TaskDefinition<Schema, Result>,
): TaskFunction<unknown, Result>;

/** To be thrown when the payload is not what the module takes: the attempt fails with INVALID_PAYLOAD and is not repeated. */
export declare class InvalidPayloadError extends Error {}
