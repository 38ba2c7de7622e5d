// Queue: its bounds, what it holds, and its changes.
import { createQueue, deleteQueue, pauseQueue, resumeQueue, updateQueue } from "../../domain/commands/queues.ts";
import { formatDuration } from "../../domain/duration.ts";
import type { Result } from "../../domain/errors.ts";
import type { Queue as QueueModel } from "../../domain/types.ts";
import type { Context } from "./context.ts";
import { userErrors } from "./errors.ts";
import type { MutationResolvers, Resolvers } from "./generated.ts";

const countsOf = ({ name }: QueueModel, { loaders }: Context) => loaders.queueCounts.load(name);

export const Queue: Resolvers["Queue"] = {
  paused: ({ pausedAt }) => pausedAt !== null,
  runningRuns: async (queue, _, context) => (await countsOf(queue, context)).running,
  waitingRuns: async (queue, _, context) => (await countsOf(queue, context)).waiting,
  oldestDueAt: async (queue, _, context) => (await countsOf(queue, context)).oldestDueAt,
  tasks: ({ name }, _, { services }) => services.store.tasksInQueue(name),
};

export const QueueRate: Resolvers["QueueRate"] = {
  period: ({ periodMs }) => formatDuration(periodMs),
};

const payload = (result: Result<QueueModel>) => ({
  queue: result.ok ? result.value : null,
  userErrors: userErrors(result),
});

export const queueMutations = {
  createQueue: async (_, { input }, { services }) => payload(await createQueue(services, input)),
  updateQueue: async (_, { input }, { services }) => payload(await updateQueue(services, input)),
  pauseQueue: async (_, { input }, { services }) => payload(await pauseQueue(services, input)),
  resumeQueue: async (_, { input }, { services }) => payload(await resumeQueue(services, input)),
  deleteQueue: async (_, { input }, { services }) => payload(await deleteQueue(services, input)),
} satisfies Pick<MutationResolvers, "createQueue" | "updateQueue" | "pauseQueue" | "resumeQueue" | "deleteQueue">;
