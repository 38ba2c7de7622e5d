// The root of what can be changed: each mutation is one command of the domain and answers its object or its `userErrors`.
import { type BackfillAnswer, backfillTask, cancelBackfill } from "../../domain/commands/backfill-task.ts";
import {
  type CalendarAnswer,
  createCalendar,
  deleteCalendar,
  updateCalendar,
} from "../../domain/commands/calendars.ts";
import { cancelRun } from "../../domain/commands/cancel-run.ts";
import { createTask } from "../../domain/commands/create-task.ts";
import { deleteTask } from "../../domain/commands/delete-task.ts";
import { pauseTask, resumeTask } from "../../domain/commands/pause-task.ts";
import { retryRun } from "../../domain/commands/redrive.ts";
import { resolveHeldRuns } from "../../domain/commands/resolve-held-runs.ts";
import { restoreTask } from "../../domain/commands/restore-task.ts";
import { revertTask } from "../../domain/commands/revert-task.ts";
import { createSecret, deleteSecret, updateSecret } from "../../domain/commands/secrets.ts";
import { triggerTask } from "../../domain/commands/trigger-task.ts";
import { updateTask } from "../../domain/commands/update-task.ts";
import type { Result } from "../../domain/errors.ts";
import type { Run, Secret, Task } from "../../domain/types.ts";
import { accessMutations } from "./access.ts";
import { bulkMutations } from "./bulk-tasks.ts";
import { userErrors } from "./errors.ts";
import type { Resolvers } from "./generated.ts";
import { namespaceMutations } from "./namespace.ts";
import { shownOccurrence, zoneOf } from "./occurrences.ts";
import { queueMutations } from "./queue.ts";
import { dismissPayload, redrivePayload } from "./redrive.ts";
import { webhookMutations } from "./webhook.ts";
import { workerMutations } from "./worker.ts";

const taskPayload = (result: Result<Task>) => ({
  task: result.ok ? result.value : null,
  userErrors: userErrors(result),
});
const runPayload = (result: Result<Run>) => ({ run: result.ok ? result.value : null, userErrors: userErrors(result) });

const calendarPayload = (result: Result<CalendarAnswer>) => ({
  calendar: result.ok ? result.value.calendar : null,
  skipped: result.ok ? [...result.value.skipped] : [],
  userErrors: userErrors(result),
});

const secretPayload = (result: Result<Secret>) => ({
  secret: result.ok ? result.value : null,
  userErrors: userErrors(result),
});

/** How many of the first and of the last occurrences are shown. */
const SAMPLE = 10;

function backfillPayload(result: Result<BackfillAnswer>) {
  if (!result.ok) return { backfill: null, count: null, sample: [], userErrors: userErrors(result) };
  const { backfill, task, occurrences } = result.value;
  const ends =
    occurrences.length > 2 * SAMPLE ? [...occurrences.slice(0, SAMPLE), ...occurrences.slice(-SAMPLE)] : occurrences;
  const zone = zoneOf(task.schedule);
  const sample = ends.map((occurrence) => shownOccurrence(zone, occurrence));
  return { backfill, count: occurrences.length, sample, userErrors: [] };
}

export const Mutation: Resolvers["Mutation"] = {
  createTask: async (_, { input }, { services }) => taskPayload(await createTask(services, input)),
  updateTask: async (_, { input }, { services }) => taskPayload(await updateTask(services, input)),
  deleteTask: async (_, { input }, { services }) => taskPayload(await deleteTask(services, input)),
  pauseTask: async (_, { input }, { services }) => taskPayload(await pauseTask(services, input)),
  resumeTask: async (_, { input }, { services }) => taskPayload(await resumeTask(services, input)),
  revertTask: async (_, { input }, { services }) => taskPayload(await revertTask(services, input)),
  restoreTask: async (_, { input }, { services }) => taskPayload(await restoreTask(services, { id: input.id })),
  triggerTask: async (_, { input }, { services }) => runPayload(await triggerTask(services, input)),
  cancelRun: async (_, { input }, { services }) => runPayload(await cancelRun(services, input)),
  retryRun: async (_, { input }, { services }) => runPayload(await retryRun(services, input)),
  redriveRuns: (_, { input }, { services }) => redrivePayload(services, input),
  dismissRuns: (_, { input }, { services }) => dismissPayload(services, input),
  resolveHeldRuns: async (_, { input }, { services }) => {
    const result = await resolveHeldRuns(services, input);
    return { runs: result.ok ? result.value : null, userErrors: userErrors(result) };
  },
  backfillTask: async (_, { input }, { services }) => backfillPayload(await backfillTask(services, input)),
  cancelBackfill: async (_, { input }, { services }) => {
    const result = await cancelBackfill(services, input);
    return { backfill: result.ok ? result.value : null, userErrors: userErrors(result) };
  },
  createCalendar: async (_, { input }, { services }) => calendarPayload(await createCalendar(services, input)),
  updateCalendar: async (_, { input }, { services }) => calendarPayload(await updateCalendar(services, input)),
  deleteCalendar: async (_, { input }, { services }) => calendarPayload(await deleteCalendar(services, input)),
  createSecret: async (_, { input }, { services }) => secretPayload(await createSecret(services, input)),
  updateSecret: async (_, { input }, { services }) => secretPayload(await updateSecret(services, input)),
  deleteSecret: async (_, { input }, { services }) => secretPayload(await deleteSecret(services, input)),
  ...accessMutations,
  ...namespaceMutations,
  ...bulkMutations,
  ...queueMutations,
  ...webhookMutations,
  ...workerMutations,
};
