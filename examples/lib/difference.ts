// Says in which fields a task on the server differs from the task of a file, with the schema's defaults filled in.
// Durations, instants and time zones are compared by meaning, not by spelling. Whether a task is paused is an operator's
// decision and never counts as a difference.

import { isDeepStrictEqual } from "node:util";
import type { ServerTask } from "./api.ts";
import { parseDuration } from "./duration.ts";
import type { TaskInput } from "./task-input.ts";

export const COMPARED = [
  "name",
  "description",
  "schedule",
  "target",
  "payload",
  "retry",
  "timeout",
  "queue",
  "queueKey",
  "priority",
  "queueTimeout",
  "startTimeout",
  "silenceTimeout",
  "overlapPolicy",
  "missedRunPolicy",
  "catchUpWindow",
  "onCrash",
] as const;
export type ComparedField = (typeof COMPARED)[number];

/** The defaults of `CreateTaskInput`, needed to put a field back that the file leaves out. */
export const DEFAULTS = {
  retry: {
    maxAttempts: 3,
    initialDelay: "PT5S",
    maxDelay: "PT10M",
    factor: 2,
    jitter: true,
    backoff: "EXPONENTIAL",
    honorRetryAfter: true,
  },
  priority: 0,
  timeout: "PT5M",
  overlapPolicy: "SKIP",
  missedRunPolicy: "LAST",
  catchUpWindow: "P1D",
  onCrash: "RETRY",
} as const;

export function differences(input: TaskInput, task: ServerTask): ComparedField[] {
  const same: Record<ComparedField, boolean> = {
    name: input.name === task.name,
    description: (input.description ?? null) === task.description,
    schedule: sameSchedule(input.schedule, task),
    target: sameTarget(input.target, task.target),
    payload: isDeepStrictEqual(input.payload ?? null, task.payload ?? null),
    retry: isDeepStrictEqual(retryByMeaning({ ...DEFAULTS.retry, ...input.retry }), retryByMeaning(task.retry)),
    timeout: sameDuration(input.timeout ?? DEFAULTS.timeout, task.timeout),
    queue: (input.queue ?? null) === task.queue,
    queueKey: (input.queueKey ?? null) === task.queueKey,
    priority: (input.priority ?? DEFAULTS.priority) === task.priority,
    queueTimeout: sameDuration(input.queueTimeout, task.queueTimeout),
    startTimeout: sameDuration(input.startTimeout, task.startTimeout),
    silenceTimeout: sameDuration(input.silenceTimeout, task.silenceTimeout),
    overlapPolicy: (input.overlapPolicy ?? DEFAULTS.overlapPolicy) === task.overlapPolicy,
    missedRunPolicy: (input.missedRunPolicy ?? DEFAULTS.missedRunPolicy) === task.missedRunPolicy,
    catchUpWindow: sameDuration(input.catchUpWindow ?? DEFAULTS.catchUpWindow, task.catchUpWindow),
    onCrash: (input.onCrash ?? DEFAULTS.onCrash) === task.onCrash,
  };
  return COMPARED.filter((field) => !same[field]);
}

function sameSchedule(input: TaskInput["schedule"], { schedule, state }: ServerTask): boolean {
  if (input.cron && schedule.__typename === "CronSchedule") {
    return (
      collapse(input.cron.expression) === collapse(schedule.expression) &&
      (input.cron.timezone ?? "UTC") === schedule.timezone
    );
  }
  if (input.every && schedule.__typename === "EverySchedule") {
    const sameAnchor =
      input.every.anchor === undefined || Date.parse(input.every.anchor) === Date.parse(schedule.anchor);
    return sameAnchor && sameDuration(input.every.interval, schedule.interval);
  }
  if (input.once && schedule.__typename === "OnceSchedule") {
    // A relative instant is another one at each loading: it counts again only when the old one is over.
    if (input.once.in !== undefined) return state !== "COMPLETED";
    if (input.once.at !== undefined)
      return (
        Date.parse(input.once.at) === Date.parse(schedule.at) && (input.once.timezone ?? null) === schedule.onceTimezone
      );
    const zone = input.once.timezone ?? "UTC";
    return (
      zone === schedule.onceTimezone &&
      localTime(schedule.at, zone) === (input.once.local ?? "").slice(0, 19).padEnd(19, ":00")
    );
  }
  return false;
}

function collapse(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** `2026-11-23T02:30:00` on the wall clock of a zone. */
function localTime(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return format.format(new Date(at)).replace(" ", "T");
}

function sameTarget(input: TaskInput["target"], target: ServerTask["target"]): boolean {
  if (input.module) return target.__typename === "ModuleTarget" && target.name === input.module.name;
  if (!input.http || target.__typename !== "HttpTarget") return false;
  const { url, method = "GET", headers = [], body = null, expectedStatus = [], signingSecret = null } = input.http;
  return (
    sameUrl(url, target.url) &&
    isDeepStrictEqual(
      { method, headers, body, expectedStatus, signingSecret },
      {
        method: target.method,
        headers: target.headers.map(({ name, value }) => ({ name, value })),
        body: target.body,
        expectedStatus: target.expectedStatus,
        signingSecret: target.signingSecret,
      },
    )
  );
}

function sameUrl(one: string, other: string): boolean {
  return one === other || new URL(one).href === new URL(other).href;
}

function sameDuration(one: string | null | undefined, other: string | null): boolean {
  return (one ? parseDuration(one) : null) === (other ? parseDuration(other) : null);
}

/** What a file or the server says of retries; a file may leave out what is empty. */
type Retry = Omit<ServerTask["retry"], "backoff" | "delays" | "maxAge" | "rules"> & {
  backoff: string;
  delays?: readonly string[] | undefined;
  maxAge?: string | null | undefined;
  rules?:
    | readonly {
        httpStatus?: string | null | undefined;
        errorCode?: string | null | undefined;
        exitCode?: string | null | undefined;
        action: string;
      }[]
    | undefined;
};

function retryByMeaning({ initialDelay, maxDelay, delays = [], maxAge, rules = [], ...same }: Retry) {
  const { maxAttempts, factor, jitter, backoff, honorRetryAfter } = same;
  return {
    ...{ maxAttempts, factor, jitter, backoff, honorRetryAfter },
    initialDelayMs: parseDuration(initialDelay),
    maxDelayMs: parseDuration(maxDelay),
    delaysMs: delays.map(parseDuration),
    maxAgeMs: maxAge ? parseDuration(maxAge) : null,
    rules: rules.map(({ httpStatus = null, errorCode = null, exitCode = null, action }) => ({
      ...{ httpStatus, errorCode, exitCode, action },
    })),
  };
}
