// Run. What may be large (result, payload) is read only when asked for.
import { partsOf, workerOf } from "../../domain/lanes.ts";
import { isDeadLetter, isFinal } from "../../domain/run-states.ts";
import { connection, pageRequest } from "./connections.ts";
import { lineCursor, readLineCursor } from "./cursors.ts";
import type { Resolvers } from "./generated.ts";

/** Attempts and lines are numbered: the number alone is their place. */
const numbered = {
  write: ({ id }: { id: string }) => lineCursor(Number(id)),
  read: (field: string, cursor: string) => {
    const number = readLineCursor(field, cursor);
    return { value: number, id: String(number) };
  },
};

export const Run: Resolvers["Run"] = {
  task: async (run, _, { loaders }) => {
    const task = await loaders.task.load(run.taskId);
    if (!task) throw new Error(`Run ${run.id} has no task ${run.taskId}`);
    return task;
  },
  queue: (run) => partsOf(run.lane).queue,
  latenessMs: (run) => (run.startedAt === null ? null : run.startedAt - run.effectiveAt),
  durationMs: (run) => (run.startedAt === null || run.finishedAt === null ? null : run.finishedAt - run.startedAt),
  blockedBy: (run, _, { loaders }) => (run.blockedByRunId === null ? null : loaders.run.load(run.blockedByRunId)),
  heldUntil: (run) => (run.state === "HELD" ? run.heldUntil : null),
  backfill: (run, _, { loaders }) => (run.backfillId === null ? null : loaders.backfill.load(run.backfillId)),
  parent: (run, _, { loaders }) => (run.parentRunId === null ? null : loaders.run.load(run.parentRunId)),
  children: (run, _, { loaders }) => (isFinal(run.state) ? loaders.childRuns.load(run.id) : []),
  redriveOf: (run, _, { loaders }) => (run.redriveOfRunId === null ? null : loaders.run.load(run.redriveOfRunId)),
  redrivenBy: (run, _, { loaders }) => (run.redrivenByRunId === null ? null : loaders.run.load(run.redrivenByRunId)),
  deadLetter: isDeadLetter,
  fallback: (run) => run.fallback !== null,
  instance: (run, _, { loaders }) => (run.instanceId === null ? null : loaders.instance.load(run.instanceId)),
  worker: (run) => workerOf(run.instanceId),
  // An event shows the run as it was then: before its end it had no result, whatever the row has now.
  result: async (run, _, { loaders }) => (isFinal(run.state) ? (await loaders.contents.load(run.id)).result : null),
  resultTruncated: async (run, _, { loaders }) =>
    isFinal(run.state) && (await loaders.contents.load(run.id)).resultTruncated,
  payload: async (run, _, { loaders }) => (run.hasPayload ? (await loaders.contents.load(run.id)).payload : null),
  attempts: async (run, args, { services }) =>
    connection(await services.store.attempts(run.id, pageRequest(args, numbered)), numbered),
  logs: async (run, args, { services }) =>
    connection(await services.store.logs(run.id, pageRequest(args, numbered)), numbered),
};

export const Attempt: Resolvers["Attempt"] = {
  durationMs: (attempt) => (attempt.finishedAt === null ? null : attempt.finishedAt - attempt.startedAt),
  instance: (attempt, _, { loaders }) => loaders.instance.load(attempt.instanceId),
  worker: (attempt) => workerOf(attempt.instanceId),
};

export const LogLine: Resolvers["LogLine"] = { cursor: (line) => lineCursor(line.number) };
