import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideOverlap, type Unfinished } from "../../server/domain/overlap.ts";
import type { OverlapPolicy } from "../../server/domain/types.ts";

const POLICIES: OverlapPolicy[] = ["SKIP", "ALLOW", "BUFFER_ONE", "BUFFER", "CANCEL_RUNNING", "TERMINATE_RUNNING"];
const run = (id: string, state: Unfinished["state"] = "RUNNING", changes: Partial<Unfinished> = {}): Unfinished => ({
  id,
  state,
  trigger: "SCHEDULE",
  stopping: false,
  ...changes,
});
const decide = (policy: OverlapPolicy, unfinished: Unfinished[], buffer = 2) =>
  decideOverlap({ policy, buffer }, unfinished);
const short = ({ action, blockedBy, stop }: ReturnType<typeof decide>) =>
  [action, blockedBy, ...stop.map(({ id, how }) => `${how} ${id}`)].filter((word) => word !== null).join(" ");

describe("an occurrence that falls due", () => {
  it.each(POLICIES)("starts under %s when nothing of its task is unfinished", (policy) => {
    expect(decide(policy, [])).toEqual({ action: "START", blockedBy: null, why: null, stop: [] });
  });

  it.each([
    ["SKIP", [run("a")], "SKIP a"],
    ["SKIP", [run("a", "RETRYING")], "SKIP a"],
    ["SKIP", [run("a", "QUEUED")], "SKIP a"],
    ["SKIP", [run("a", "QUEUED"), run("b")], "SKIP b"],
    ["ALLOW", [run("a"), run("b", "QUEUED")], "START"],
    ["BUFFER_ONE", [run("a")], "WAIT a"],
    ["BUFFER_ONE", [run("a"), run("b", "QUEUED")], "SKIP b"],
    ["BUFFER", [run("a"), run("b", "QUEUED")], "WAIT a"],
    ["BUFFER", [run("a"), run("b", "QUEUED"), run("c", "QUEUED")], "SKIP b"],
    ["CANCEL_RUNNING", [run("a")], "WAIT a CANCEL a"],
    ["CANCEL_RUNNING", [run("a", "RUNNING", { stopping: true })], "WAIT a"],
    ["CANCEL_RUNNING", [run("a", "RETRYING")], "START END a"],
    ["CANCEL_RUNNING", [run("a"), run("b", "QUEUED")], "WAIT a CANCEL a END b"],
    ["CANCEL_RUNNING", [run("a", "QUEUED", { trigger: "MANUAL" })], "START"],
    ["TERMINATE_RUNNING", [run("a")], "START END a"],
    ["TERMINATE_RUNNING", [run("a", "RUNNING", { stopping: true })], "START END a"],
    ["TERMINATE_RUNNING", [run("a"), run("b", "RETRYING"), run("c", "QUEUED")], "START END a END b END c"],
    ["TERMINATE_RUNNING", [run("a", "QUEUED", { trigger: "MANUAL" })], "START"],
  ] as [OverlapPolicy, Unfinished[], string][])("under %s with %j: %s", (policy, unfinished, expected) => {
    expect(short(decide(policy, unfinished))).toBe(expected);
  });

  it("says in words what stood in its way and which policy decided", () => {
    expect(decide("SKIP", [run("a")]).why).toBe(
      "An earlier run of this task was still going, and the task's overlap policy is SKIP.",
    );
    expect(decide("BUFFER_ONE", [run("a"), run("b", "QUEUED")]).why).toBe(
      "The overlap policy is BUFFER_ONE, and one run waits already.",
    );
    expect(decide("TERMINATE_RUNNING", [run("a")]).stop[0]?.why).toBe(
      "A later occurrence of this task fell due, and its overlap policy is TERMINATE_RUNNING.",
    );
  });

  const unfinished = fc.array(
    fc.record({
      state: fc.constantFrom("RUNNING" as const, "RETRYING" as const, "QUEUED" as const),
      trigger: fc.constantFrom("SCHEDULE" as const, "MANUAL" as const, "BACKFILL" as const),
      stopping: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  it("never goes beside another run but under ALLOW, and whatever does not start names the run in its way", () => {
    fc.assert(
      fc.property(fc.constantFrom(...POLICIES), fc.integer({ min: 1, max: 4 }), unfinished, (policy, buffer, list) => {
        const others = list.map((each, index): Unfinished => ({ ...each, id: `r${index}` }));
        const decision = decideOverlap({ policy, buffer }, others);
        const ended = new Set(decision.stop.filter(({ how }) => how === "END").map(({ id }) => id));
        const going = others.filter(({ id, state }) => state !== "QUEUED" && !ended.has(id));
        if (decision.action === "START" && policy !== "ALLOW") expect(going).toEqual([]);
        if (decision.action === "START") expect(decision).toMatchObject({ blockedBy: null, why: null });
        else expect(others.map(({ id }) => id)).toContain(decision.blockedBy);
        if (policy !== "CANCEL_RUNNING" && policy !== "TERMINATE_RUNNING") expect(decision.stop).toEqual([]);
        const waiting = others.filter(({ state }) => state === "QUEUED").length;
        if (decision.action === "WAIT" && policy.startsWith("BUFFER"))
          expect(waiting).toBeLessThan(policy === "BUFFER" ? buffer : 1);
      }),
    );
  });
});
