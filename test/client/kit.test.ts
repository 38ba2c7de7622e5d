// The client kit against the real server, over a wire that is cut.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { WebSocketServer } from "ws";
import {
  createLiveClient,
  followRunLog,
  type Gap,
  LiveError,
  type LiveStatus,
  type RunEvent,
  subscribeRunEvents,
  subscribeTaskEvents,
  type TaskEvent,
} from "../../client/node.ts";
import { BEGINNING, burst, createTask, done, eventCursor, finished, useSharedApp } from "../api/support.ts";
import { startTestApp } from "../support/app.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { startWire } from "../support/wire.ts";

const app = useSharedApp();
const url = () => app().url;
const receiver = await startReceiver();
afterAll(() => receiver.stop());
const QUICK = { target: { http: { url: receiver.url } }, overlapPolicy: "ALLOW" };
/** Short waits: a test cuts often. */
const PATIENCE = { pingEveryMs: 300, answerWithinMs: 300, connectWithinMs: 1_000, longestWaitMs: 200 };
const ROUNDS = 20;
const end = (following: { stop(): void }) => onTestFinished(() => following.stop());

/** All there is, read over a whole wire. */
async function everything(from: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  let whole = false;
  const following = subscribeRunEvents({
    url: url(),
    after: from,
    onEvent: (event) => events.push(event),
    onStatus: (status) => {
      whole = status === "caught up";
    },
  });
  await until("all was read", () => whole);
  following.stop();
  return events;
}

describe("run events over the kit", () => {
  it("come once each and in order while the wire is cut again and again, also dead and refused", async () => {
    const wire = await startWire(url());
    const task = await createTask(url(), QUICK);
    const from = await eventCursor(url());
    const events: RunEvent[] = [];
    const statuses: LiveStatus[] = [];
    const following = subscribeRunEvents({
      ...PATIENCE,
      url: wire.url,
      after: from,
      onEvent: (event) => events.push(event),
      onStatus: (status) => statuses.push(status),
    });
    end(following);
    for (let round = 0; round < ROUNDS; round++) {
      const writing = burst(url(), task.id, 20);
      await until("events come", () => events.length > round * 10);
      const made = wire.made;
      wire.cut(round % 4 === 1 ? "silence" : "reset");
      wire.refusing = round % 4 === 2;
      await writing;
      if (wire.refusing) await until("it has been refused", () => wire.refused > round / 4);
      wire.refusing = false;
      await until("it is back", () => wire.made > made);
    }
    await until("nothing happens any more", async () => {
      const before = await eventCursor(url());
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (await eventCursor(url())) === before;
    });
    const all = await everything(from);
    await until("it has caught up", () => statuses.at(-1) === "caught up" && events.length >= all.length);
    expect(events).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(ROUNDS * 20 * 3);
    expect(statuses.filter((status) => status === "caught up").length).toBeGreaterThan(1);
    expect(wire.made).toBeGreaterThan(ROUNDS);
    expect(following.cursor).toBe(await eventCursor(url()));
  });

  it("are missed by none who began before any event and was cut before the first", async () => {
    const wire = await startWire(url());
    const task = await createTask(url(), QUICK);
    const events: RunEvent[] = [];
    let status: LiveStatus | undefined;
    const following = subscribeRunEvents({
      ...PATIENCE,
      url: wire.url,
      filter: { taskId: [task.id], type: ["SUCCEEDED"] },
      onEvent: (event) => events.push(event),
      onStatus: (next) => {
        status = next;
      },
    });
    end(following);
    await until("it stands", () => status === "caught up");
    wire.refusing = true;
    wire.cut();
    const run = await done(url(), "triggerTask", { id: task.id });
    await finished(url(), run.id);
    wire.refusing = false;
    await until("the event came", () => events.length > 0);
    expect(events.map((event) => event.run?.id)).toEqual([run.id]);
  });

  it("begin with what there is when a snapshot is asked for", async () => {
    const task = await createTask(url(), QUICK);
    const seen: string[] = [];
    const following = subscribeTaskEvents({
      url: url(),
      snapshot: true,
      filter: { taskId: [task.id] },
      onEvent: ({ type, task: shown }) => seen.push(`${type} ${shown?.name ?? ""}`),
    });
    end(following);
    await until("the snapshot ended", () => seen.includes("SNAPSHOT_END "));
    await done(url(), "pauseTask", { id: task.id });
    await until("the change came", () => seen.length === 3);
    expect(seen).toEqual([`SNAPSHOT ${task.name}`, "SNAPSHOT_END ", `PAUSED ${task.name}`]);
  });

  it("end when the signal says so, also while there is no server", async () => {
    for (const address of [url(), "http://127.0.0.1:9"]) {
      const control = new AbortController();
      let told = 0;
      const following = subscribeRunEvents({
        url: address,
        onEvent: () => {},
        onStatus: () => told++,
        signal: control.signal,
      });
      await until("it has begun", () => told > 1);
      control.abort();
      const before = told;
      expect(await following.done).toBeUndefined();
      expect(told).toBe(before);
    }
  });

  it("stop at the event that the caller did not take, and go on from there", async () => {
    const task = await createTask(url(), QUICK);
    const from = await eventCursor(url());
    const run = await done(url(), "triggerTask", { id: task.id });
    await finished(url(), run.id);
    const all = await everything(from);
    const taken: RunEvent[] = [];
    const first = subscribeRunEvents({
      url: url(),
      after: from,
      onEvent: (event) => {
        if (taken.length === 1) throw new Error("no room");
        taken.push(event);
      },
    });
    await expect(first.done).rejects.toThrow("no room");
    const second = subscribeRunEvents({ url: url(), after: first.cursor, onEvent: (event) => taken.push(event) });
    end(second);
    await until("the others came", () => taken.length >= all.length);
    expect(taken).toEqual(all);
  });
});

describe("what is refused", () => {
  it("ends a subscription whose operation is wrong", async () => {
    const following = subscribeRunEvents({ url: url(), fields: "nonsense", onEvent: () => {} });
    const error = await following.done.catch((each: unknown) => each);
    expect(error).toBeInstanceOf(LiveError);
    expect((error as LiveError).errors[0]?.message).toMatch(/nonsense/);
  });

  it("ends one whose cursor cannot be gone on from, when nobody wants to be told of a gap", async () => {
    const wrong = Buffer.from('["e",999999999]').toString("base64url");
    const following = subscribeRunEvents({ url: url(), after: wrong, onEvent: () => {} });
    await expect(following.done).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });

  it.each([false, true])(
    "tells of the gap, and goes on from the oldest cursor or with a snapshot (%s)",
    async (snapshot) => {
      const task = await createTask(url(), QUICK);
      await done(url(), "pauseTask", { id: task.id });
      const head = Number(JSON.parse(Buffer.from(await eventCursor(url()), "base64url").toString())[1]);
      await app().store.write((tx) => tx.pruneEvents(Number.MAX_SAFE_INTEGER, head));
      const gaps: Gap[] = [];
      const events: TaskEvent[] = [];
      let status: LiveStatus | undefined;
      const following = subscribeTaskEvents({
        url: url(),
        after: BEGINNING,
        snapshot,
        filter: { taskId: [task.id] },
        onGap: (gap) => gaps.push(gap),
        onEvent: (event) => events.push(event),
        onStatus: (next) => {
          status = next;
        },
      });
      end(following);
      await until("it goes on", () => gaps.length > 0 && status === "caught up");
      await done(url(), "resumeTask", { id: task.id });
      await until("the new event came", () => events.some(({ type }) => type === "RESUMED"));
      // Without a snapshot what is still in the log comes too.
      expect(events.map(({ type, task: shown }) => `${type} ${shown?.state}`).slice(snapshot ? 0 : -1)).toEqual(
        snapshot ? ["SNAPSHOT PAUSED", "SNAPSHOT_END undefined", "RESUMED ACTIVE"] : ["RESUMED ACTIVE"],
      );
      expect(gaps).toEqual([
        {
          code: "CURSOR_EXPIRED",
          cursor: BEGINNING,
          resumedAfter: snapshot ? undefined : expect.any(String),
          snapshot,
        },
      ]);
    },
  );
});

describe("a closed connection", () => {
  it("is tried again when the server stops, and its code is told", async () => {
    const other = await startTestApp();
    const codes: (number | undefined)[] = [];
    let status: LiveStatus | undefined;
    const following = subscribeRunEvents({
      url: other.url,
      onEvent: () => {},
      onStatus: (next, cause) => {
        status = next;
        if (cause) codes.push(cause.closeCode);
      },
    });
    end(following);
    await until("it stands", () => status === "caught up");
    await other.stop();
    await until("it is told", () => codes.length > 0);
    expect([codes[0], status]).toEqual([1001, "reconnecting"]);
  });

  it.each([
    [4403, "Forbidden"],
    [4401, "Unauthorized"],
  ])("is the end when the server says %s: another try would be no use", async (closeCode, reason) => {
    let connections = 0;
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    onTestFinished(() => server.close());
    server.on("connection", (socket) => {
      connections++;
      socket.close(closeCode, reason);
    });
    await once(server, "listening");
    const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(subscribeRunEvents({ url: address, onEvent: () => {} }).done).rejects.toMatchObject({
      name: "LiveError",
      closeCode,
      message: reason,
    });
    expect(connections).toBe(1);
  });
});

describe("one client for several subscriptions", () => {
  it("shares the socket and tells how all of them are", async () => {
    const wire = await startWire(url());
    const client = createLiveClient({ ...PATIENCE, url: wire.url });
    onTestFinished(() => client.close());
    const statuses: LiveStatus[] = [];
    client.status.subscribe((status) => statuses.push(status));
    const task = await createTask(url());
    for (const subscribe of [subscribeRunEvents, subscribeTaskEvents]) end(subscribe({ client, onEvent: () => {} }));
    await until("both have caught up", () => client.status.get() === "caught up");
    expect(wire.made).toBe(1);
    const run = await done(url(), "triggerTask", { id: task.id });
    await finished(url(), run.id);
    const lines: number[] = [];
    await followRunLog({ client, runId: run.id, onLine: ({ number }) => lines.push(number) }).done;
    expect(lines).toEqual(lines.map((_, index) => index + 1));
    expect(lines.length).toBeGreaterThan(0);
    expect(client.status.get()).toBe("caught up");
    wire.cut();
    await until("it is back", () => statuses.length > 3 && client.status.get() === "caught up");
    expect(statuses.slice(-3)).toEqual(["reconnecting", "live", "caught up"]);
    await expect(followRunLog({ client, runId: "nobody", onLine: () => {} }).done).rejects.toBeInstanceOf(LiveError);
  });
});
