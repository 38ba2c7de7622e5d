// Feeds that are not the event log: a run's lines, and things that have a state.
import { describe, expect, it } from "vitest";
import { systemClock } from "../../server/clock.ts";
import { createLineFeed } from "../../server/events/line-feed.ts";
import { createStateFeed } from "../../server/events/state-feed.ts";
import { add, claim, complete, succeeded } from "../store/conformance-writes.ts";
import { aTask, NOON } from "../support/tasks.ts";
import { until } from "../support/wait.ts";
import { read, useGroups } from "./support.ts";

const { store, write, groupOf } = useGroups();

describe("a run's log", () => {
  it("gives the lines so far, then each new one, and ends with the run", async () => {
    await add(store(), aTask(), NOON);
    const [held] = await claim(store(), NOON);
    if (!held) throw new Error("nothing was claimed");
    const line = (text: string) => ({ runId: held.run.id, attempt: 1, at: NOON, level: "INFO" as const, text });
    const say = (...texts: string[]) =>
      store().write((tx) =>
        tx.report({ instanceId: "one", at: NOON, lines: texts.map(line), progress: [], completions: [] }),
      );
    await say("a", "b");
    const { group } = groupOf(createLineFeed(store(), held.run.id));
    const reader = read(group, { after: 1 });
    for (const text of ["c", "d", "e"]) await say(text);
    await complete(store(), succeeded(held, NOON));
    await until("it ended", () => reader.ended === null);
    const shown = (got: unknown[]) =>
      (got as { number: number; text: string }[]).map((each) => each.number + each.text);
    expect(shown(reader.got)).toEqual(["2b", "3c", "4d", "5e"]);
    const again = read(group, { after: 0 });
    await until("it ended too", () => again.ended === null);
    expect(again.got).toHaveLength(5);
    const { group: fresh } = groupOf(createLineFeed(store(), held.run.id));
    const late = read(fresh, { after: 5 });
    await until("nothing is left", () => late.ended === null);
    expect(late.got).toEqual([]);
  });
});

describe("a state", () => {
  it("is told at once, then when it has changed, the newest value alone to whoever was away", async () => {
    let reads = 0;
    let value = 1;
    const feed = createStateFeed(store(), systemClock, {
      key: "state",
      read: async () => {
        reads++;
        return { value };
      },
      touches: ({ events }) => events.length > 0,
      everyMs: 50,
    });
    const { group } = groupOf(feed);
    const reader = read(group, { after: null });
    await until("it was told", () => reader.got.length === 1);
    reader.unread = 2_000_000;
    for (value = 2; value < 6; value++) await write(5);
    await until("it was read again", () => reads > 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    reader.unread = 0;
    await until("the newest came", () => reader.got.length === 2);
    expect(reader.got).toEqual([{ value: 1 }, { value: 6 }]);
    expect(reads).toBeLessThan(8);
    const other = read(group, { after: null });
    await until("it is told too", () => other.got.length === 1);
    expect(other.got).toEqual([{ value: 6 }]);
  });
});
