// What webhooks say: an event as a CloudEvent (CNCF CloudEvents 1.0.2, structured JSON), or as a sentence for a chat. Pure.
import type { Event, Json, Run, RunEvent, Task, TaskEvent } from "./types.ts";
import type { Message, WebhookFormat } from "./webhook.ts";

export const CONTENT_TYPES: Readonly<Record<WebhookFormat, string>> = {
  CLOUDEVENTS: "application/cloudevents+json; charset=utf-8",
  SLACK: "application/json; charset=utf-8",
};

/** Characters of an error in a sentence. */
const ERROR_SHOWN = 300;
/** Where people reach the dashboard; null: nobody said. */
type PublicUrl = string | null;

export const eventType = ({ kind, type }: Pick<Event, "kind" | "type">): string =>
  `cronograph.${kind.toLowerCase()}.${type.toLowerCase()}`;

/** `task`: the event's own, or that of its run; undefined when its row is gone. */
export function eventMessage(format: WebhookFormat, event: Event, task: Task | undefined, url: PublicUrl): Message {
  const link = url === null ? null : `${url}${pathOf(event)}`;
  const facts = {
    // Of the run's own number: unlike the log's cursor it means the same in every database.
    messageId: event.kind === "RUN" ? `${event.runId}-${event.sequence}` : `${event.taskId}-e${event.cursor}`,
    type: eventType(event),
    taskId: event.taskId,
    runId: event.kind === "RUN" ? event.runId : null,
    at: event.at,
  };
  if (format === "SLACK") return { ...facts, body: chat(sentence(event, task), link) };
  const data = event.kind === "RUN" ? runData(event, task, link) : taskData(event, link);
  return { ...facts, body: cloudEvent(facts, pathOf(event).slice(1), url, data) };
}

const pathOf = (event: Event): string => (event.kind === "RUN" ? `/runs/${event.runId}` : `/tasks/${event.taskId}`);

/** Tells of something that is no event of the log. */
export function noticeMessage(
  format: WebhookFormat,
  type: "test" | "events_lost",
  { id, at, text, webhookId }: { id: string; at: number; text: string; webhookId: string },
  url: PublicUrl,
): Message {
  const facts = { messageId: id, type: `cronograph.webhook.${type}`, taskId: null, runId: null, at };
  const link = url === null ? null : `${url}/webhooks/${webhookId}`;
  if (format === "SLACK") return { ...facts, body: chat(text, link) };
  return { ...facts, body: cloudEvent(facts, `webhooks/${webhookId}`, url, { message: text, url: link }) };
}

const cloudEvent = (
  { messageId, type, at }: Pick<Message, "messageId" | "type" | "at">,
  subject: string,
  url: PublicUrl,
  data: Json,
): string =>
  JSON.stringify({
    specversion: "1.0",
    id: messageId,
    source: url === null ? "/cronograph" : `${url}/`,
    type,
    subject,
    time: iso(at),
    datacontenttype: "application/json",
    data,
  });

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** Without payload and result: they may be large, and are not for everybody who may know that it ran. */
const runData = ({ run, sequence }: RunEvent, task: Task | undefined, url: string | null): Json => ({
  sequence,
  run: {
    id: run.id,
    state: run.state,
    trigger: run.trigger,
    scheduledFor: iso(run.scheduledFor),
    startedAt: isoOrNull(run.startedAt),
    finishedAt: isoOrNull(run.finishedAt),
    attempt: run.attempt,
    maxAttempts: run.maxAttempts,
    late: run.late,
    why: run.why,
    error: run.error && { code: run.error.code, message: run.error.message },
    progress: run.progress,
    progressMessage: run.progressMessage,
  },
  task: { id: run.taskId, name: task?.name ?? null },
  url,
});

const taskData = ({ task }: TaskEvent, url: string | null): Json => ({
  task: {
    id: task.id,
    name: task.name,
    description: task.description,
    state: task.state,
    version: task.version,
    pauseReason: task.pauseReason,
    nextRunAt: isoOrNull(task.nextRunAt),
    deletedAt: isoOrNull(task.deletedAt),
  },
  url,
});

/** How a chat is told. Words of a run's state that need no more are made of its name. */
const RUN_WORDS: Readonly<Partial<Record<RunEvent["type"], string>>> = {
  CREATED: "has a new run",
  QUEUED: "is due and waits",
  HELD: "missed a run, which waits for your decision",
  STARTED: "has started",
  PROGRESS: "goes on",
  RETRY_PLANNED: "failed and will be tried again",
  SUCCEEDED: "succeeded",
  FAILED: "failed",
  CANCEL_REQUESTED: "is to be cancelled",
  CANCELLED: "was cancelled",
  SKIPPED: "was skipped",
  MISSED: "was missed",
  LOST: "was lost with the process that ran it",
  INTERRUPTED: "was interrupted by a shutdown",
  REDRIVEN: "is being done again",
  DISMISSED: "was dismissed from the failed runs",
};

function sentence(event: Event, task: Task | undefined): string {
  const name = task?.name ?? event.taskId;
  if (event.kind === "TASK") return `The task “${name}” ${taskWords(event)}.`;
  const { run } = event;
  const words = RUN_WORDS[event.type] ?? `: ${event.type.toLowerCase().replaceAll("_", " ")}`;
  return `“${name}” ${words}${attempts(run)}${details(event)}`;
}

const attempts = ({ attempt, maxAttempts, state }: Run): string =>
  attempt > 0 && maxAttempts > 1 && (state === "FAILED" || state === "RETRYING")
    ? ` (attempt ${attempt} of ${maxAttempts})`
    : "";

function details({ type, run }: RunEvent): string {
  if (type === "PROGRESS" && run.progressMessage) return `: ${run.progressMessage}`;
  if (run.error !== null && (type === "FAILED" || type === "RETRY_PLANNED" || type === "LOST"))
    return `: ${cut(run.error.message)}`;
  if (run.why !== null && (type === "SKIPPED" || type === "MISSED" || type === "CANCELLED")) return `: ${cut(run.why)}`;
  return `, planned for ${iso(run.scheduledFor)}.`;
}

function taskWords({ type, task }: TaskEvent): string {
  if (type === "PAUSED") return task.pauseReason ? `was paused: ${task.pauseReason}` : "was paused";
  if (type === "UPDATED") return "was changed";
  if (type === "COMPLETED") return "has no occurrence left";
  if (type === "REPLANNED") return "has other occurrences now: a calendar or the time zone rules changed";
  return `was ${type.toLowerCase()}`;
}

const cut = (text: string): string => (text.length > ERROR_SHOWN ? `${text.slice(0, ERROR_SHOWN)}…` : text);

/** Slack's three entities; and words that would call everybody get a joiner in them, which shows nothing. */
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/@(?=all|channel|here|everyone)/gi, "@\u2060");

const chat = (text: string, link: string | null): string =>
  JSON.stringify({ text: link === null ? escaped(text) : `${escaped(text)}\n${link}` });
