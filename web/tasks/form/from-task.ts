// The form's values for a task that exists.
import type { ScheduleForFormFragment, TargetForFormFragment, TaskForFormFragment } from "../../gql/graphql";
import { durationMs, toAmount } from "../../ui/duration";
import { wallClock } from "../../ui/format";
import { pretty } from "../../ui/json-block";
import {
  type ExclusionValues,
  type FormValues,
  NEW_EXCLUSION,
  NEW_PART,
  NEW_TASK,
  type PartValues,
  type TargetValues,
} from "./values";

function part(schedule: ScheduleForFormFragment): PartValues {
  switch (schedule.__typename) {
    case "CronSchedule": {
      const { expression, timezone, gap, repeat } = schedule;
      return { ...NEW_PART, kind: "cron", cron: { expression, timezone, gap, repeat } };
    }
    case "OnceSchedule": {
      const timezone = schedule.shownIn ?? "UTC";
      // The instant itself is kept: its wall clock alone might name two.
      const local = wallClock(schedule.at, timezone);
      const { at, grace } = schedule;
      return {
        ...NEW_PART,
        kind: "once",
        once: { date: local.slice(0, 10), time: local.slice(11), timezone, at, grace },
      };
    }
    case "EverySchedule":
      return { ...NEW_PART, kind: "every", every: every(schedule) };
    case "RruleSchedule": {
      const { rule, start, timezone, gap, repeat } = schedule;
      const time = start.slice(11, 19).padEnd(8, ":00");
      return { ...NEW_PART, kind: "rrule", rrule: { rule, date: start.slice(0, 10), time, timezone, gap, repeat } };
    }
    case "StartupSchedule":
      return { ...NEW_PART, kind: "startup", startup: { delay: schedule.delay } };
    case "ManualSchedule":
      return { ...NEW_PART, kind: "manual" };
    case "UnionSchedule":
      return { ...NEW_PART, kind: "union" };
  }
}

type Every = Extract<ScheduleForFormFragment, { __typename: "EverySchedule" }>;

function every({ interval, anchor, from }: Every): PartValues["every"] {
  const sinceEpochMs = Date.parse(anchor);
  // Only an interval counted from round times has its anchor within the first interval of 1970.
  const round = sinceEpochMs >= 0 && sinceEpochMs < durationMs(interval);
  return {
    ...toAmount(interval),
    counted: round ? "round" : "instant",
    anchor: round ? null : anchor,
    phase: round ? `PT${sinceEpochMs / 1000}S` : "PT0S",
    from,
  };
}

function exclusion(given: TaskForFormFragment["exclusions"][number]): ExclusionValues {
  if (given.__typename === "CalendarExclusion")
    return { ...NEW_EXCLUSION, kind: "calendar", calendarId: given.calendar.id };
  if (given.__typename === "DateExclusion") {
    const { from, until, timezone } = given;
    return { ...NEW_EXCLUSION, kind: "dates", from, until: until === from ? null : until, timezone: timezone ?? "" };
  }
  return { ...NEW_EXCLUSION, kind: "cron", expression: given.expression, timezone: given.timezone ?? "" };
}

function target(given: TargetForFormFragment): Partial<TargetValues> {
  if (given.__typename === "ModuleTarget") return { targetKind: "module", module: { name: given.name } };
  if (given.__typename === "ShellTarget") {
    const { command, script, successExitCodes, stopGrace } = given;
    return {
      targetKind: "shell",
      shell: {
        how: script == null ? "command" : "script",
        command: command ?? [""],
        script: script ?? "",
        cwd: given.cwd ?? "",
        env: given.env.map(({ name, value }) => ({ name, value })),
        successExitCodes: successExitCodes.map(String),
        stopGrace,
      },
    };
  }
  if (given.__typename === "WorkerTarget") return { targetKind: "worker", worker: { queue: given.queue } };
  return {
    targetKind: "http",
    http: {
      url: given.url,
      method: given.method,
      headers: given.headers.map(({ name, value }) => ({ name, value })),
      body: given.body ?? "",
      expectedStatus: given.expectedStatus.map(String),
      signingSecret: given.signingSecret ?? "",
    },
  };
}

type Rule = NonNullable<TaskForFormFragment["retention"]>["failed"];

const rule = (given: Rule | undefined) => (given ? { maxAge: given.maxAge, maxCount: given.maxCount ?? "" } : null);

export function fromTask(task: TaskForFormFragment): FormValues {
  const { schedule, retry, hold, retention } = task;
  return {
    ...NEW_TASK,
    name: task.name,
    description: task.description ?? "",
    schedule: part(schedule),
    ...(schedule.__typename === "UnionSchedule" ? { parts: schedule.of.map(part) } : {}),
    exclusions: task.exclusions.map(exclusion),
    startAt: task.startAt,
    endAt: task.endAt,
    maxRuns: task.maxRuns ?? "",
    jitter: task.jitter,
    hashSeed: task.hashSeed,
    ...target(task.target),
    ...(task.fallbackTarget
      ? { fallbackOn: true, fallback: { ...NEW_TASK.fallback, ...target(task.fallbackTarget) } }
      : {}),
    payload: task.payload == null ? "" : pretty(task.payload),
    retry: {
      maxAttempts: retry.maxAttempts,
      initialDelay: retry.initialDelay,
      maxDelay: retry.maxDelay,
      factor: retry.factor,
      jitter: retry.jitter,
      backoff: retry.backoff,
      delays: retry.backoff === "LIST" ? [...retry.delays] : NEW_TASK.retry.delays,
      maxAge: retry.maxAge,
      honorRetryAfter: retry.honorRetryAfter,
      rules: retry.rules.map(({ httpStatus, errorCode, exitCode, action }) => ({
        httpStatus: httpStatus ?? "",
        errorCode: errorCode ?? "",
        exitCode: exitCode ?? "",
        action,
      })),
    },
    timeout: task.timeout,
    queueTimeout: task.queueTimeout,
    startTimeout: task.startTimeout,
    silenceTimeout: task.silenceTimeout,
    // That of a worker is its target's.
    queue: task.target.__typename === "WorkerTarget" ? null : task.queue,
    queueKey: task.queueKey ?? "",
    priority: task.priority,
    overlapPolicy: task.overlapPolicy,
    overlapBuffer: task.overlapBuffer,
    missedRunPolicy: task.missedRunPolicy,
    catchUpWindow: task.catchUpWindow,
    catchUpLimit: task.catchUpLimit,
    catchUpOrder: task.catchUpOrder,
    catchUpRate: task.catchUpRate ?? "",
    startDeadline: task.startDeadline,
    hold: hold && { whenMoreThan: hold.whenMoreThan, for: hold.for },
    onCrash: task.onCrash,
    pauseAfterFailures: task.pauseAfterFailures ?? "",
    retention: {
      succeeded: rule(retention?.succeeded),
      failed: rule(retention?.failed),
      other: rule(retention?.other),
    },
    followUps: task.followUps.map(({ on, task: { id }, payload: gives }) => ({ on, taskId: id, payload: gives })),
  };
}
