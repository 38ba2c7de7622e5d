// What the task form holds, and how it is made from a task. All kinds keep their values while another is chosen.
import type { CrashPolicy, HttpMethod, MissedRunPolicy, OverlapPolicy, TaskForFormFragment } from "../../gql/graphql";
import type { Unit } from "../../ui/duration";
import { toAmount } from "../../ui/duration";
import { wallClock } from "../../ui/format";
import { pretty } from "../../ui/json-block";
import { browserZone } from "../../ui/zone";

export type Kind = "cron" | "every" | "once";
export type TargetChoice = "module" | "http";

export interface FormValues {
  name: string;
  description: string;
  kind: Kind;
  cron: { expression: string; timezone: string };
  /** `2026-11-23` and `14:00:00`. `at` is set when the user chose one of two instants. */
  once: { date: string | null; time: string; timezone: string; at: string | null };
  /** `anchor` is null for a new schedule: then it counts from the moment of saving. */
  every: { amount: number | string; unit: Unit; anchor: string | null };
  targetKind: TargetChoice;
  module: { name: string };
  http: {
    url: string;
    method: HttpMethod;
    headers: { name: string; value: string }[];
    body: string;
    expectedStatus: string[];
  };
  payload: string;
  retry: {
    maxAttempts: number | string;
    initialDelay: string;
    maxDelay: string;
    factor: number | string;
    jitter: boolean;
  };
  timeout: string;
  overlapPolicy: OverlapPolicy;
  missedRunPolicy: MissedRunPolicy;
  catchUpWindow: string;
  onCrash: CrashPolicy;
  paused: boolean;
}

/** The API's own defaults, shown so that they can be read before they are changed. */
export const NEW_TASK: FormValues = {
  name: "",
  description: "",
  kind: "cron",
  cron: { expression: "0 9 * * *", timezone: browserZone },
  once: { date: null, time: "09:00:00", timezone: browserZone, at: null },
  every: { amount: 15, unit: "minutes", anchor: null },
  targetKind: "module",
  module: { name: "" },
  http: { url: "", method: "GET", headers: [], body: "", expectedStatus: [] },
  payload: "",
  retry: { maxAttempts: 3, initialDelay: "PT5S", maxDelay: "PT10M", factor: 2, jitter: true },
  timeout: "PT5M",
  overlapPolicy: "SKIP",
  missedRunPolicy: "LAST",
  catchUpWindow: "P1D",
  onCrash: "RETRY",
  paused: false,
};

export function fromTask(task: TaskForFormFragment): FormValues {
  const { schedule, target, retry } = task;
  const values: FormValues = {
    ...NEW_TASK,
    name: task.name,
    description: task.description ?? "",
    payload: task.payload == null ? "" : pretty(task.payload),
    retry: {
      maxAttempts: retry.maxAttempts,
      initialDelay: retry.initialDelay,
      maxDelay: retry.maxDelay,
      factor: retry.factor,
      jitter: retry.jitter,
    },
    timeout: task.timeout,
    overlapPolicy: task.overlapPolicy,
    missedRunPolicy: task.missedRunPolicy,
    catchUpWindow: task.catchUpWindow,
    onCrash: task.onCrash,
  };
  if (schedule.__typename === "CronSchedule") {
    values.kind = "cron";
    values.cron = { expression: schedule.expression, timezone: schedule.timezone };
  } else if (schedule.__typename === "OnceSchedule") {
    const timezone = schedule.shownIn ?? "UTC";
    values.kind = "once";
    // The instant itself is kept: its wall clock alone might name two.
    const local = wallClock(schedule.at, timezone);
    values.once = { date: local.slice(0, 10), time: local.slice(11), timezone, at: schedule.at };
  } else if (schedule.__typename === "EverySchedule") {
    values.kind = "every";
    values.every = { ...toAmount(schedule.interval), anchor: schedule.anchor };
  }
  if (target.__typename === "ModuleTarget") {
    values.targetKind = "module";
    values.module = { name: target.name };
  } else if (target.__typename === "HttpTarget") {
    values.targetKind = "http";
    values.http = {
      url: target.url,
      method: target.method,
      headers: target.headers.map(({ name, value }) => ({ name, value })),
      body: target.body ?? "",
      expectedStatus: target.expectedStatus.map(String),
    };
  }
  return values;
}
