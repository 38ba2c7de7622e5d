// Turns the form's values into what the API takes, and the API's complaints into complaints about the form's fields.
import type {
  ComplaintFragment,
  CreateTaskInput,
  ScheduleInput,
  TargetInput,
  UpdateTaskInput,
} from "../../gql/graphql";
import { toIso } from "../../ui/duration";
import type { FormValues } from "./values";

/** Null while something needed is still empty. */
export function scheduleInput(values: Pick<FormValues, "kind" | "cron" | "once" | "every">): ScheduleInput | null {
  const { kind, cron, once, every } = values;
  if (kind === "cron") {
    const expression = cron.expression.trim();
    return expression && cron.timezone ? { cron: { expression, timezone: cron.timezone } } : null;
  }
  if (kind === "once") {
    if (once.at) return { once: { at: once.at, timezone: once.timezone } };
    return once.date && once.timezone
      ? { once: { local: `${once.date}T${once.time}`, timezone: once.timezone } }
      : null;
  }
  const amount = Number(every.amount);
  if (!(amount > 0)) return null;
  const interval = toIso({ amount, unit: every.unit });
  return { every: every.anchor ? { interval, anchor: every.anchor } : { interval } };
}

function targetInput({ targetKind, module, http }: FormValues): TargetInput {
  if (targetKind === "module") return { module: { name: module.name } };
  return {
    http: {
      url: http.url.trim(),
      method: http.method,
      headers: http.headers.filter(({ name, value }) => name.trim() !== "" || value !== ""),
      body: http.body === "" ? undefined : http.body,
      expectedStatus: http.expectedStatus.map(Number),
    },
  };
}

/** Everything but the name of the task it is about. The payload must have been checked to be JSON. */
function whole(values: FormValues): Omit<CreateTaskInput, "idempotencyKey" | "paused"> {
  const { retry } = values;
  return {
    name: values.name.trim(),
    description: values.description.trim() || null,
    schedule: scheduleInput(values) ?? { cron: { expression: "", timezone: "UTC" } },
    target: targetInput(values),
    payload: values.payload.trim() === "" ? null : JSON.parse(values.payload),
    retry: {
      maxAttempts: Number(retry.maxAttempts),
      initialDelay: retry.initialDelay,
      maxDelay: retry.maxDelay,
      factor: Number(retry.factor),
      jitter: retry.jitter,
    },
    timeout: values.timeout,
    overlapPolicy: values.overlapPolicy,
    missedRunPolicy: values.missedRunPolicy,
    catchUpWindow: values.catchUpWindow,
    onCrash: values.onCrash,
  };
}

export function createInput(values: FormValues): CreateTaskInput {
  const { payload, ...input } = whole(values);
  // A payload that is left out and one that is null are not the same to the API.
  return { ...input, ...(payload === null ? {} : { payload }), paused: values.paused };
}

/** Only what was changed: an edit of the name must not plan the schedule anew. */
export function updateInput(id: string, version: number, values: FormValues, original: FormValues): UpdateTaskInput {
  const before = whole(original) as Record<string, unknown>;
  const changed = Object.entries(whole(values)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]),
  );
  return { id, version, ...Object.fromEntries(changed) };
}

/** The form's field for a path of the input, `schedule.cron.expression` → `cron.expression`; null when it has none. */
export function fieldOf(path: readonly string[] | null | undefined): string | null {
  if (!path) return null;
  const [first, ...rest] = path[0] === "input" ? path.slice(1) : path;
  if (first === undefined) return null;
  if (first === "schedule" || first === "target") {
    if (rest.length < 2) return null;
    if (rest[0] === "every" && rest[1] === "interval") return "every.amount";
    // Whatever is wrong with the instant is shown where it is picked.
    if (rest[0] === "once") return rest[1] === "timezone" ? "once.timezone" : "once.date";
    if (rest[1] === "expectedStatus") return "http.expectedStatus";
    return rest.join(".");
  }
  if (first === "payload") return "payload";
  return [
    "name",
    "description",
    "retry",
    "timeout",
    "overlapPolicy",
    "missedRunPolicy",
    "catchUpWindow",
    "onCrash",
  ].includes(first)
    ? [first, ...rest].join(".")
    : null;
}

/** Complaints by field, and those about no field. */
export function sortErrors(errors: readonly ComplaintFragment[]): {
  fields: Record<string, string>;
  general: ComplaintFragment[];
} {
  const fields: Record<string, string> = {};
  const general: ComplaintFragment[] = [];
  for (const error of errors) {
    const field = fieldOf(error.field);
    if (field) fields[field] ??= error.message;
    else general.push(error);
  }
  return { fields, general };
}
