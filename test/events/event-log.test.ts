import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../server/clock.ts";
import type { Events, Store } from "../../server/domain/ports.ts";
import type { Event } from "../../server/domain/types.ts";
import { createChannel } from "../../server/events/channel.ts";
import { createEvents } from "../../server/events/event-log.ts";
import { openStore } from "../../server/store/index.ts";
import { add, claim, complete, succeeded } from "../store/conformance-writes.ts";
import { aTask, NOON } from "../support/tasks.ts";

let store: Store;
let events: Events;
beforeEach(async () => {
  store = await openStore(":memory:");
  events = createEvents(store, systemClock);
});
afterEach(async () => {
  events.close();
  await store.close();
});

const everything = { after: 0, matches: () => true };
const write = (count: number) => Promise.all(Array.from({ length: count }, () => add(store, aTask())));

async function take<T>(source: AsyncIterableIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = await source.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
const cursors = (list: readonly Event[]) => list.map((event) => event.cursor);

describe("a subscription", () => {
  it("gives the past and then the present, each event once, while others write all the time", async () => {
    await write(700);
    const writing = (async () => {
      for (let burst = 0; burst < 30; burst++) await write(10);
    })();
    const source = events.events(everything);
    const taken = await take(source, 1_000);
    await writing;
    await source.return?.();
    expect(cursors(taken)).toEqual(cursors(await store.eventsAfter(0, 2_000)));
  });

  it("goes on after any cursor, as often as one likes", async () => {
    await write(20);
    const all = cursors(await store.eventsAfter(0, 100));
    let after = 0;
    const seen: number[] = [];
    for (let round = 0; round < 10; round++) {
      const source = events.events({ after, matches: () => true });
      const part = cursors(await take(source, 2));
      await source.return?.();
      seen.push(...part);
      after = part.at(-1) as number;
    }
    expect(seen).toEqual(all);
  });

  it("from now on has nothing of the past", async () => {
    await write(3);
    const source = events.events({ after: null, matches: () => true });
    const first = source.next();
    await store.headCursor();
    await write(1);
    expect((await first).value.cursor).toBe(4);
    await source.return?.();
  });

  it("that is left unread ends with SLOW_CONSUMER, harms no other, and can go on from its last cursor", async () => {
    const slow = events.events(everything);
    const quick = events.events(everything);
    await write(1);
    const before = (await slow.next()).value as Event;
    const reading = take(quick, 1_202);
    await write(1_201);
    expect(await reading).toHaveLength(1_202);
    await expect(
      (async () => {
        for (;;) await slow.next();
      })(),
    ).rejects.toMatchObject({ code: "SLOW_CONSUMER" });
    const again = events.events({ after: before.cursor, matches: () => true });
    expect(cursors(await take(again, 1_201))[0]).toBe(before.cursor + 1);
    await again.return?.();
    await quick.return?.();
  });

  it("after a cursor of another database is refused, not silent", async () => {
    await expect(events.events({ after: 99, matches: () => true }).next()).rejects.toMatchObject({
      code: "INVALID_CURSOR",
    });
  });

  it("of a few runs in a long log finds them without holding everything else up", async () => {
    await write(1_500);
    const [id] = (await add(store, aTask(), NOON)) as [string];
    let turns = 0;
    let counting = true;
    const count = () => {
      turns++;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const scoped = events.events({
      after: 0,
      scope: { kind: "RUN", runIds: [id] },
      matches: (event) => event.kind === "RUN" && event.runId === id,
    });
    expect((await take(scoped, 1))[0]).toMatchObject({ type: "CREATED", runId: id });
    const unscoped = events.events({ after: 0, matches: (event) => event.kind === "RUN" && event.runId === id });
    const before = turns;
    expect(await take(unscoped, 1)).toHaveLength(1);
    counting = false;
    expect(turns - before).toBeGreaterThan(2);
    await scoped.return?.();
    await unscoped.return?.();
  });

  it("that waits can be ended from outside at once, and is forgotten", async () => {
    const source = events.events({ after: null, matches: () => false });
    const waiting = source.next();
    await store.headCursor();
    await source.return?.();
    expect((await waiting).done).toBe(true);
    const other = events.events(everything);
    const next = other.next();
    await store.headCursor();
    events.close();
    expect((await next).done).toBe(true);
  });
});

describe("a run's log", () => {
  it("gives the lines so far, then each new one, and ends with the run", async () => {
    await add(store, aTask(), NOON);
    const [held] = await claim(store, NOON);
    if (!held) throw new Error("nothing was claimed");
    const say = (...texts: string[]) =>
      store.write((tx) =>
        tx.report({
          instanceId: "one",
          at: NOON,
          lines: texts.map((text) => ({ runId: held.run.id, attempt: 1, at: NOON, level: "INFO" as const, text })),
          progress: [],
          completions: [],
        }),
      );
    await say("a", "b");
    const source = events.logLines(held.run.id, 1);
    const reading = take(source, 99);
    for (const text of ["c", "d", "e"]) await say(text);
    await complete(store, succeeded(held, NOON));
    expect((await reading).map((line) => `${line.number}${line.text}`)).toEqual(["2b", "3c", "4d", "5e"]);
    expect(await take(events.logLines(held.run.id, 0), 99)).toHaveLength(5);
  });
});

describe("a channel", () => {
  const options = { capacity: 2, overflow: () => new Error("full"), onEnd: () => {} };

  it("keeps the order, ends after what is queued, and ignores what comes later", async () => {
    let ends = 0;
    const channel = createChannel<number>({ ...options, onEnd: () => ends++ });
    channel.push(1);
    channel.push(2);
    channel.close();
    expect(channel.push(3)).toBe(false);
    expect(await take(channel, 9)).toEqual([1, 2]);
    await channel.return();
    expect(ends).toBe(1);
  });

  it("fails at its capacity and gives the failure to the reader once", async () => {
    const channel = createChannel<number>(options);
    expect([channel.push(1), channel.push(2), channel.push(3)]).toEqual([true, true, false]);
    await expect(channel.next()).rejects.toThrow("full");
    expect((await channel.next()).done).toBe(true);
  });
});
