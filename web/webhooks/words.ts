// What a webhook is sent, in words.
import type { RunEventType, TaskEventType, WebhookFormat, WebhookRowFragment } from "../gql/graphql";
import { plural } from "../ui/format";

export const FORMATS: Record<WebhookFormat, string> = { CLOUDEVENTS: "CloudEvents, signed", SLACK: "Chat message" };

/** Types of the log alone: not what only subscriptions tell. */
type Logged<T extends string> = Exclude<T, "SNAPSHOT" | "SNAPSHOT_END" | "HEARTBEAT">;

/** All that can be chosen, what is chosen most first; the compiler sees to it that none is left out. */
const RUN: Record<Logged<RunEventType>, true> = {
  FAILED: true,
  MISSED: true,
  SUCCEEDED: true,
  STARTED: true,
  RETRY_PLANNED: true,
  CANCELLED: true,
  SKIPPED: true,
  LOST: true,
  INTERRUPTED: true,
  HELD: true,
  QUEUED: true,
  CREATED: true,
  UPDATED: true,
  PROGRESS: true,
  CANCEL_REQUESTED: true,
  LATE_RESULT_IGNORED: true,
  REDRIVEN: true,
  DISMISSED: true,
  WITHDRAWN: true,
};
const TASK: Record<Logged<TaskEventType>, true> = {
  CREATED: true,
  UPDATED: true,
  PAUSED: true,
  RESUMED: true,
  COMPLETED: true,
  REPLANNED: true,
  DELETED: true,
};
export const RUN_EVENTS = Object.keys(RUN);
export const TASK_EVENTS = Object.keys(TASK);

export const eventWord = (type: string): string => {
  const words = type.toLowerCase().replaceAll("_", " ");
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
};

/** One line for each kind of event, and one for each condition. */
export function filterWords({ filter }: Pick<WebhookRowFragment, "filter">): string[] {
  const list = (types: readonly string[]) => types.map((type) => eventWord(type).toLowerCase()).join(", ");
  const { runEvents, taskEvents, taskId, search } = filter;
  return [
    ...(runEvents.length > 0 ? [`Runs: ${list(runEvents)}`] : []),
    ...(taskEvents.length > 0 ? [`Tasks: ${list(taskEvents)}`] : []),
    ...(taskId ? [`of ${plural(taskId.length, "task")}`] : []),
    ...(search ? [`with “${search}” in the task's name`] : []),
  ];
}
