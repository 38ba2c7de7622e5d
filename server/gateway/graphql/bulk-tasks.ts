// The same done to many tasks, and taking a change of tasks back.
import { mayDo } from "../../domain/access.ts";
import {
  deleteTasks,
  pauseTasks,
  resumeTasks,
  type TaskOutcome,
  updateTasks,
} from "../../domain/commands/bulk-tasks.ts";
import { undoChange } from "../../domain/commands/undo-change.ts";
import type { Result } from "../../domain/errors.ts";
import type { Context } from "./context.ts";
import { mutable, userErrors } from "./errors.ts";
import { taskQuery } from "./filters.ts";
import type { MutationResolvers, TasksInput } from "./generated.ts";

const which = ({ ids, filter }: TasksInput) => (ids ? { ids } : { query: taskQuery(filter) });

function payload({ changeId }: Context, result: Result<TaskOutcome[]>, dryRun = false) {
  const outcomes = result.ok ? result.value : [];
  const count = outcomes.filter(({ outcome }) => outcome === "DONE").length;
  return {
    changeId: !dryRun && count > 0 ? (changeId ?? null) : null,
    count,
    results: outcomes.map(({ id, task, outcome, error }) => {
      return { taskId: id, task, outcome, error: error && mutable(error) };
    }),
    userErrors: userErrors(result),
  };
}

export const bulkMutations: Pick<
  MutationResolvers,
  "pauseTasks" | "resumeTasks" | "deleteTasks" | "updateTasks" | "undoChange"
> = {
  pauseTasks: async (_, { input: { tasks, reason, dryRun } }, context) =>
    payload(context, await pauseTasks(context.services, which(tasks), reason, dryRun), dryRun),
  resumeTasks: async (_, { input: { tasks, dryRun } }, context) =>
    payload(context, await resumeTasks(context.services, which(tasks), dryRun), dryRun),
  deleteTasks: async (_, { input: { tasks, dryRun } }, context) =>
    payload(context, await deleteTasks(context.services, which(tasks), dryRun), dryRun),
  updateTasks: async (_, { input: { tasks, set, dryRun } }, context) =>
    payload(context, await updateTasks(context.services, which(tasks), set, dryRun), dryRun),
  undoChange: async (_, { input: { changeId } }, context) =>
    payload(context, await undoChange(context.services, changeId, mayDo(context.viewer, "EDIT"))),
};
