// A checker that cannot fail proves nothing: each rule is shown what it forbids.
import { describe, expect, it } from "vitest";
import { RULES, type Rule } from "./check-context.ts";
import { check } from "./checker.ts";
import type { Made } from "./driver.ts";
import type { Heard } from "./follower.ts";
import type { Call, Done, Row, Seen } from "./observed.ts";
import { dueBetween } from "./oracle.ts";
import type { Restless } from "./restless.ts";

const T = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;
const at = (ms: number) => new Date(ms).toISOString();
const task: Made = {
  name: "t",
  timing: { kind: "every", seconds: 5 },
  outcome: "ok",
  id: "t",
  sentAt: T - 2_100,
  ackedAt: T - 2_000,
  options: { target: "HTTP", ms: 0, missed: "ALL", overlap: "ALLOW" },
};
const attempt = (number: number, from: number, outcome: string | null = "SUCCEEDED", to = from + 50) => ({
  number,
  startedAt: at(from),
  finishedAt: outcome === null ? null : at(to),
  outcome,
});
const row = (due: number, changes: Partial<Row> = {}): Row => ({
  id: `run ${due}`,
  state: "SUCCEEDED",
  trigger: "SCHEDULE",
  scheduledFor: at(due),
  startedAt: at(due + 3),
  finishedAt: at(due + 53),
  dueAt: null,
  attempt: 1,
  why: null,
  blockedBy: null,
  task: { id: "t" },
  attempts: { nodes: [attempt(1, due + 3)] },
  ...changes,
});
const call = (due: number, changes: Partial<Call> = {}): Call => ({
  what: "arrived",
  at: due + 5,
  task: "t",
  run: `run ${due}`,
  attempt: 1,
  ...changes,
});
const event = (cursor: number, run: string, sequence: number, type: string): Heard => ({
  cursor: String(cursor),
  run,
  sequence,
  type,
});
const log = [
  event(1, `run ${T}`, 1, "CREATED"),
  event(2, `run ${T}`, 2, "STARTED"),
  event(3, `run ${T + 5_000}`, 1, "CREATED"),
  event(4, `run ${T}`, 3, "SUCCEEDED"),
  event(5, `run ${T + 5_000}`, 2, "SUCCEEDED"),
];
const calls = [call(T), call(T, { what: "answered", at: T + 20 }), call(T + 5_000)];
const seen: Seen = {
  calls,
  allCalls: calls,
  rows: [row(T), row(T + 5_000)],
  taskIds: new Set(["t"]),
  readAt: T + 19_000,
};
const done: Done = {
  tasks: [task],
  triggered: [],
  settled: true,
  cancelled: [],
  restless: [],
  acts: [],
  faults: [],
  clock: { at: (real) => ({ from: real, to: real }), during: (from, to) => ({ from, to }), wentBack: () => false },
  replayed: log,
  heard: [log],
  shared: false,
};
type Change = Partial<Seen> & Partial<Done>;
const told = (change: Change, ...rows: readonly Row[]): Change => {
  // Rows of a doctored round have their stories, so that only what is doctored is found.
  const stories = rows.flatMap((one, index) => [event(2 * index, one.id, 1, "CREATED"), event(2 * index + 1, one.id, 2, one.state)]); // biome-ignore format: one thought
  return { rows, replayed: stories, heard: [stories], calls: [], ...change };
};
const rules = (change: Change) =>
  check({ ...seen, allCalls: change.calls ?? calls, ...change }, { ...done, ...change }).map(
    (breach) => breach.split(":")[0],
  );
const options = (changes: Partial<Made["options"]>): readonly Made[] => [
  { ...task, options: { ...task.options, ...changes } },
];
const failed = row(T, { state: "FAILED", attempts: { nodes: [attempt(1, T + 3, "FAILED")] } });
const missed = (due: number, changes: Partial<Row> = {}): Row =>
  row(due, { state: "MISSED", startedAt: null, finishedAt: at(T + 30_000), why: "Nobody could run it.", attempts: { nodes: [] }, ...changes }); // biome-ignore format: one thought
const stopped = { faults: [{ kind: "stop:long", from: T - 1_000, to: T + 30_000 }], readAt: T + 45_000 };
const restless = (state: Restless["phases"][0]["state"], from: number, seconds = 5): readonly Restless[] => [
  {
    name: "r",
    id: "t",
    changes: 1,
    phases: [{ state, timing: { kind: "every", seconds }, from, to: Number.POSITIVE_INFINITY }],
  },
];
const act = { run: `run ${T}`, attempt: 1, answeredAt: T + 60 };

const DOCTORED: [what: string, rule: Rule, change: Change][] = [
  ["a task that is gone", "acknowledged", { taskIds: new Set() }],
  ["a triggered run that is gone", "acknowledged", { triggered: [{ key: "k", run: "gone" }] }],
  ["a cancelled run that failed", "acknowledged", told({ cancelled: [{ run: failed.id, ackedAt: T + 10 }] }, failed, row(T + 5_000))],
  ["a deleted task that is still there", "acknowledged", { restless: restless("deleted", T + 18_000) }],
  ["an occurrence without a row", "missed", told({}, row(T))],
  ["one that was missed without a fault near it", "missed", told({}, row(T), missed(T + 5_000))],
  ["one that still waits", "missed", told({}, row(T), row(T + 5_000, { state: "QUEUED", startedAt: null }))],
  ["an active task's second without a row", "missed", { tasks: [], restless: restless("active", T - 2_000, 1) }],
  ["a miss that nobody explains", "unexplained", told({}, row(T), missed(T + 5_000, { why: null }))],
  ["a skipped one with nothing in its way", "unexplained", told({ tasks: options({ overlap: "SKIP" }) }, row(T), row(T + 5_000, { state: "SKIPPED", startedAt: null, why: "Overlap.", blockedBy: { id: "nobody" } }))],
  ["a summary of too few", "summary", told({ ...stopped, readAt: T + 35_000 }, missed(T, { why: "Stands for 3 occurrences from then on: …" }), row(T + 20_000), row(T + 25_000))],
  ["a miss that the policy runs", "policy", told({ ...stopped, tasks: options({ missed: "LAST" }) }, ...[0, 5, 10, 15, 20].map((s) => missed(T + s * 1_000)))],
  ["a run that the policy leaves out", "policy", told({ ...stopped, tasks: options({ missed: "SKIP" }) }, missed(T), row(T + 5_000, { startedAt: at(T + 30_010), why: "The missed-run policy runs it now." }))],
  ["a miss within its window", "policy", told(stopped, missed(T + 25_000))],
  ["a late start", "late", told({}, row(T), row(T + 5_000, { startedAt: at(T + 18_000) }))],
  ["a call before its time", "early", { calls: [call(T, { at: T - 500 })] }],
  ["a start before its time", "early", told({}, row(T, { attempts: { nodes: [attempt(1, T - 1)] } }), row(T + 5_000))],
  ["a second row", "dupStart", told({}, row(T), row(T + 5_000), row(T + 5_000, { id: "other" }))],
  ["a second call of one attempt", "dupStart", { calls: [call(T), call(T)] }],
  ["a key that triggered twice", "dupStart", { triggered: [{ key: "k", run: `run ${T}` }, { key: "k", run: `run ${T + 5_000}` }] }],
  ["a run that nobody triggered", "dupStart", told({}, row(T), row(T + 5_000), row(T, { id: "m", trigger: "MANUAL" }))],
  ["an attempt more than a fault explains", "extraAttempt", told({}, row(T, { attempt: 2, attempts: { nodes: [attempt(1, T + 3, "LOST"), attempt(2, T + 99)] } }), row(T + 5_000))],
  ["an attempt too many after a stop, in which nothing dies", "extraAttempt", told(stopped, row(T, { attempt: 2, attempts: { nodes: [attempt(1, T + 3, "LOST"), attempt(2, T + 99)] } }))],
  ["a failure that the target did not cause", "extraAttempt", told({}, failed, row(T + 5_000))],
  ["a retry before the target asked for it", "retryEarly", told({ tasks: options({ mode: "429", bad: 1 }), calls: [call(T), call(T, { what: "refused" })] }, row(T, { attempt: 2, attempts: { nodes: [attempt(1, T + 3, "FAILED"), attempt(2, T + 1_000)] } }), row(T + 5_000))],
  ["two attempts at a time", "overlap", told({ tasks: options({ overlap: "SKIP" }) }, row(T, { attempts: { nodes: [attempt(1, T + 3, "SUCCEEDED", T + 6_000)] } }), row(T + 5_000))],
  ["a call that nobody knows", "ghost", { calls: [call(T, { run: "nobody" })] }],
  ["a row at an instant that is not due", "ghost", told({}, row(T), row(T + 5_000), row(T + 7_000))],
  ["an answer that was forgotten", "lostResult", told({ calls: [call(T, { what: "answered" })] }, failed, row(T + 5_000))],
  ["an answer whose attempt says nothing of it", "lostResult", told({ calls: [call(T, { what: "answered" })] }, row(T, { attempts: { nodes: [attempt(1, T, "TIMED_OUT"), attempt(2, T + 99)] }, attempt: 2 }), row(T + 5_000))],
  ["a worker's report that was taken and forgotten", "lostResult", told({ acts: [{ ...act, how: "well", answer: "ok" }] }, failed, row(T + 5_000))],
  ["a result of an attempt that was over", "staleAccepted", told({}, row(T, { attempt: 2, attempts: { nodes: [attempt(1, T + 3), attempt(2, T + 99)] } }), row(T + 5_000))],
  ["a report of somebody else", "staleAccepted", { acts: [{ ...act, how: "foreign", answer: "ok" }] }],
  ["a report that was refused and is recorded", "staleAccepted", { acts: [{ ...act, how: "late", answer: "STALE_LEASE" }] }],
  ["a run after a pause was answered", "afterAck", { restless: restless("paused", T + 4_000) }],
  ["a run after an edit took it away", "afterAck", { restless: restless("active", T + 4_000, 60) }],
  ["a call after its run was cancelled", "afterAck", { cancelled: [{ run: `run ${T}`, ackedAt: T - 2_000 }] }],
  ["a run that never ends", "stuck", told({}, row(T, { state: "RUNNING", finishedAt: null, attempts: { nodes: [attempt(1, T + 3, null)] } }), row(T + 5_000))],
  ["a run that never begins", "stuck", told({ readAt: T + 40_000 }, row(T, { state: "RETRYING", dueAt: at(T + 9_000) }))],
  ["a number that is left out", "eventGap", { replayed: log.filter(({ cursor }) => cursor !== "2"), heard: [log.filter(({ cursor }) => cursor !== "2")] }],
  ["a log that tells another end", "eventGap", { replayed: log.map((one) => (one.cursor === "4" ? { ...one, type: "FAILED" } : one)) }],
  ["a life after the end", "eventGap", { replayed: [...log, event(6, `run ${T}`, 4, "STARTED")] }],
  ["a run that the log does not know", "eventGap", { rows: [...seen.rows, row(T + 10_000)] }],
  ["an event that was not heard", "eventGap", { heard: [log, log.slice(0, 3)] }],
  ["events that were heard in another order", "eventGap", { heard: [[...log.slice(0, 3), log[4] as Heard, log[3] as Heard]] }],
]; // biome-ignore format: a table

describe("the checker", () => {
  it("finds nothing where nothing is wrong", () => expect(rules({})).toEqual([]));

  it.each(DOCTORED)("sees %s", (_, rule, change) => expect(rules(change)).toContain(rule));

  it("has been shown something against every rule of its own", () => {
    const shown = new Set(DOCTORED.map(([, rule]) => rule));
    expect(RULES.filter((rule) => !shown.has(rule))).toEqual([
      "damage",
      "second",
      "trouble",
      "busy",
      "takeover",
      "round",
    ]);
  });

  it("takes a fault that reaches there for an explanation, and no other", () => {
    const twice = row(T, { attempt: 2, attempts: { nodes: [attempt(1, T + 3, "LOST"), attempt(2, T + 99)] } });
    const kill = (from: number) => ({ faults: [{ kind: "kill:during-call", from, to: from + 500 }] });
    expect(rules(told(kill(T), twice, row(T + 5_000)))).toEqual([]);
    expect(rules(told(kill(T + 7_000), twice, row(T + 5_000)))).toEqual(["extraAttempt"]);
  });

  it("takes the machine's hindrance for an explanation of time around it, and of nothing beside it", () => {
    const late = row(T + 5_000, { startedAt: at(T + 18_000) });
    const stall = (from: number, to: number) => ({ faults: [{ kind: "stall", from: T + from, to: T + to }] });
    expect(rules(told(stall(6_000, 12_000), row(T), late))).toEqual([]);
    expect(rules(told(stall(-9_000, 3_000), row(T), late))).toEqual(["late"]);
    // A row too many is nobody's lateness.
    const second = row(T + 5_000, { id: "other" });
    expect(rules(told(stall(0, 12_000), row(T), row(T + 5_000), second))).toContain("dupStart");
  });

  it("takes the target's own trouble for one", () => {
    const calls = [call(T), call(T, { what: "refused" })];
    const twice = row(T, { attempt: 2, attempts: { nodes: [attempt(1, T + 3, "FAILED"), attempt(2, T + 99)] } });
    expect(rules(told({ calls }, twice, row(T + 5_000)))).toEqual([]);
  });

  it("takes the third death of an instance for the end of a run, also when the answer died with it", () => {
    const died = [attempt(1, T, "LOST"), attempt(2, T + 3_000, "LOST"), attempt(3, T + 6_000, "LOST")];
    const over = row(T, { attempt: 3, state: "FAILED", attempts: { nodes: died } });
    const calls = [0, 3_000, 6_000].map((ms, i) => call(T + ms, { run: over.id, attempt: i + 1 } as never));
    const answered = call(T + 6_010, { run: over.id, attempt: 3, what: "answered" } as never);
    const faults = [0, 3_000, 6_000].map((ms) => ({
      kind: "kill:after-call" as const,
      from: T + ms,
      to: T + ms + 500,
    }));
    const given = told({ faults, calls: [...calls, answered] }, over, row(T + 5_000));
    expect(rules(given)).not.toContain("lostResult");
    expect(rules({ ...given, faults: faults.slice(0, 2) })).toContain("lostResult");
  });

  it("counts what a summary stands for", () => {
    const standing = missed(T, { why: "Stands for 4 occurrences from then on: …" });
    expect(rules(told({ ...stopped, readAt: T + 35_000 }, standing, row(T + 20_000), row(T + 25_000)))).toEqual([]);
  });
});

describe("the oracle", () => {
  it("knows what the clocks of zones show", () => {
    // 00:30 in Kathmandu is 18:45 the day before; St. John's is at -03:30.
    const midnight = { kind: "clock", zone: "Asia/Kathmandu", seconds: [0], hours: [0] } as const;
    expect(
      dueBetween(midnight, T - 8 * HOUR_MS, T)
        .map(at)
        .slice(0, 1),
    ).toEqual(["2025-12-31T18:15:00.000Z"]);
    expect(dueBetween(midnight, T - 8 * HOUR_MS, T)).toHaveLength(60);
    const one = { kind: "clock", zone: "America/St_Johns", seconds: [59], hours: [1] } as const;
    expect(at(dueBetween(one, T, T + 24 * HOUR_MS)[0] as number)).toBe("2026-01-01T04:30:59.000Z");
  });

  it("knows both ends of a clock change", () => {
    const spring = { kind: "clock", zone: "Europe/Berlin", seconds: [0], hours: [2] } as const;
    expect(dueBetween(spring, Date.UTC(2026, 2, 29), Date.UTC(2026, 2, 30) - 1)).toEqual([]);
    expect(dueBetween(spring, Date.UTC(2026, 9, 25), Date.UTC(2026, 9, 26) - 1)).toHaveLength(120);
  });
});
