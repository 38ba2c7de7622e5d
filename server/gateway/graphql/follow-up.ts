// FollowUp.
import type { Resolvers } from "./generated.ts";

export const FollowUp: Resolvers["FollowUp"] = {
  task: async ({ taskId }, _, { loaders }) => {
    const task = await loaders.task.load(taskId);
    if (!task) throw new Error(`A follow-up has no task ${taskId}`);
    return task;
  },
};
