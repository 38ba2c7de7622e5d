// Wakes workers: one look at each queue that anybody follows, after commits that may have changed it and when more falls due. What a
// slow reader has not taken yet is joined into one message.
import { ownerOf, partsOf, queueLane } from "../domain/lanes.ts";
import { CLAIMS_AT_ONCE } from "../domain/limits.ts";
import type { Clock, Store } from "../domain/ports.ts";
import type { Log } from "../log.ts";
import { createLoop } from "../loop.ts";
import { type Channel, createChannel } from "./channel.ts";

export interface QueueNews {
  readonly waiting: number;
  readonly stop: string[];
}

export interface WorkerQueues {
  follow(queue: string, workerId: string | null, namespaceId?: string): AsyncIterableIterator<QueueNews>;
  start(): void;
  /** Ends every subscription. */
  stop(): Promise<void>;
}

interface Follower {
  /** Of the queue in its namespace. */
  readonly lane: string;
  readonly owner: string | null;
  readonly stop: Set<string>;
  /** What it has been told may be claimed; undefined before the first message. */
  told: ReadonlySet<string> | undefined;
  waiting: number;
  /** A message is on its way. */
  pending: boolean;
  readonly channel: Channel<true>;
}

/** They make no run claimable. */
const OF_NO_MATTER = new Set(["STARTED", "PROGRESS", "CANCEL_REQUESTED", "LATE_RESULT_IGNORED"]);

export function createWorkerQueues(store: Store, clock: Clock, log: Log): WorkerQueues {
  const followers = new Set<Follower>();
  let changed = true;
  let nextDue = Number.POSITIVE_INFINITY;

  function tell(follower: Follower): void {
    if (follower.pending) return;
    follower.pending = true;
    follower.channel.push(true);
  }

  async function look(): Promise<number> {
    if (followers.size === 0) return Number.POSITIVE_INFINITY;
    if (!changed && clock.now() < nextDue) return nextDue - clock.now();
    changed = false;
    nextDue = Number.POSITIVE_INFINITY;
    for (const lane of new Set([...followers].map((each) => each.lane))) {
      const { waiting, next } = await store.claimable(lane, clock.now(), CLAIMS_AT_ONCE);
      nextDue = Math.min(nextDue, next ?? Number.POSITIVE_INFINITY);
      const keys = new Set(waiting.map(({ runId, attempt }) => `${runId} ${attempt}`));
      for (const follower of followers) {
        if (follower.lane !== lane) continue;
        const { told } = follower;
        follower.told = keys;
        follower.waiting = keys.size;
        if (!told || [...keys].some((key) => !told.has(key))) tell(follower);
      }
    }
    return Math.max(0, nextDue - clock.now());
  }

  const loop = createLoop("worker queues", look, clock, log);
  let unsubscribe: (() => void) | undefined;

  function begin(lane: string, owner: string | null): Follower {
    const channel: Channel<true> = createChannel<true>({
      capacity: 2,
      overflow: () => new Error("unreachable: at most one message is queued"),
      onEnd: () => followers.delete(follower),
    });
    const follower: Follower = { lane, owner, stop: new Set(), told: undefined, waiting: 0, pending: false, channel };
    followers.add(follower);
    changed = true;
    loop.wake();
    return follower;
  }

  return {
    follow(queue, workerId, namespaceId) {
      const follower = begin(queueLane(queue, namespaceId), workerId === null ? null : ownerOf(workerId));
      return {
        async next() {
          const { done } = await follower.channel.next();
          if (done) return { value: undefined, done: true };
          follower.pending = false;
          const stop = [...follower.stop];
          follower.stop.clear();
          return { value: { waiting: follower.waiting, stop }, done: false };
        },
        return: () => follower.channel.return() as unknown as Promise<IteratorResult<QueueNews, undefined>>,
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    start() {
      unsubscribe ??= store.onCommit(({ events, queues }) => {
        if (followers.size === 0) return;
        changed ||= queues;
        for (const event of events) {
          if (event.kind !== "RUN") continue;
          if (event.type === "CANCEL_REQUESTED" || event.type === "CANCELLED") {
            for (const follower of followers) {
              if (follower.owner === null || follower.owner !== event.run.instanceId) continue;
              // Workers of two namespaces may have the same name.
              if (partsOf(follower.lane).namespaceId !== event.namespaceId) continue;
              follower.stop.add(event.runId);
              tell(follower);
            }
          }
          if (!OF_NO_MATTER.has(event.type)) changed = true;
        }
        if (changed) loop.wake();
      });
      loop.start();
    },
    async stop() {
      for (const { channel } of followers) channel.close();
      unsubscribe?.();
      unsubscribe = undefined;
      await loop.stop();
    },
  };
}
