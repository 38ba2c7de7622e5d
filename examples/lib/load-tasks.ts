// Brings the tasks of a file onto a server: creates what is missing and, when asked to, updates what differs.
// Never deletes a task, never resumes or pauses one, and never overwrites an edit that it has not seen.

import { type Answer, type Api, RefusedError, type ServerTask, type UserError } from "./api.ts";
import { COMPARED, type ComparedField, DEFAULTS, differences } from "./difference.ts";
import type { TaskFile } from "./task-file.ts";
import { apiSchedule, type TaskInput } from "./task-input.ts";

export type Outcome = "created" | "updated" | "unchanged" | "kept" | "refused" | "would create" | "would update";

export interface Loaded {
  readonly name: string;
  readonly outcome: Outcome;
  readonly nextRunAt: string | null;
  /** The zone to show `nextRunAt` in. */
  readonly timezone: string;
  /** What there is to say, one line each; an error names the file's line. */
  readonly notes: readonly string[];
}

export interface LoadOptions {
  readonly fileName: string;
  readonly replace: boolean;
  readonly dryRun: boolean;
}

export async function loadTasks(file: TaskFile, api: Api, options: LoadOptions): Promise<Loaded[]> {
  const known = await api.tasks();
  const loaded: Loaded[] = [];
  for (const [index, input] of file.tasks.entries()) {
    const errorNotes = (errors: readonly UserError[], prefix: readonly string[] = []) =>
      errors.map(
        ({ code, field, message }) =>
          `${options.fileName}:${file.lineOf(["tasks", index, ...prefix, ...place(field)])}: ${code}: ${message}`,
      );
    const head = {
      name: input.name,
      timezone: input.schedule.cron?.timezone ?? input.schedule.once?.timezone ?? "UTC",
    };
    const report = (outcome: Outcome, nextRunAt: string | null = null, notes: readonly string[] = []) =>
      loaded.push({ ...head, outcome, nextRunAt, notes });
    const finish = (outcome: Outcome, { task, userErrors }: Answer, notes: readonly string[] = []) =>
      userErrors.length > 0 || !task
        ? report("refused", null, errorNotes(userErrors))
        : report(outcome, task.nextRunAt, notes);

    const task = known.get(input.name.toLowerCase());
    const changed = task ? differences(input, task) : [];
    try {
      if (task && changed.length === 0)
        report("unchanged", task.nextRunAt, task.state === "ACTIVE" ? [] : [task.state.toLowerCase()]);
      else if (task && !options.replace)
        report("kept", task.nextRunAt, [`differs in ${changed.join(", ")}; --replace updates it`]);
      else if (options.dryRun) {
        const { nextRunAt, userErrors } = await api.preview(apiSchedule(input.schedule, Date.now()));
        const outcome = task ? "would update" : "would create";
        if (userErrors.length > 0)
          report("refused", null, errorNotes(userErrors, userErrors[0]?.field?.[0] === "schedule" ? [] : ["schedule"]));
        else report(outcome, nextRunAt, changed.length > 0 ? [changed.join(", ")] : []);
      } else if (task) finish("updated", await api.update(updateInput(input, task, changed)), [changed.join(", ")]);
      else
        finish(
          "created",
          await api.create({ ...input, schedule: apiSchedule(input.schedule, Date.now()) }),
          input.paused ? ["paused"] : [],
        );
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      report("refused", null, [`${options.fileName}:${file.lineOf(["tasks", index])}: ${error.message}`]);
    }
  }
  return loaded;
}

/** The path of a `userErrors` field below the task; list positions come as text. */
function place(field: readonly string[] | null): PropertyKey[] {
  const path = field?.[0] === "input" ? field.slice(1) : (field ?? []);
  return path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function updateInput(
  input: TaskInput,
  { id, version }: ServerTask,
  changed: readonly ComparedField[],
): Record<string, unknown> {
  const values: Record<ComparedField, unknown> = {
    name: input.name,
    description: input.description ?? null,
    schedule: apiSchedule(input.schedule, Date.now()),
    target: input.target,
    payload: input.payload ?? null,
    retry: { ...DEFAULTS.retry, ...input.retry },
    timeout: input.timeout ?? DEFAULTS.timeout,
    queue: input.queue ?? null,
    queueKey: input.queueKey ?? null,
    priority: input.priority ?? DEFAULTS.priority,
    queueTimeout: input.queueTimeout ?? null,
    startTimeout: input.startTimeout ?? null,
    silenceTimeout: input.silenceTimeout ?? null,
    overlapPolicy: input.overlapPolicy ?? DEFAULTS.overlapPolicy,
    missedRunPolicy: input.missedRunPolicy ?? DEFAULTS.missedRunPolicy,
    catchUpWindow: input.catchUpWindow ?? DEFAULTS.catchUpWindow,
    onCrash: input.onCrash ?? DEFAULTS.onCrash,
  };
  return {
    id,
    version,
    ...Object.fromEntries(COMPARED.filter((field) => changed.includes(field)).map((field) => [field, values[field]])),
  };
}
