// The hand-checked cases of cases/, all of them, in every way that a timetable can be asked.

import { describe, expect, test } from "vitest";
import { resolveLocal, type Timetable, timetableOf } from "../../../server/domain/schedule/index.ts";
import { CASES, type Case, timingOf } from "./cases/index.ts";
import { LOCAL_TIMES } from "./cases/local-times.ts";
import { SOURCES } from "./cases/sources.ts";
import { readRuns } from "./cases/table.ts";

const text = (at: number): string => new Date(at).toISOString().replace(".000Z", "");
const tableFor = (each: Case): Timetable => {
  const { timing, calendars } = timingOf(each);
  return timetableOf(timing, calendars);
};
const MOST = 1000;

describe("the tables", () => {
  test("have at least 300 cases, no two of them the same", () => {
    const names = [...CASES.map(({ name }) => name), ...LOCAL_TIMES.map(([zone, local]) => `${zone} ${local}`)];
    expect(names.length).toBeGreaterThanOrEqual(300);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test("name the rule that each case follows from, and every rule has its case", () => {
    const named = new Set<string>([...CASES.map(({ source }) => source), ...LOCAL_TIMES.map((row) => row[4])]);
    expect([...named].sort()).toEqual(Object.keys(SOURCES).sort());
  });

  test("expect runs in their order and within their window", () => {
    for (const { runs, from, until, name } of CASES) {
      const times = runs.map(({ at }) => Date.parse(`${at}Z`));
      expect([
        name,
        ...times.filter((at, i) => !(at >= from && at <= until && at > (times[i - 1] ?? Number.NEGATIVE_INFINITY))),
      ]).toEqual([name]);
    }
  });
});

describe("runs, their notes and starts", () => {
  test.each(CASES.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const found = tableFor(each).between(each.from - 1, each.until, MOST);
    expect(found.map(({ at, notes }) => ({ at: text(at), notes: notes.map(({ kind }) => kind) }))).toEqual(
      each.runs.map(({ at, notes }) => ({ at, notes })),
    );
    const starts = each.more.starts === undefined ? each.runs : readRuns(each.more.starts, each.startDay);
    expect(found.map(({ effectiveAt }) => text(effectiveAt))).toEqual(starts.map(({ at }) => at));
  });
});

test("what is left out is told", () => {
  const telling = CASES.filter(({ more }) => more.omits !== undefined);
  expect(telling.length).toBeGreaterThan(20);
  for (const each of telling) {
    const found = tableFor(each).omissions(each.from - 1, each.until, MOST);
    expect([
      each.name,
      ...found.map(({ at, local, note }) => [at === null ? `@${local}` : text(at), note.kind]),
    ]).toEqual([
      each.name,
      ...readRuns(each.more.omits ?? "", each.startDay).map(({ at, local, notes }) => [at ?? `@${local}`, notes[0]]),
    ]);
  }
});

test("counted, asked backwards and explained, each case says the same", () => {
  for (const each of CASES) {
    const table = tableFor(each);
    const instants = each.runs.map(({ at }) => Date.parse(`${at}Z`));
    expect([each.name, table.count(each.from - 1, each.until)]).toEqual([
      each.name,
      { count: instants.length, exact: true },
    ]);
    expect([each.name, ...table.newest(each.from - 1, each.until, 3).occurrences.map(({ at }) => at)]).toEqual([
      each.name,
      ...instants.slice(-3),
    ]);
    const backwards: number[] = [];
    let previous = table.previous(each.until + 1);
    while (previous !== null && previous.at >= each.from && backwards.length < MOST) {
      backwards.push(previous.at);
      previous = table.previous(previous.at);
    }
    expect([each.name, ...backwards.reverse()]).toEqual([each.name, ...instants]);
    for (const at of instants) {
      const { occurrence, checks } = table.explain(at);
      expect([each.name, occurrence?.at, checks.filter(({ passed }) => passed === false)]).toEqual([each.name, at, []]);
    }
    for (const { at } of readRuns(each.more.omits ?? "", each.startDay)) {
      if (at === null) continue;
      const { occurrence, checks } = table.explain(Date.parse(`${at}Z`));
      expect([each.name, at, occurrence, checks.some(({ passed }) => passed === false)]).toEqual([
        each.name,
        at,
        null,
        true,
      ]);
    }
  }
});

describe("a local time for once", () => {
  test.each(LOCAL_TIMES)("%s %s: %s %s", (zone, local, kind, instants) => {
    const resolved = resolveLocal(["once"], local, zone);
    const offered = (message: string): string[] =>
      [...message.matchAll(/\d{4}-\S+[+-]\d\d:\d\d/g)].map(([each]) => each);
    const codes = { NONEXISTENT_LOCAL_TIME: "gap", AMBIGUOUS_LOCAL_TIME: "twice" } as Record<string, string>;
    const [error] = resolved.ok ? [] : resolved.errors;
    const found = resolved.ok
      ? { kind: "is", instants: [text(resolved.value)] }
      : {
          kind: codes[error?.code ?? ""],
          instants: offered(error?.message ?? "").map((each) => text(Date.parse(each))),
        };
    expect(found).toEqual({ kind, instants: readRuns(instants, local).map(({ at }) => at) });
  });
});
