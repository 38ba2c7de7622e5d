// The root of what can be changed: each mutation is one command of the domain and answers its object or its `userErrors`.
import { cancelRun } from "../../domain/commands/cancel-run.ts";
import { createTask } from "../../domain/commands/create-task.ts";
import { deleteTask } from "../../domain/commands/delete-task.ts";
import { pauseTask, resumeTask } from "../../domain/commands/pause-task.ts";
import { triggerTask } from "../../domain/commands/trigger-task.ts";
import { updateTask } from "../../domain/commands/update-task.ts";
import type { Result } from "../../domain/errors.ts";
import type { Run, Task } from "../../domain/types.ts";
import type { Resolvers } from "./generated.ts";
import { mutable } from "./query.ts";

const errors = (result: Result<unknown>) => (result.ok ? [] : result.errors.map(mutable));
const taskPayload = (result: Result<Task>) => ({ task: result.ok ? result.value : null, userErrors: errors(result) });
const runPayload = (result: Result<Run>) => ({ run: result.ok ? result.value : null, userErrors: errors(result) });

export const Mutation: Resolvers["Mutation"] = {
  createTask: async (_, { input }, { services }) => taskPayload(await createTask(services, input)),
  updateTask: async (_, { input }, { services }) => taskPayload(await updateTask(services, input)),
  deleteTask: async (_, { input }, { services }) => taskPayload(await deleteTask(services, input)),
  pauseTask: async (_, { input }, { services }) => taskPayload(await pauseTask(services, input)),
  resumeTask: async (_, { input }, { services }) => taskPayload(await resumeTask(services, input)),
  triggerTask: async (_, { input }, { services }) => runPayload(await triggerTask(services, input)),
  cancelRun: async (_, { input }, { services }) => runPayload(await cancelRun(services, input)),
};
