// Questions about the future over all tasks, through the API.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { createTask, startAtNoon } from "./support.ts";

const cron = (expression: string) => ({ cron: { expression, timezone: "Europe/Berlin" } });

describe("the future of all tasks", () => {
  it("is listed soonest first, bounded, and goes on from where it was cut", async () => {
    const { url } = await startAtNoon();
    for (const minute of [10, 20])
      await createTask(url, { name: `at ${minute}`, schedule: { cron: { expression: `${minute} * * * *` } } });
    await createTask(url, { name: "bounded", schedule: { every: { interval: "PT7M" } }, maxRuns: 2 });
    await createTask(url, { name: "paused", schedule: { every: { interval: "PT1M" } }, paused: true });
    const UPCOMING = `query ($from: DateTime, $until: DateTime, $first: Int) { upcoming(from: $from, until: $until, first: $first) { until truncated message nodes { task { name } occurrence { at } } } }`;
    const ask = async (variables: object) => (await data(url, UPCOMING, variables)).upcoming;
    const row = (node: { task: { name: string }; occurrence: { at: string } }) =>
      `${node.occurrence.at.slice(11, 16)} ${node.task.name}`;
    const all = await ask({ until: "2026-06-01T13:15:00Z" });
    expect(all.nodes.map(row)).toEqual(["12:07 bounded", "12:10 at 10", "12:14 bounded", "12:20 at 20", "13:10 at 10"]);
    expect(all).toMatchObject({ truncated: false, message: null });
    const part = await ask({ until: "2026-06-01T13:15:00Z", first: 2 });
    expect(part).toMatchObject({
      truncated: true,
      until: "2026-06-01T12:10:00.000Z",
      message: expect.stringContaining("more than 2"),
    });
    await expect(ask({ until: "2030-01-01T00:00:00Z" })).rejects.toThrow("366 days");
  });

  it("names what the clock changes of a year do", async () => {
    const { url } = await startAtNoon();
    await createTask(url, { name: "fixed", schedule: cron("30 2 * * *") });
    await createTask(url, {
      name: "elsewhere",
      schedule: { cron: { expression: "30 2 * * *", timezone: "Asia/Kolkata" } },
    });
    const { clockChangeImpacts } = await data(
      url,
      `{ clockChangeImpacts(year: 2027) { year truncated nodes { task { name } timezone changeAt kind at local offsetBefore offsetAfter message } } }`,
    );
    expect(clockChangeImpacts.nodes.map((node: { task: { name: string }; kind: string; changeAt: string }) => [node.task.name, node.kind, node.changeAt])).toEqual([
      ["fixed", "MOVED", "2027-03-28T01:00:00.000Z"], ["fixed", "FIRST_PASS", "2027-10-31T01:00:00.000Z"],
    ]); // biome-ignore format: one row
    expect(clockChangeImpacts.nodes[0]).toMatchObject({
      offsetBefore: "+01:00",
      offsetAfter: "+02:00",
      at: "2027-03-28T01:00:00.000Z",
    });
  });
});
