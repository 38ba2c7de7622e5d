// What a claim may take of each lane: the room of its queue and of its namespace, and which of the runs that could start have the slots.
import { FairTurns } from "../domain/fair-turns.ts";
import { partsOf, WORKERS } from "../domain/lanes.ts";
import { NamespaceRoom } from "../domain/namespace.ts";
import type { ClaimRequest, Slots } from "../domain/ports.ts";
import { Room } from "../domain/queues.ts";
import type { Run } from "../domain/types.ts";
import { type BoundedNamespace, used as usedOf } from "./namespaces.ts";
import { queuesById, runningByKey } from "./queues.ts";
import type { Queryable } from "./sql.ts";

const NO_SLOT = "Due, and waiting for a free slot.";
const NO_WORKER = "Due, and waiting for a worker to take it.";

/** What bounds the runs of a lane: its queue, and its namespace's quota of runs going at once. */
export interface LaneRooms {
  readonly queues: readonly Room[];
  queue(lane: string): Room | undefined;
  namespace(lane: string): NamespaceRoom | undefined;
  /** How many more of the lane may start, their keys aside. */
  left(lane: string): number;
}

/** Which of the request's slots a run of the lane takes. */
export const slotOf = (lane: string, slots: Slots): string => (lane in slots ? lane : partsOf(lane).kind);

export async function roomsOf(
  db: Queryable,
  lanes: readonly string[],
  now: number,
  bounded: readonly BoundedNamespace[],
): Promise<LaneRooms> {
  const parts = new Map(lanes.map((lane) => [lane, partsOf(lane)]));
  const named = [...parts.values()];
  const queues = await queuesById(
    db,
    [...new Set(named.map(({ queueId }) => queueId))].filter((id) => id !== null),
  );
  const running = await runningByKey(db, [...queues.values()]);
  const rooms = new Map([...queues].map(([id, queue]) => [id, new Room(queue, running.get(id) ?? new Map(), now)]));
  const namespaces = new Map<string, NamespaceRoom>();
  for (const { id, name, most } of bounded)
    if (named.some(({ namespaceId }) => namespaceId === id))
      namespaces.set(id, new NamespaceRoom(name, most, await usedOf(db, id, "runningRuns", most)));
  const queue = (lane: string) => rooms.get(parts.get(lane)?.queueId ?? "");
  const namespace = (lane: string) => namespaces.get(parts.get(lane)?.namespaceId ?? "");
  return {
    queues: [...rooms.values()],
    queue,
    namespace,
    left: (lane) =>
      Math.min(queue(lane)?.left ?? Number.POSITIVE_INFINITY, namespace(lane)?.left ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * As far as slots, queues and quotas reach: of a namespace by rank, and each slot to the namespace that has the fewest of its kind; and
 * those newly due that have to wait, each with its reason. `left`: more could start, but this claim's slots were not enough.
 */
export function choose(
  clear: readonly Run[],
  rooms: LaneRooms,
  { slots, going = [] }: Pick<ClaimRequest, "slots" | "going">,
): { chosen: Run[]; waiting: { run: Run; why: string }[]; left: boolean } {
  const free = { ...slots } as Record<string, number>;
  const chosen: Run[] = [];
  const waiting: { run: Run; why: string }[] = [];
  let left = false;
  const turns = new FairTurns(clear, going);
  for (let run = turns.next(); run !== undefined; run = turns.next()) {
    const { kind } = partsOf(run.lane);
    const slot = slotOf(run.lane, slots);
    const room = rooms.queue(run.lane);
    const namespace = rooms.namespace(run.lane);
    const noSlot = slots[slot] === 0 ? (kind === WORKERS ? NO_WORKER : NO_SLOT) : null;
    const hindrance = room?.hindrance(run.queueKey) ?? namespace?.hindrance ?? noSlot;
    if (hindrance !== null) {
      if (run.state === "SCHEDULED") waiting.push({ run, why: hindrance });
    } else if (free[slot] === 0) left = true;
    else {
      room?.take(run.queueKey);
      namespace?.take();
      free[slot] = (free[slot] as number) - 1;
      turns.took(run);
      chosen.push(run);
    }
  }
  return { chosen, waiting, left };
}
