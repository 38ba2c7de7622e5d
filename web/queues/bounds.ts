// The bounds of a queue in words.
import type { QueueRowFragment } from "../gql/graphql";
import { durationMs } from "../ui/duration";
import { count, length } from "../ui/format";

type Bounds = Pick<QueueRowFragment, "concurrency" | "concurrencyPerKey" | "rate">;

/** `100 starts in 1 min, 10 at once`; null when there is no rate. */
export function rateWords({ rate }: Bounds): string | null {
  if (!rate) return null;
  const starts = `${count(rate.limit)} ${rate.limit === 1 ? "start" : "starts"} in ${length(durationMs(rate.period))}`;
  return rate.burst > 1 ? `${starts}, up to ${count(rate.burst)} at once` : `${starts}, evenly`;
}

/** Each bound that is set. */
export function boundsWords(queue: Bounds): string[] {
  const { concurrency, concurrencyPerKey } = queue;
  return [
    concurrency !== null && `${count(concurrency)} at a time`,
    concurrencyPerKey !== null && `${count(concurrencyPerKey)} at a time for each key`,
    rateWords(queue),
  ].filter((each) => typeof each === "string");
}

/** Why a run waits that the server has not told of: what stands in the way of the queue as a whole. */
export function hindrance(queue: QueueRowFragment): string | null {
  const { name, paused, concurrency, concurrencyPerKey, runningRuns, rate } = queue;
  if (paused) return `The queue "${name}" is paused.`;
  if (concurrency !== null && runningRuns >= concurrency)
    return `The queue "${name}" runs at most ${count(concurrency)} at a time.`;
  if (rate) return `The queue "${name}" starts at most ${count(rate.limit)} in ${length(durationMs(rate.period))}.`;
  return concurrencyPerKey === null ? null : `The queue "${name}" runs at most ${count(concurrencyPerKey)} of a key.`;
}
