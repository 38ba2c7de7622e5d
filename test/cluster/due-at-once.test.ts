import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder, useApps } from "../support/app.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { dueAtOnce } from "../support/thousand.ts";

const start = useApps();
const folder = await temporaryFolder();
const receiver: Receiver = await startReceiver();
afterAll(() => receiver.stop());

describe("1,000 tasks due in the same second", () => {
  it("all run once, none before its time, and a subscriber gets every event once and in order", async () => {
    const { url } = await start({ DATABASE_URL: `file:${join(folder, "thousand.db")}` });
    const { events, latenessMs, dueAt } = await dueAtOnce(url, receiver, 1_000);
    expect(receiver.received).toHaveLength(1_000);
    expect(new Set(receiver.received.map((request) => request.path)).size).toBe(1_000);
    expect(receiver.received.filter((request) => request.at < dueAt)).toEqual([]);
    expect(latenessMs).toHaveLength(1_000);
    expect(latenessMs[0]).toBeGreaterThanOrEqual(0);
    const byRun = new Map<string, string[]>();
    for (const event of events)
      byRun.set(event.run.id, [...(byRun.get(event.run.id) ?? []), `${event.sequence} ${event.type}`]);
    expect(byRun.size).toBe(1_000);
    for (const list of byRun.values())
      expect(list.filter((each) => !each.endsWith("QUEUED")).map((each) => each.slice(2))).toEqual([
        "CREATED",
        "STARTED",
        "SUCCEEDED",
      ]);
    for (const list of byRun.values())
      expect(list.map((each) => Number(each.split(" ")[0]))).toEqual(list.map((_, index) => index + 1));
    expect(new Set(events.map((event) => event.cursor)).size).toBe(events.length);
  }, 240_000);
});
