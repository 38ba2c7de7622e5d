// What a webhook is sent, in words.
import type { RunEventType, TaskEventType, WebhookFormat, WebhookRowFragment } from "../gql/graphql";
import { plural } from "../ui/format";

export const FORMATS: Record<WebhookFormat, string> = { CLOUDEVENTS: "CloudEvents, signed", SLACK: "Chat message" };

/** All that can be chosen: what a subscription alone tells is left out. */
export const RUN_EVENTS: readonly RunEventType[] = [
  "FAILED",
  "MISSED",
  "SUCCEEDED",
  "STARTED",
  "RETRY_PLANNED",
  "CANCELLED",
  "SKIPPED",
  "LOST",
  "INTERRUPTED",
  "HELD",
  "QUEUED",
  "CREATED",
  "UPDATED",
  "PROGRESS",
  "CANCEL_REQUESTED",
  "LATE_RESULT_IGNORED",
  "REDRIVEN",
  "DISMISSED",
  "WITHDRAWN",
];
export const TASK_EVENTS: readonly TaskEventType[] = [
  "CREATED",
  "UPDATED",
  "PAUSED",
  "RESUMED",
  "COMPLETED",
  "REPLANNED",
  "DELETED",
];

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
