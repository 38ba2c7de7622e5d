// Says in a line which policies differ from the API's defaults.
import type { MissedRunPolicy, OverlapPolicy } from "../../gql/graphql";
import { durationMs } from "../../ui/duration";
import { length, plural } from "../../ui/format";
import { type FormValues, NEW_TASK } from "./values";

const OVERLAP: Record<OverlapPolicy, string> = {
  SKIP: "overlaps are skipped",
  ALLOW: "overlaps allowed",
  BUFFER_ONE: "one waits in line",
  BUFFER: "several wait in line",
  CANCEL_RUNNING: "a new run cancels the old",
  TERMINATE_RUNNING: "a new run ends the old at once",
};
const MISSED: Record<MissedRunPolicy, string> = {
  SKIP: "missed runs are not made up for",
  LAST: "the newest missed run is made up for",
  LAST_N: "the newest missed runs are made up for",
  ALL: "all missed runs are made up for",
};

/** Empty when all is as it is by default. */
export function policySummary(values: FormValues): string {
  const usual = NEW_TASK;
  const { retry } = values;
  const waits = JSON.stringify({ ...retry, maxAttempts: 0 }) !== JSON.stringify({ ...usual.retry, maxAttempts: 0 });
  return [
    Number(retry.maxAttempts) !== usual.retry.maxAttempts && plural(Number(retry.maxAttempts), "attempt"),
    waits && "own waits",
    values.pauseAfterFailures !== "" && `pauses after ${plural(Number(values.pauseAfterFailures), "failed run")}`,
    values.fallbackOn && "calls a fallback target",
    values.timeout !== usual.timeout && `at most ${length(durationMs(values.timeout))}`,
    values.queueTimeout && `waits at most ${length(durationMs(values.queueTimeout))}`,
    values.startTimeout && `begins within ${length(durationMs(values.startTimeout))}`,
    values.silenceTimeout && `silent at most ${length(durationMs(values.silenceTimeout))}`,
    values.targetKind !== "worker" && values.queue && `in the queue ${values.queue}`,
    values.queueKey.trim() !== "" && "counted by a key",
    Number(values.priority) !== 0 && `priority ${values.priority}`,
    values.overlapPolicy !== usual.overlapPolicy && OVERLAP[values.overlapPolicy],
    values.missedRunPolicy !== usual.missedRunPolicy && MISSED[values.missedRunPolicy],
    values.catchUpWindow !== usual.catchUpWindow && `looks back ${length(durationMs(values.catchUpWindow))}`,
    values.catchUpRate !== "" && `${values.catchUpRate} a minute`,
    values.startDeadline && `starts within ${length(durationMs(values.startDeadline))}`,
    values.hold && `asks when more than ${values.hold.whenMoreThan} were missed`,
    values.followUps.length > 0 && `followed by ${plural(values.followUps.length, "task")}`,
    values.onCrash !== usual.onCrash && "never starts twice",
    Object.values(values.retention).some((rule) => rule !== null) && "own rules for old runs",
  ]
    .filter(Boolean)
    .join(" · ");
}
