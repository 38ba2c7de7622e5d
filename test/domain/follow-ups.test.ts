// Follow-ups form no circle, and one run cannot cause others without bound.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGraph, follows } from "../../server/domain/follow-ups.ts";
import { FOLLOW_UP_DEPTH, FOLLOW_UP_RUNS } from "../../server/domain/limits.ts";
import { RUN_STATES, type Run } from "../../server/domain/types.ts";

type Graph = Map<string, { name: string; follow: string[] }>;
const check = (graph: Graph, id: string, follow: string[]) =>
  checkGraph({ id, name: id }, follow, graph, (each) => each);

/** Adds the edits that are accepted, one after the other. */
function accepted(edits: readonly { id: string; follow: string[] }[]): Graph {
  const graph: Graph = new Map();
  for (const { id, follow } of edits) if (check(graph, id, follow).ok) graph.set(id, { name: id, follow });
  return graph;
}

/** How many runs the end of one causes, by carrying all of them out; beyond the limit it stops. */
function caused(graph: Graph, start: string): number {
  let count = 0;
  for (let going = [start]; going.length > 0 && count <= 2 * FOLLOW_UP_RUNS; ) {
    going = going.flatMap((id) => graph.get(id)?.follow ?? []);
    count += going.length;
  }
  return count;
}

const task = fc.integer({ min: 0, max: 8 }).map((number) => `task ${number}`);
const edit = fc.record({ id: task, follow: fc.uniqueArray(task, { maxLength: 4 }) });

describe("follow-ups", () => {
  it("never go on for ever, in whatever order tasks are edited", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const graph = accepted(edits);
        for (const id of graph.keys()) expect(caused(graph, id)).toBeLessThanOrEqual(FOLLOW_UP_RUNS);
      }),
    );
  });

  it("are refused only when they go in a circle or too far", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), edit, (edits, last) => {
        const graph = accepted(edits);
        if (check(graph, last.id, last.follow).ok) return;
        graph.set(last.id, { name: last.id, follow: last.follow });
        expect(Math.max(...[...graph.keys()].map((id) => caused(graph, id)))).toBeGreaterThan(FOLLOW_UP_RUNS);
      }),
    );
  });

  it("name the whole circle when they are refused", () => {
    const graph: Graph = new Map([
      ["b", { name: "b", follow: ["x", "c"] }],
      ["c", { name: "c", follow: ["a"] }],
    ]);
    expect(check(graph, "a", ["b"])).toEqual({
      ok: false,
      errors: [
        {
          code: "ILLEGAL_STATE",
          field: ["followUps"],
          message: 'These follow-ups go in a circle: "a" → "b" → "c" → "a". Leave one of them out.',
        },
      ],
    });
    expect(check(new Map(), "a", ["a"])).toMatchObject({ ok: false });
  });

  it("make chains and fans up to their limits, wherever the edit is", () => {
    const chain: Graph = new Map();
    for (let index = 1; index < FOLLOW_UP_DEPTH; index++)
      chain.set(`${index}`, { name: `${index}`, follow: [`${index + 1}`] });
    expect(check(chain, "0", [])).toMatchObject({ ok: true });
    for (const [id, follow] of [
      ["0", "1"],
      [`${FOLLOW_UP_DEPTH}`, "last"],
    ] as const)
      expect(check(chain, id, [follow])).toMatchObject({
        ok: false,
        errors: [{ code: "OUT_OF_RANGE", message: expect.stringContaining(`${FOLLOW_UP_DEPTH + 1} tasks`) }],
      });
    const ten = (level: number) => Array.from({ length: 10 }, (_, index) => `${level} ${index}`);
    const fan: Graph = new Map(
      [1, 2].flatMap((level) => ten(level).map((id) => [id, { name: id, follow: ten(level + 1) }])),
    );
    expect(check(fan, "root", ten(1))).toMatchObject({
      ok: false,
      errors: [{ code: "OUT_OF_RANGE", message: expect.stringContaining("1110") }],
    });
    expect(check(fan, "root", ten(2))).toMatchObject({ ok: true });
  });

  it("follow no run that has not started or not ended", () => {
    for (const on of ["SUCCESS", "FAILURE", "ANY"] as const) {
      const after = RUN_STATES.filter((state) =>
        follows({ on, taskId: "t", payload: "OWN" }, { state, attempt: 1 } as Run),
      );
      const expected = { SUCCESS: ["SUCCEEDED"], FAILURE: ["FAILED"], ANY: ["SUCCEEDED", "FAILED", "CANCELLED"] };
      expect(after).toEqual(expected[on]);
      const unstarted = { state: "CANCELLED", attempt: 0 } as Run;
      expect(follows({ on, taskId: "t", payload: "OWN" }, unstarted)).toBe(false);
    }
  });
});
