// A task's definition in the words of the API: what `createTask` and `updateTask` would have been given for it.
import { formatDuration } from "./duration.ts";
import type { ExclusionInput } from "./input/exclusion.ts";
import type { RetentionInput } from "./input/retention.ts";
import type { ScheduleInput } from "./input/schedule.ts";
import type { TargetInput } from "./input/target.ts";
import type { TaskInput } from "./input/task.ts";
import { formatInstant } from "./instant.ts";
import { references } from "./template.ts";
import type { ClockChangeRules, Exclusion, RetentionRule, RetryPolicy, Schedule, Target, TaskSpec } from "./types.ts";

const optional = <T, U>(value: T | null, form: (value: T) => U): U | null => (value === null ? null : form(value));
const duration = (ms: number | null) => optional(ms, formatDuration);
const instant = (at: number | null) => optional(at, formatInstant);
const rules = ({ gap, repeat }: ClockChangeRules) => ({ ...(gap ? { gap } : {}), ...(repeat ? { repeat } : {}) });

function scheduleInput(schedule: Schedule): ScheduleInput {
  switch (schedule.kind) {
    case "CRON": {
      const { expression, timezone } = schedule;
      return { cron: { expression, timezone, ...rules(schedule) } };
    }
    case "ONCE": {
      const { at, timezone, graceMs } = schedule;
      return { once: { at: formatInstant(at), timezone, ...(graceMs === undefined ? {} : { grace: formatDuration(graceMs) }) } }; // biome-ignore format: one line
    }
    case "EVERY": {
      const { intervalMs, anchor, after } = schedule;
      const from = after === "END" ? "LAST_END" : "ANCHOR";
      return { every: { interval: formatDuration(intervalMs), anchor: formatInstant(anchor), from } };
    }
    case "RRULE": {
      const { rule, start, timezone } = schedule;
      return { rrule: { rule, start, timezone, ...rules(schedule) } };
    }
    case "STARTUP":
      return { startup: { delay: formatDuration(schedule.delayMs) } };
    case "MANUAL":
      return { manual: true };
    case "UNION":
      return { union: { of: schedule.of.map(scheduleInput) } };
  }
}

function exclusionInput(exclusion: Exclusion): ExclusionInput {
  if (exclusion.kind === "CALENDAR") return { calendarId: exclusion.calendarId };
  const { kind: _, ...rest } = exclusion;
  return exclusion.kind === "CRON"
    ? { cron: rest as NonNullable<ExclusionInput["cron"]> }
    : { dates: rest as NonNullable<ExclusionInput["dates"]> };
}

function targetInput(target: Target): TargetInput {
  switch (target.kind) {
    case "HTTP": {
      const { kind: _, signingSecret, ...http } = target;
      // An input names the secret, a target holds the place for its value.
      const [name] = references(signingSecret).secrets;
      return { http: name === undefined ? http : { ...http, signingSecret: name } };
    }
    case "MODULE":
      return { module: { name: target.name } };
    case "WORKER":
      return { worker: { queue: target.queue } };
    case "SHELL": {
      const { kind: _, stopGraceMs, ...shell } = target;
      return { shell: { ...shell, stopGrace: formatDuration(stopGraceMs) } };
    }
  }
}

function retryInput(retry: RetryPolicy) {
  const { initialDelayMs, maxDelayMs, delaysMs, maxAgeMs, ...rest } = retry;
  return {
    ...rest,
    initialDelay: formatDuration(initialDelayMs),
    maxDelay: formatDuration(maxDelayMs),
    delays: delaysMs.map(formatDuration),
    maxAge: duration(maxAgeMs),
  };
}

const ruleInput = (rule: RetentionRule | null) => rule && { maxAge: duration(rule.maxAgeMs), maxCount: rule.maxCount };

/** Without `hashSeed`, which no edit changes. Every field that may be absent is null when it is. */
export function inputOf(task: TaskSpec): Required<Omit<TaskInput, "hashSeed">> {
  const { catchUp, retention } = task;
  return {
    name: task.name,
    description: task.description,
    schedule: scheduleInput(task.schedule),
    exclusions: task.exclusions.map(exclusionInput),
    startAt: instant(task.startAt),
    endAt: instant(task.endAt),
    maxRuns: task.maxRuns,
    jitter: formatDuration(task.jitterMs),
    target: targetInput(task.target),
    fallbackTarget: optional(task.fallbackTarget, targetInput),
    payload: task.payload ?? null,
    retry: retryInput(task.retry),
    timeout: formatDuration(task.timeoutMs),
    queue: task.queue,
    queueKey: task.queueKey,
    priority: task.priority,
    queueTimeout: duration(task.queueTimeoutMs),
    startTimeout: duration(task.startTimeoutMs),
    silenceTimeout: duration(task.silenceTimeoutMs),
    overlapPolicy: task.overlapPolicy,
    overlapBuffer: task.overlapBuffer,
    missedRunPolicy: task.missedRunPolicy,
    catchUpWindow: formatDuration(task.catchUpWindowMs),
    catchUpLimit: catchUp.limit,
    catchUpOrder: catchUp.order,
    catchUpRate: catchUp.ratePerMinute,
    hold: catchUp.hold && { whenMoreThan: catchUp.hold.whenMoreThan, for: formatDuration(catchUp.hold.forMs) },
    startDeadline: duration(task.startDeadlineMs),
    onCrash: task.onCrash,
    pauseAfterFailures: task.pauseAfterFailures,
    retention: optional(retention, (given): RetentionInput => {
      const { succeeded, failed, other } = given;
      return { succeeded: ruleInput(succeeded), failed: ruleInput(failed), other: ruleInput(other) };
    }),
    followUps: task.followUps,
  };
}
