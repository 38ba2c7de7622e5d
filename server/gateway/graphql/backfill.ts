// Backfills: a range of occurrences being run after all.
import type { Resolvers } from "./generated.ts";

export const Backfill: Resolvers["Backfill"] = {
  task: async ({ id, taskId }, _, { loaders }) => {
    const task = await loaders.task.load(taskId);
    if (!task) throw new Error(`Backfill ${id} has no task ${taskId}`);
    return task;
  },
  rate: ({ ratePerMinute }) => ratePerMinute,
  finished: async ({ id }, _, { loaders }) => (await loaders.backfillCounts.load(id)).finished,
  succeeded: async ({ id }, _, { loaders }) => (await loaders.backfillCounts.load(id)).succeeded,
};
