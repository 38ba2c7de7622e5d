import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp } from "../support/app.ts";
import { data } from "../support/client.ts";
import { manualClock } from "../support/clock.ts";
import { NOON } from "../support/tasks.ts";
import { createTask, done } from "./support.ts";

// Sixteen tasks on a clock that stands still: many equal instants, many without a next run.
let url = "";
let stop = async () => {};
const AT = (minute: number) => ({ once: { at: new Date(NOON + 3_600_000 + minute * 60_000).toISOString() } });

beforeAll(async () => {
  const clock = manualClock(NOON);
  const app = await startTestApp({}, clock);
  stop = app.stop;
  url = app.url;
  for (const [index, name] of [
    "delta",
    "Alpha",
    "charlie",
    "BRAVO",
    "100% sure",
    "under_score",
    "undersXcore",
    "Ärger",
    "zulu",
    "echo",
  ].entries()) {
    if (index === 5) clock.jump(1_000);
    await createTask(url, { name, schedule: AT(index % 3) });
  }
  await createTask(url, { name: "paused 1", paused: true });
  await createTask(url, { name: "paused 2", paused: true, description: "In the WORDS of its author" });
  await createTask(url, { name: "cron", schedule: { cron: { expression: "0 13 * * *" } } });
  await createTask(url, { name: "every", schedule: { every: { interval: "PT1H" } } });
  await createTask(url, { name: "http", target: { http: { url: "http://127.0.0.1:1/" } }, paused: true });
  const { id } = await createTask(url, { name: "deleted" });
  await done(url, "deleteTask", { id });
});
afterAll(() => stop());

const FIELDS = "id name nextRunAt createdAt updatedAt";
interface Listed {
  id: string;
  name: string;
  nextRunAt: string | null;
  createdAt: string;
  updatedAt: string;
}

const list = async (filter: object) => {
  const { tasks } = await data(
    url,
    `query ($filter: TaskFilter) { tasks(filter: $filter, first: 100) { totalCount nodes { name } } }`,
    { filter },
  );
  expect(tasks.totalCount).toBe(tasks.nodes.length);
  return tasks.nodes.map((task: { name: string }) => task.name);
};

/** All pages of a list, first to last or last to first; every page's own words about its place are checked on the way. */
async function walk(field: string, direction: string, way: "forward" | "backward", size: number): Promise<Listed[]> {
  const forward = way === "forward";
  const args = forward ? "first: $size, after: $cursor" : "last: $size, before: $cursor";
  const text = `query ($size: Int!, $cursor: Cursor) { tasks(orderBy: { field: ${field}, direction: ${direction} }, ${args}) {
    edges { cursor node { id } } nodes { ${FIELDS} } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const found: Listed[] = [];
  for (let cursor: string | null = null; ; ) {
    const { tasks } = await data(url, text, { size, cursor });
    const { pageInfo, edges, nodes } = tasks;
    expect(edges.map((edge: { node: Listed }) => edge.node.id)).toEqual(nodes.map((node: Listed) => node.id));
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges[0]?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ]);
    expect(tasks.totalCount).toBe(15);
    expect(forward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
    if (forward) found.push(...nodes);
    else found.unshift(...nodes);
    const more = forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    if (!more) return found;
    expect(nodes).toHaveLength(size);
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
  }
}

const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const KEYS: Record<string, (task: Listed) => string> = {
  NAME: (task) => task.name.toLowerCase(),
  NEXT_RUN_AT: (task) => task.nextRunAt ?? "none: last",
  CREATED_AT: (task) => task.createdAt,
  UPDATED_AT: (task) => task.updatedAt,
};
const ORDERS = Object.keys(KEYS).flatMap((field) => ["ASC", "DESC"].map((direction) => [field, direction] as const));

describe("a list of tasks", () => {
  it.each(ORDERS)(
    "by %s %s gives each task once, in order, page by page, forward and backward",
    async (field, direction) => {
      const all = await walk(field, direction, "forward", 100);
      expect(new Set(all.map((task) => task.id)).size).toBe(15);
      const key = KEYS[field] as (task: Listed) => string;
      const sorted = [...all].sort(
        (a, b) => (compare(key(a), key(b)) || compare(a.id, b.id)) * (direction === "ASC" ? 1 : -1),
      );
      expect(all).toEqual(sorted);
      for (const way of ["forward", "backward"] as const)
        for (const size of [1, 4, 15]) expect(await walk(field, direction, way, size)).toEqual(all);
    },
  );

  it("is by name, 25 at a time, when nothing is said", async () => {
    const { tasks } = await data(url, "{ tasks { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }");
    const names = tasks.nodes.map((task: { name: string }) => task.name);
    expect(names).toEqual([...names].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase())));
    expect(tasks.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false });
    expect(await data(url, "{ tasks(orderBy: null, filter: null) { nodes { name } } }")).toEqual({
      tasks: { nodes: tasks.nodes },
    });
  });

  it("goes on in its place when the task of the cursor is gone or others came", async () => {
    const named = (name: string) => createTask(url, { name, paused: true });
    const [one, two] = [await named("~1"), await named("~2")];
    const text = `query ($after: Cursor) { tasks(filter: { search: "~" }, first: 1, after: $after) { nodes { name } pageInfo { endCursor hasNextPage } } }`;
    const first = (await data(url, text)).tasks;
    await done(url, "deleteTask", { id: one.id });
    const between = await named("~1 and a half");
    const second = (await data(url, text, { after: first.pageInfo.endCursor })).tasks;
    expect(second.nodes).toEqual([{ name: "~1 and a half" }]);
    const third = (await data(url, text, { after: second.pageInfo.endCursor })).tasks;
    expect(third).toMatchObject({ nodes: [{ name: "~2" }], pageInfo: { hasNextPage: false } });
    for (const { id } of [two, between]) await done(url, "deleteTask", { id });
    const empty = await data(url, text, { after: third.pageInfo.endCursor });
    expect(empty.tasks).toEqual({ nodes: [], pageInfo: { endCursor: null, hasNextPage: false } });
  });
});

describe("a filter of tasks", () => {
  it.each([
    ["ALPH", ["Alpha"]],
    ["ärg", ["Ärger"]],
    ["ÄRG", ["Ärger"]],
    ["%", ["100% sure"]],
    ["_", ["under_score"]],
    ["\\", []],
    ["  delta ", ["delta"]],
    ["words of", ["paused 2"]],
    ["deleted", []],
    ["'; DROP TABLE tasks; --", []],
    ["\u0000", []],
  ])("finds %j in names and descriptions, ignoring case, and no character is special", async (search, names) => {
    expect(await list({ search })).toEqual(names);
  });

  it("takes an empty search for none", async () => {
    expect(await list({ search: " " })).toHaveLength(15);
    expect(await list({ search: null, state: null })).toHaveLength(15);
  });

  it("takes states and kinds, any of those given", async () => {
    expect(await list({ state: ["PAUSED"] })).toEqual(["http", "paused 1", "paused 2"]);
    expect(await list({ state: ["PAUSED", "ACTIVE", "COMPLETED"] })).toHaveLength(15);
    expect(await list({ state: ["COMPLETED"] })).toEqual([]);
    expect(await list({ state: [] })).toEqual([]);
    expect(await list({ scheduleKind: ["CRON"] })).toEqual(["cron"]);
    expect(await list({ scheduleKind: ["CRON", "EVERY"] })).toEqual(["cron", "every"]);
    expect(await list({ scheduleKind: ["ONCE"] })).toHaveLength(13);
    expect(await list({ targetKind: ["HTTP"] })).toEqual(["http"]);
    expect(await list({ targetKind: ["HTTP"], state: ["ACTIVE"] })).toEqual([]);
    expect(await list({ targetKind: ["MODULE"], scheduleKind: ["ONCE"], state: ["PAUSED"], search: "2" })).toEqual([
      "paused 2",
    ]);
  });

  it("takes a span of next runs, its start included and its end not", async () => {
    const at = (minute: number) => new Date(NOON + 3_600_000 + minute * 60_000).toISOString();
    expect(await list({ nextRunFrom: at(2) })).toEqual(["charlie", "under_score", "zulu"]);
    expect(await list({ nextRunFrom: at(1), nextRunBefore: at(2) })).toEqual(["100% sure", "Alpha", "Ärger"]);
    expect(await list({ nextRunBefore: at(0) })).toEqual([]);
    expect(await list({ nextRunFrom: at(2), nextRunBefore: at(1) })).toEqual([]);
    expect(await list({ nextRunFrom: "2026-06-01T15:02:00+02:00" })).toHaveLength(3);
  });
});
