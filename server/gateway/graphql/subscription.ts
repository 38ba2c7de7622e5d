// The root of what can be watched. Each event gets fresh loaders: what was loaded for the last one may have changed.
import { RequestError, shown } from "../../domain/errors.ts";
import type { Event, LogLine, RunEvent, TaskEvent } from "../../domain/types.ts";
import { type Context, createLoaders } from "./context.ts";
import { readEventCursor, readLineCursor } from "./cursors.ts";
import { ids } from "./filters.ts";
import type { Resolvers } from "./generated.ts";
import { names } from "./worker.ts";

const position = (after: string | null | undefined): number | null =>
  typeof after === "string" ? readEventCursor("after", after) : null;
const allows = <T>(list: readonly T[] | null | undefined, value: T): boolean => !list || list.includes(value);

/**
 * Answers each value under the field's name, with loaders of its own. What the source throws becomes the last answer's error: a
 * throw would close the whole socket, with the other subscriptions on it.
 */
function each<T, F extends string>(
  source: AsyncIterableIterator<T>,
  field: F,
  context: Context,
): AsyncIterableIterator<Record<F, T>> {
  let failed = false;
  return {
    async next() {
      if (failed) return { value: undefined, done: true };
      const result = await source.next().catch((error: Error) => {
        failed = true;
        return { value: error as T, done: false as const };
      });
      if (result.done) return { value: undefined, done: true };
      context.loaders = createLoaders(context.services.store, context.services.clock);
      return { value: { [field]: result.value } as Record<F, T>, done: false };
    },
    async return() {
      await source.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

export const Subscription: Resolvers["Subscription"] = {
  runEvents: {
    subscribe: (_, { filter, after }, context) => {
      ids("taskId", filter?.taskId);
      ids("runId", filter?.runId);
      const matches = (event: Event): event is RunEvent =>
        event.kind === "RUN" &&
        allows(filter?.runId, event.runId) &&
        allows(filter?.taskId, event.taskId) &&
        allows(filter?.type, event.type);
      const source = context.services.events.events({
        after: position(after),
        scope: { kind: "RUN", runIds: filter?.runId ?? undefined, taskIds: filter?.taskId ?? undefined },
        matches,
      });
      return each(source as AsyncIterableIterator<RunEvent>, "runEvents", context);
    },
  },
  taskEvents: {
    subscribe: (_, { filter, after }, context) => {
      ids("taskId", filter?.taskId);
      const matches = (event: Event): event is TaskEvent =>
        event.kind === "TASK" && allows(filter?.taskId, event.taskId) && allows(filter?.type, event.type);
      const source = context.services.events.events({
        after: position(after),
        scope: { kind: "TASK", taskIds: filter?.taskId ?? undefined },
        matches,
      });
      return each(source as AsyncIterableIterator<TaskEvent>, "taskEvents", context);
    },
  },
  runsAvailable: {
    subscribe: (_, args, context) => {
      const { queue, workerId } = names(args.queue, args.workerId);
      return each(context.services.workers.follow(queue, workerId), "runsAvailable", context);
    },
  },
  runLog: {
    subscribe: async (_, { runId, after }, context) => {
      const run = (await context.services.store.runsById([runId])).get(runId);
      if (!run) throw new RequestError("NOT_FOUND", `No run has the id ${shown(runId)}.`);
      const source = context.services.events.logLines(
        runId,
        typeof after === "string" ? readLineCursor("after", after) : 0,
      );
      return each<LogLine, "runLog">(source, "runLog", context);
    },
  },
};
