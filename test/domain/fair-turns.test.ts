// Whose turn it is: whatever waits and whatever is going, nobody who waits has less than somebody who was served instead.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairTurns } from "../../server/domain/fair-turns.ts";
import { queueLane } from "../../server/domain/lanes.ts";
import { byRank } from "../../server/domain/queues.ts";

interface Waiting {
  readonly id: string;
  readonly namespace: string;
  readonly lane: string;
  readonly dueAt: number;
  readonly priority: number;
}

const laneIn = (kind: string, namespace: string): string => queueLane("q", namespace).replace("WORKER", kind);
const namespaces = fc.constantFrom("default", "a", "b", "c");
const waiting = fc
  .array(fc.record({ namespace: namespaces, dueAt: fc.nat(100), priority: fc.integer({ min: -2, max: 2 }) }), {
    maxLength: 40,
  })
  .map((runs) => runs.map((run, index) => ({ ...run, id: String(index), lane: laneIn("HTTP", run.namespace) })));
const going = fc.array(namespaces, { maxLength: 20 });

function play(runs: readonly Waiting[], busy: readonly string[], slots: number) {
  const turns = new FairTurns(
    runs,
    busy.map((namespace) => laneIn("HTTP", namespace)),
  );
  const order: Waiting[] = [];
  for (let run = turns.next(); run !== undefined; run = turns.next()) {
    if (order.length < slots) turns.took(run);
    order.push(run);
  }
  return { served: order.slice(0, slots), order };
}

describe("turns between namespaces", () => {
  it("leave nobody with less than somebody who was served instead, and within a namespace go by rank", () => {
    fc.assert(
      fc.property(waiting, going, fc.nat(40), (runs, busy, slots) => {
        const { served, order } = play(runs, busy, slots);
        expect(new Set(order.map(({ id }) => id)).size).toBe(runs.length);
        const has = (namespace: string) =>
          busy.filter((each) => each === namespace).length + served.filter((run) => run.namespace === namespace).length;
        const left = order.slice(slots);
        for (const { namespace } of left)
          for (const other of new Set(served.map((run) => run.namespace)))
            expect(has(other)).toBeLessThanOrEqual(has(namespace) + 1);
        for (const namespace of new Set(runs.map((run) => run.namespace))) {
          const own = order.filter((run) => run.namespace === namespace);
          expect(own).toEqual([...own].sort(byRank));
        }
      }),
    );
  });

  it("are by rank alone in one namespace, and counted for each kind of slot apart", () => {
    const run = (id: string, namespace: string, kind = "HTTP", dueAt = 0): Waiting => {
      return { id, namespace, lane: laneIn(kind, namespace), dueAt, priority: 0 };
    };
    expect(play([run("2", "a", "HTTP", 5), run("1", "a")], ["a", "a"], 2).order.map(({ id }) => id)).toEqual([
      "1",
      "2",
    ]);
    const mixed = [run("old", "a", "MODULE"), run("new", "b", "MODULE", 9)];
    // What goes by HTTP is in nobody's way here.
    expect(play(mixed, ["a", "a"], 1).served.map(({ id }) => id)).toEqual(["old"]);
  });
});
