// Talks to a running server over its GraphQL API: lists tasks, creates and updates them, previews a schedule.
// Uses nothing that any other GraphQL client could not use. Never repeats a change that is not safe to repeat.

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const REQUEST_TIMEOUT_MS = 15_000;
const MAX_PAGES = 200;

export interface ServerTask {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly state: "ACTIVE" | "PAUSED" | "COMPLETED";
  readonly version: number;
  readonly nextRunAt: string | null;
  readonly schedule:
    | { readonly __typename: "CronSchedule"; readonly expression: string; readonly timezone: string }
    | { readonly __typename: "OnceSchedule"; readonly at: string; readonly onceTimezone: string | null }
    | { readonly __typename: "EverySchedule"; readonly interval: string; readonly anchor: string };
  readonly target:
    | {
        readonly __typename: "HttpTarget";
        readonly url: string;
        readonly method: string;
        readonly headers: { readonly name: string; readonly value: string }[];
        readonly body: string | null;
        readonly expectedStatus: number[];
        readonly signingSecret: string | null;
      }
    | { readonly __typename: "ModuleTarget"; readonly name: string };
  readonly payload: unknown;
  readonly retry: {
    readonly maxAttempts: number;
    readonly initialDelay: string;
    readonly maxDelay: string;
    readonly factor: number;
    readonly jitter: boolean;
    readonly backoff: string;
    readonly delays: readonly string[];
    readonly maxAge: string | null;
    readonly honorRetryAfter: boolean;
    readonly rules: readonly {
      readonly httpStatus: string | null;
      readonly errorCode: string | null;
      readonly exitCode: string | null;
      readonly action: string;
    }[];
  };
  readonly queue: string | null;
  readonly queueKey: string | null;
  readonly priority: number;
  readonly queueTimeout: string | null;
  readonly startTimeout: string | null;
  readonly silenceTimeout: string | null;
  readonly timeout: string;
  readonly overlapPolicy: string;
  readonly missedRunPolicy: string;
  readonly catchUpWindow: string;
  readonly onCrash: string;
}

export interface UserError {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly message: string;
}

export interface Answer {
  readonly task: ServerTask | null;
  readonly userErrors: readonly UserError[];
}

/** Nobody answered, or something else than Cronograph did. The message says what to do. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** The server refused the whole operation. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

// `timezone` may be null in one schedule and not in the other, so GraphQL wants two names for it.
const TASK = `fragment LoadedTask on Task {
  id name description state version nextRunAt payload timeout overlapPolicy missedRunPolicy catchUpWindow onCrash
  queue queueKey priority queueTimeout startTimeout silenceTimeout
  schedule {
    __typename
    ... on CronSchedule { expression timezone }
    ... on OnceSchedule { at onceTimezone: timezone }
    ... on EverySchedule { interval anchor }
  }
  target {
    __typename
    ... on HttpTarget { url method headers { name value } body expectedStatus signingSecret }
    ... on ModuleTarget { name }
  }
  retry {
    maxAttempts initialDelay maxDelay factor jitter backoff delays maxAge honorRetryAfter
    rules { httpStatus errorCode exitCode action }
  }
}`;

const LIST = `query LoaderTasks($after: Cursor) {
  tasks(first: 100, after: $after) { nodes { ...LoadedTask } pageInfo { hasNextPage endCursor } }
} ${TASK}`;
const CREATE = `mutation LoaderCreate($input: CreateTaskInput!) {
  answer: createTask(input: $input) { task { ...LoadedTask } userErrors { code field message } }
} ${TASK}`;
const UPDATE = `mutation LoaderUpdate($input: UpdateTaskInput!) {
  answer: updateTask(input: $input) { task { ...LoadedTask } userErrors { code field message } }
} ${TASK}`;
const PREVIEW = `query LoaderPreview($input: PreviewScheduleInput!) {
  previewSchedule(input: $input) { occurrences { at } userErrors { code field message } }
}`;

/** All operations, so that a test can hold them against the schema. */
export const DOCUMENTS = [LIST, CREATE, UPDATE, PREVIEW];

export class Api {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  /** All tasks by lower-case name. */
  async tasks(): Promise<Map<string, ServerTask>> {
    const found = new Map<string, ServerTask>();
    let after: string | null = null;
    for (let page = 0; page < MAX_PAGES; page++) {
      const {
        tasks,
      }: { tasks: { nodes: ServerTask[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
        await this.#twice(LIST, { after });
      for (const task of tasks.nodes) found.set(task.name.toLowerCase(), task);
      if (!tasks.pageInfo.hasNextPage) break;
      after = tasks.pageInfo.endCursor;
    }
    return found;
  }

  /** Safe to repeat by its idempotency key, and so repeated once when the connection breaks. */
  async create(input: Record<string, unknown>): Promise<Answer> {
    return (
      await this.#twice<{ answer: Answer }>(CREATE, { input: { ...input, idempotencyKey: `load-${randomUUID()}` } })
    ).answer;
  }

  async update(input: Record<string, unknown>): Promise<Answer> {
    return (await this.#ask<{ answer: Answer }>(UPDATE, { input })).answer;
  }

  /** The first occurrence that a schedule would have, or what is wrong with it. */
  async preview(
    schedule: Record<string, unknown>,
  ): Promise<{ nextRunAt: string | null; userErrors: readonly UserError[] }> {
    const answer = await this.#twice<{ previewSchedule: { occurrences: { at: string }[]; userErrors: UserError[] } }>(
      PREVIEW,
      { input: { schedule, first: 1 } },
    );
    return {
      nextRunAt: answer.previewSchedule.occurrences[0]?.at ?? null,
      userErrors: answer.previewSchedule.userErrors,
    };
  }

  async #twice<T>(query: string, variables: object): Promise<T> {
    try {
      return await this.#ask<T>(query, variables);
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
      await sleep(500);
      return this.#ask<T>(query, variables);
    }
  }

  async #ask<T>(query: string, variables: object): Promise<T> {
    const response = await this.#send(JSON.stringify({ query, variables }));
    let answer: { data?: T | null; errors?: { message: string; extensions?: { code?: string } }[] };
    try {
      answer = JSON.parse(await response.text());
    } catch {
      throw new UnreachableError(
        `${this.#url} answered ${response.status}, but not as a GraphQL server does. Is the address right? It ends in /graphql by default.`,
      );
    }
    if (answer.errors || answer.data === undefined || answer.data === null) {
      const reasons = answer.errors?.map(({ message, extensions }) =>
        extensions?.code ? `${extensions.code}: ${message}` : message,
      );
      throw new RefusedError(reasons?.join(" ") ?? `The server answered ${response.status} without data.`);
    }
    return answer.data;
  }

  async #send(body: string): Promise<Response> {
    const headers = {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...this.#headers,
    };
    try {
      return await fetch(this.#url, { method: "POST", headers, body, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
    } catch (error) {
      const cause = (error as { cause?: { code?: string; message?: string } }).cause;
      const reason = cause?.code ?? cause?.message ?? (error as Error).message;
      throw new UnreachableError(
        `No server answers at ${this.#url} (${reason}). Start one with \`npm start\`, or name another with --url.`,
        { cause: error },
      );
    }
  }
}
