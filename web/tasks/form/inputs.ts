// Turns the form's values into what the API takes.
import type { CreateTaskInput, PreviewTaskChangeInput, TargetInput, UpdateTaskInput } from "../../gql/graphql";
import { scheduleInput, timingInput } from "./timing-inputs";
import type { FormValues, RetentionRuleValues, TargetValues } from "./values";

function targetInput({ targetKind, module, http, shell, worker }: TargetValues): TargetInput {
  if (targetKind === "module") return { module: { name: module.name } };
  if (targetKind === "shell") {
    const { how, command, script } = shell;
    return {
      shell: {
        ...(how === "command" ? { command } : { script }),
        cwd: shell.cwd.trim() || null,
        env: shell.env.filter(({ name, value }) => name.trim() !== "" || value !== ""),
        successExitCodes: shell.successExitCodes.map(Number),
        stopGrace: shell.stopGrace,
      },
    };
  }
  if (targetKind === "worker") return { worker: { queue: worker.queue.trim() } };
  return {
    http: {
      url: http.url.trim(),
      method: http.method,
      headers: http.headers.filter(({ name, value }) => name.trim() !== "" || value !== ""),
      body: http.body === "" ? undefined : http.body,
      expectedStatus: http.expectedStatus.map(Number),
      signingSecret: http.signingSecret.trim() || null,
    },
  };
}

const rule = (given: RetentionRuleValues | null) =>
  given && { maxAge: given.maxAge, maxCount: given.maxCount === "" ? null : Number(given.maxCount) };

function retentionInput({ retention: { succeeded, failed, other } }: FormValues) {
  if (!succeeded && !failed && !other) return null;
  return { succeeded: rule(succeeded), failed: rule(failed), other: rule(other) };
}

/** Everything but the name of the task it is about. The values must have been checked. */
function whole(values: FormValues) {
  const { retry, hold } = values;
  return {
    name: values.name.trim(),
    description: values.description.trim() || null,
    schedule: scheduleInput(values) ?? { cron: { expression: "", timezone: "UTC" } },
    ...timingInput(values),
    target: targetInput(values),
    fallbackTarget: values.fallbackOn ? targetInput(values.fallback) : null,
    payload: values.payload.trim() === "" ? null : JSON.parse(values.payload),
    retry: {
      maxAttempts: Number(retry.maxAttempts),
      initialDelay: retry.initialDelay,
      maxDelay: retry.maxDelay,
      factor: Number(retry.factor),
      jitter: retry.jitter,
      backoff: retry.backoff,
      delays: retry.backoff === "LIST" ? retry.delays : null,
      maxAge: retry.maxAge,
      honorRetryAfter: retry.honorRetryAfter,
      rules: retry.rules.map(({ httpStatus, errorCode, exitCode, action }) => ({
        httpStatus: httpStatus.trim() || null,
        errorCode: errorCode.trim() || null,
        exitCode: exitCode.trim() || null,
        action,
      })),
    },
    timeout: values.timeout,
    queueTimeout: values.queueTimeout,
    startTimeout: values.startTimeout,
    silenceTimeout: values.silenceTimeout,
    queue: values.targetKind === "worker" ? null : values.queue,
    queueKey: values.queueKey.trim() || null,
    priority: Number(values.priority),
    overlapPolicy: values.overlapPolicy,
    overlapBuffer: Number(values.overlapBuffer),
    missedRunPolicy: values.missedRunPolicy,
    catchUpWindow: values.catchUpWindow,
    catchUpLimit: Number(values.catchUpLimit),
    catchUpOrder: values.catchUpOrder,
    catchUpRate: values.catchUpRate === "" ? null : Number(values.catchUpRate),
    startDeadline: values.startDeadline,
    hold: hold && { whenMoreThan: Number(hold.whenMoreThan), for: hold.for },
    onCrash: values.onCrash,
    pauseAfterFailures: values.pauseAfterFailures === "" ? null : Number(values.pauseAfterFailures),
    retention: retentionInput(values),
    followUps: values.followUps.map(({ on, taskId, payload }) => ({ on, taskId: taskId ?? "", payload })),
  };
}

export function createInput(values: FormValues): CreateTaskInput {
  const { payload, ...input } = whole(values);
  // A payload that is left out and one that is null are not the same to the API.
  return {
    ...input,
    ...(payload === null ? {} : { payload }),
    hashSeed: values.hashSeed.trim() || null,
    paused: values.paused,
  };
}

function changes(values: FormValues, original: FormValues) {
  const before = whole(original) as Record<string, unknown>;
  return Object.entries(whole(values)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]));
}

/** Only what was changed: an edit of the name must not plan the schedule anew. */
export function updateInput(id: string, version: number, values: FormValues, original: FormValues): UpdateTaskInput {
  return { id, version, ...Object.fromEntries(changes(values, original)) };
}

const TIMING = ["schedule", "exclusions", "startAt", "endAt", "maxRuns", "jitter"];

/** What an edit changes of when the task runs; null when it changes nothing of that, or is not yet whole. */
export function changeInput(id: string, values: FormValues, original: FormValues): PreviewTaskChangeInput | null {
  if (scheduleInput(values) === null) return null;
  // A payload that cannot be read yet has no say here.
  const timing = changes({ ...values, payload: "" }, { ...original, payload: "" }).filter(([key]) =>
    TIMING.includes(key),
  );
  return timing.length === 0 ? null : { id, ...Object.fromEntries(timing) };
}
