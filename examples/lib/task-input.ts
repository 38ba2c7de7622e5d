// The shape of one task in a task file: `CreateTaskInput` of the schema, plus `once: { in: PT1M }` for demonstrations.
// Checks what can be checked without a server, so that a slip is told with its line; the server has the last word.
// Never fills in a default: what the file leaves out stays left out.

import { z } from "zod";
import { parseDuration } from "./duration.ts";

const MAX_DELAY_MS = 366 * 86_400_000;

const duration = z
  .string()
  .refine(
    (text) => parseDuration(text) !== undefined,
    "expected a duration in weeks, days, hours, minutes and seconds, for example PT90M or P1DT12H",
  );
const dateTime = z.iso.datetime({
  offset: true,
  error: "expected an instant with its offset, for example 2026-11-23T02:30:00Z",
});
const localDateTime = z.iso.datetime({
  local: true,
  error: "expected a wall-clock time, for example 2026-11-23T02:30:00",
});
const timezone = z.string().refine(isTimeZone, "expected an IANA time zone, for example Europe/Berlin");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** An object of which exactly one field is set, as `@oneOf` asks for. */
function oneOf<S extends z.ZodRawShape>(shape: S) {
  const names = Object.keys(shape);
  const example = names.map((name) => `\`${name}\``).join(", ");
  return z
    .strictObject(shape)
    .refine(
      (value) => Object.values(value).filter((part) => part !== undefined).length === 1,
      `expected exactly one of ${example}`,
    );
}

const once = z
  .strictObject({
    at: dateTime.optional(),
    local: localDateTime.optional(),
    timezone: timezone.optional(),
    /** So long after loading; not part of the API. */
    in: duration.refine((text) => (parseDuration(text) ?? 0) <= MAX_DELAY_MS, "expected at most 366 days").optional(),
  })
  .refine(
    ({ at, local, in: delay }) => [at, local, delay].filter((part) => part !== undefined).length === 1,
    "expected exactly one of `at`, `local` (with `timezone`) or `in`",
  )
  .refine((value) => value.local === undefined || value.timezone !== undefined, {
    path: ["timezone"],
    message: "expected the time zone that `local` is read in, for example Europe/Berlin",
  });

const schedule = oneOf({
  cron: z.strictObject({ expression: z.string().trim().min(1), timezone: timezone.optional() }).optional(),
  once: once.optional(),
  every: z.strictObject({ interval: duration, anchor: dateTime.optional() }).optional(),
});

const http = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: "expected an http: or https: address, for example https://example.com/health" })
    .max(2_048),
  method: z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]).optional(),
  headers: z
    .array(z.strictObject({ name: z.string().min(1), value: z.string() }))
    .max(50)
    .optional(),
  body: z.string().optional(),
  expectedStatus: z.array(z.number().int().min(100).max(599)).optional(),
  signingSecret: z.string().min(1).optional(),
});

const target = oneOf({ http: http.optional(), module: z.strictObject({ name: z.string().min(1) }).optional() });

const retry = z.strictObject({
  maxAttempts: z.number().int().min(1).max(100).optional(),
  initialDelay: duration.optional(),
  maxDelay: duration.optional(),
  factor: z.number().min(1).max(10).optional(),
  jitter: z.boolean().optional(),
  backoff: z.enum(["FIXED", "LINEAR", "EXPONENTIAL", "LIST"]).optional(),
  delays: z.array(duration).optional(),
  maxAge: duration.optional(),
  honorRetryAfter: z.boolean().optional(),
  rules: z
    .array(
      z.strictObject({
        httpStatus: z.string().optional(),
        errorCode: z.string().optional(),
        exitCode: z.string().optional(),
        action: z.enum(["RETRY", "FAIL", "CANCEL", "PAUSE_TASK"]),
      }),
    )
    .optional(),
});

export const taskInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2_000).optional(),
  schedule,
  target,
  payload: z.json().optional(),
  retry: retry.optional(),
  timeout: duration.optional(),
  queue: z.string().optional(),
  queueKey: z.string().optional(),
  priority: z.number().int().min(-100).max(100).optional(),
  queueTimeout: duration.optional(),
  startTimeout: duration.optional(),
  silenceTimeout: duration.optional(),
  overlapPolicy: z.enum(["SKIP", "ALLOW"]).optional(),
  missedRunPolicy: z.enum(["SKIP", "LAST", "ALL"]).optional(),
  catchUpWindow: duration.optional(),
  onCrash: z.enum(["RETRY", "FAIL"]).optional(),
  paused: z.boolean().optional(),
});

export type TaskInput = z.infer<typeof taskInputSchema>;

/** The schedule as the API takes it: `in` becomes an instant. */
export function apiSchedule(schedule: TaskInput["schedule"], nowMs: number): Record<string, unknown> {
  const delay = schedule.once?.in;
  if (delay === undefined) return schedule;
  const at = new Date(nowMs + (parseDuration(delay) ?? 0)).toISOString();
  return { once: { at, ...(schedule.once?.timezone === undefined ? {} : { timezone: schedule.once.timezone }) } };
}
