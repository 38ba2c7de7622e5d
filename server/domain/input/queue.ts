// A queue as a user gives it, and what a task says about its queue, checked.
import { parseDuration } from "../duration.ts";
import { fail, ok, type Result, refuse, shown } from "../errors.ts";
import {
  DESCRIPTION_LENGTH,
  PRIORITY,
  QUEUE_CONCURRENCY,
  QUEUE_KEY_LENGTH,
  QUEUE_PERIOD_MS,
  QUEUE_RATE,
  QUEUE_TIMEOUT_MS,
  TIMEOUT_MS,
} from "../limits.ts";
import type { Store } from "../ports.ts";
import { unknownPlaces } from "../queue-key.ts";
import type { Queue, Task, TaskSpec } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkInteger, checkText } from "./text.ts";
import { checkQueue } from "./worker.ts";

type Maybe<T> = T | null | undefined;

export interface QueuePatch {
  readonly description?: Maybe<string>;
  readonly concurrency?: Maybe<number>;
  readonly concurrencyPerKey?: Maybe<number>;
  readonly rate?: Maybe<{ readonly limit: number; readonly period: string; readonly burst?: Maybe<number> }>;
}

type Spec = Pick<Queue, "description" | "concurrency" | "concurrencyPerKey" | "rate">;

/** Only what is to change; null takes a bound away. */
export function checkQueuePatch(patch: QueuePatch, collector = new Collector()): Result<Partial<Spec>> {
  const spec: { -readonly [K in keyof Spec]?: Spec[K] | undefined } = {};
  if (patch.description !== undefined)
    spec.description = patch.description
      ? collector.take(
          checkText(["description"], patch.description, {
            most: DESCRIPTION_LENGTH,
            lines: true,
            example: "Calls to the mail provider",
          }),
        )
      : null;
  for (const field of ["concurrency", "concurrencyPerKey"] as const) {
    const count = patch[field];
    if (count !== undefined)
      spec[field] = count === null ? null : collector.take(checkInteger([field], count, 1, QUEUE_CONCURRENCY));
  }
  if (patch.rate !== undefined) spec.rate = patch.rate === null ? null : checkRate(collector, patch.rate);
  return collector.finish(() => spec as Partial<Spec>);
}

function checkRate(collector: Collector, rate: NonNullable<QueuePatch["rate"]>): Queue["rate"] {
  const limit = collector.take(checkInteger(["rate", "limit"], rate.limit, 1, QUEUE_RATE));
  const periodMs = collector.take(parseDuration(["rate", "period"], rate.period, QUEUE_PERIOD_MS));
  const burst = collector.take(checkInteger(["rate", "burst"], rate.burst ?? 1, 1, QUEUE_RATE));
  return { limit: limit as number, periodMs: periodMs as number, burst: burst as number };
}

export const checkQueueName = (name: string): Result<string> => checkQueue(["name"], name);

export interface LaneInput {
  readonly queue?: Maybe<string>;
  readonly queueKey?: Maybe<string>;
  readonly priority?: Maybe<number>;
  readonly queueTimeout?: Maybe<string>;
  readonly startTimeout?: Maybe<string>;
  readonly silenceTimeout?: Maybe<string>;
}

type Lane = Pick<
  TaskSpec,
  "queue" | "queueKey" | "priority" | "queueTimeoutMs" | "startTimeoutMs" | "silenceTimeoutMs"
>;

/** The queue must be there: a name that is misspelt would bound nothing. Workers' queues need not be. */
export async function checkLane(
  current: Task | undefined,
  patch: LaneInput,
  target: Pick<Task, "target">["target"] | undefined,
  store: Pick<Store, "queuesByName">,
  collector: Collector,
): Promise<Lane> {
  const optional = <T>(
    value: Maybe<string>,
    kept: T | null | undefined,
    check: (text: string) => Result<T>,
  ): T | null =>
    value === undefined ? (kept ?? null) : value === null ? null : (collector.take(check(value)) ?? null);
  const timeout = (field: keyof LaneInput, bounds: typeof TIMEOUT_MS, kept: number | null | undefined) =>
    optional(patch[field] as Maybe<string>, kept, (text) => parseDuration([field], text, bounds));
  const known = patch.queue ? await store.queuesByName([patch.queue]) : new Map();
  const queue = optional(patch.queue, current?.queue, (name) => {
    const checked = checkQueue(["queue"], name);
    if (!checked.ok || known.has(name)) return checked;
    const message = `No queue is named ${shown(name)}. Make it with createQueue, or leave queue out.`;
    return fail({ code: "NOT_FOUND", field: ["queue"], message });
  });
  if (target?.kind === "WORKER" && queue !== null) {
    const own = JSON.stringify(target.queue);
    const why = `A worker target names its queue itself (${own}): the bounds of the queue of that name hold. Leave queue out.`;
    collector.take(refuse("BAD_REQUEST", ["queue"], why));
  }
  return {
    queue,
    queueKey: optional(patch.queueKey, current?.queueKey, checkKeyTemplate),
    priority:
      typeof patch.priority === "number"
        ? (collector.take(checkInteger(["priority"], patch.priority, PRIORITY.least, PRIORITY.most)) ?? 0)
        : (current?.priority ?? 0),
    queueTimeoutMs: timeout("queueTimeout", QUEUE_TIMEOUT_MS, current?.queueTimeoutMs),
    startTimeoutMs: timeout("startTimeout", TIMEOUT_MS, current?.startTimeoutMs),
    silenceTimeoutMs: timeout("silenceTimeout", TIMEOUT_MS, current?.silenceTimeoutMs),
  };
}

const KEY_EXAMPLE = "{{ payload.customer }}";

function checkKeyTemplate(text: string): Result<string> {
  const checked = checkText(["queueKey"], text, { least: 1, most: QUEUE_KEY_LENGTH, example: KEY_EXAMPLE });
  if (!checked.ok) return checked;
  const [unknown] = unknownPlaces(text);
  if (unknown === undefined) return ok(text);
  const rule = "has places for payload.…, task.id and task.name only";
  return refuse("INVALID_PAYLOAD", ["queueKey"], `queueKey ${rule}, not ${shown(unknown)}. Example: "${KEY_EXAMPLE}".`);
}
