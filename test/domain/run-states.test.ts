import { describe, expect, it } from "vitest";
import { assertTransition, FINAL_STATES, isFinal, TRANSITIONS } from "../../server/domain/run-states.ts";
import { RUN_STATES, type RunState } from "../../server/domain/types.ts";

describe("the life of a run", () => {
  it("allows the ways of the table and refuses every other pair", () => {
    for (const from of RUN_STATES) {
      for (const to of RUN_STATES) {
        const move = () => assertTransition(from, to, "r");
        if (TRANSITIONS[from].includes(to)) expect(move).not.toThrow();
        else expect(move).toThrow(`Run r cannot go from ${from} to ${to}.`);
      }
    }
  });

  it("leads from every state to an end, and from an end nowhere", () => {
    const reaches = (state: RunState, seen: RunState[] = []): boolean =>
      isFinal(state) || TRANSITIONS[state].some((next) => !seen.includes(next) && reaches(next, [...seen, state]));
    for (const state of RUN_STATES) expect(reaches(state), state).toBe(true);
    expect(FINAL_STATES).toEqual(["SUCCEEDED", "FAILED", "CANCELLED", "SKIPPED", "MISSED"]);
  });
});
