// Readers of the event log: each gets everything once and in order, wherever it comes from and however slow the others are.
import { describe, expect, it, vi } from "vitest";
import type { Event } from "../../server/domain/types.ts";
import type { Feed } from "../../server/events/feed.ts";
import { add } from "../store/conformance-writes.ts";
import { aTask, NOON } from "../support/tasks.ts";
import { until } from "../support/wait.ts";
import { read, useGroups } from "./support.ts";

const { store, write, cursors, eventFeed, groupOf } = useGroups();

describe("a reader of the event log", () => {
  it("gets the past and then the present, each event once, while others write all the time", async () => {
    await write(700);
    const { group } = groupOf(eventFeed());
    const early = read(group, { after: 0 });
    const later: ReturnType<typeof read>[] = [];
    for (let burst = 0; burst < 30; burst++) {
      await write(10);
      later.push(read(group, { after: burst * 30 }));
    }
    const every = await cursors();
    await until("all have all", () => [early, ...later].every(({ got }) => got.at(-1) === every.at(-1)));
    expect(early.got).toEqual(every);
    for (const [burst, { got }] of later.entries()) expect(got).toEqual(every.slice(burst * 30));
  });

  it("goes on after any cursor, as often as it likes", async () => {
    const { group } = groupOf(eventFeed());
    const seen: unknown[] = [];
    for (let round = 0; round < 20; round++) {
      const reader = read(group, { after: (seen.at(-1) as number | undefined) ?? 0 });
      await write(3);
      await until("something came", () => reader.got.length > 0);
      reader.leave();
      seen.push(...reader.got);
    }
    expect(seen).toEqual((await cursors()).slice(0, seen.length));
  });

  it("from now on has nothing of the past", async () => {
    await write(3);
    const { group } = groupOf(eventFeed());
    const reader = read(group, { after: null });
    await store().headCursor();
    await write(1);
    await until("it came", () => reader.got.length > 0);
    expect(reader.got).toEqual([4]);
  });

  it("shares each answer with the others: it is made once for all of them", async () => {
    const { group, rendered } = groupOf(eventFeed());
    const readers = Array.from({ length: 50 }, () => read(group, { after: null }));
    await store().headCursor();
    await write(20);
    await until("all have all", () => readers.every(({ got }) => got.length === 20));
    expect(rendered.mock.calls.flatMap(([values]) => values)).toHaveLength(20);
  });

  it("that does not read ends with SLOW_CONSUMER, holds up no other, and goes on from its cursor", async () => {
    const { group } = groupOf(eventFeed());
    const [slow, quick] = [read(group, { after: null }), read(group, { after: null })];
    await store().headCursor();
    await write(1);
    await until("both live", () => slow.got.length + quick.got.length === 2);
    slow.unread = 2_000_000;
    for (let round = 0; round < 12; round++) await write(100);
    await until("the other has it all", () => quick.got.length === 1_201);
    await until("the slow one is told", () => slow.ended !== undefined);
    expect(slow.ended).toMatchObject({ code: "SLOW_CONSUMER" });
    expect(slow.got).toEqual([1]);
    const again = read(group, { after: 1 });
    await until("it caught up", () => again.got.length === 1_200);
    expect(again.got).toEqual(quick.got.slice(1));
  });

  it("that pauses for less than the buffer holds misses nothing and is not cut off", async () => {
    const { group } = groupOf(eventFeed());
    const reader = read(group, { after: null });
    await store().headCursor();
    reader.unread = 2_000_000;
    await write(300);
    expect(reader.got).toEqual([]);
    reader.unread = 0;
    await until("it has all", () => reader.got.length === 300);
    expect(reader.got).toEqual(await cursors());
    expect({ cut: reader.cut, ended: reader.ended }).toEqual({ cut: false, ended: undefined });
  });

  it("of a few runs in a long log finds them without holding everything else up", async () => {
    await write(1_500);
    const [id] = (await add(store(), aTask(), NOON)) as [string];
    let turns = 0;
    let counting = true;
    const count = () => {
      turns++;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const { group } = groupOf(eventFeed((event) => event.kind === "RUN" && event.runId === id));
    const before = turns;
    const reader = read(group, { after: 0 });
    await until("it came", () => reader.got.length > 0);
    counting = false;
    expect(turns - before).toBeGreaterThan(2);
  });

  it("is told first what it asked for, then all that came after it", async () => {
    await write(5);
    const { group } = groupOf(eventFeed());
    const snapshot = async () => {
      const through = await store().headCursor();
      await write(5);
      return { values: [{ cursor: -1 } as Event], through };
    };
    const reader = read(group, { after: null, snapshot });
    await until("all came", () => reader.got.length === 6);
    expect(reader.got).toEqual([-1, 6, 7, 8, 9, 10]);
  });
});

describe("a group", () => {
  it("catches up from the table when more happens than it can carry out", async () => {
    const { group, rendered } = groupOf(eventFeed());
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const quick = rendered.getMockImplementation() as NonNullable<ReturnType<typeof rendered.getMockImplementation>>;
    rendered.mockImplementationOnce(async (values) => gate.then(() => quick(values)));
    const reader = read(group, { after: null });
    await store().headCursor();
    for (let round = 0; round < 30; round++) await write(100);
    open();
    await until("all came", () => reader.got.length === 3_000);
    expect(reader.got).toEqual(await cursors());
  });

  it("stays for a while when the last reader has left, costs nothing meanwhile, and then is gone", async () => {
    const timers: { delayMs: number; callback: () => void; off: boolean }[] = [];
    const after = (delayMs: number, callback: () => void) => {
      const timer = { delayMs, callback, off: false };
      timers.push(timer);
      return () => {
        timer.off = true;
      };
    };
    const onIdle = vi.fn<() => void>();
    const { group, rendered } = groupOf(eventFeed(), after, onIdle);
    const first = read(group, { after: null });
    await store().headCursor();
    await write(1);
    await until("it came", () => first.got.length === 1);
    first.leave();
    rendered.mockClear();
    await write(5);
    expect(rendered).not.toHaveBeenCalled();
    const back = read(group, { after: 1 });
    await until("it has what it missed", () => back.got.length === 5);
    expect(back.got).toEqual([2, 3, 4, 5, 6]);
    back.leave();
    const idle = timers.filter(({ delayMs, off }) => delayMs === 30_000 && !off);
    expect(idle).toHaveLength(1);
    idle[0]?.callback();
    expect(onIdle).toHaveBeenCalledOnce();
  });

  it("tells the place in quiet times, and only then", async () => {
    const beats: (() => void)[] = [];
    const after = (delayMs: number, callback: () => void) => {
      if (delayMs === 10_000) beats.push(callback);
      return () => {};
    };
    const { group } = groupOf(
      eventFeed((event) => event.cursor > 3, true),
      after,
    );
    const reader = read(group, { after: null });
    await until("it is told where it begins", () => reader.got.length === 1);
    await write(3);
    await new Promise((resolve) => setTimeout(resolve, 20));
    beats.at(-1)?.();
    await until("a heartbeat came", () => reader.got.length > 1);
    expect(reader.got).toEqual([0, 3]);
    await write(1);
    await until("the event came", () => reader.got.length === 3);
    beats.at(-1)?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reader.got).toEqual([0, 3, 4]);
  });

  it("tells a reader that it has caught up, after all that was before and ahead of what follows", async () => {
    await write(2_500);
    const { group } = groupOf(eventFeed(undefined, true));
    const first = read(group, { after: 0 });
    let writing = true;
    const busy = (async () => {
      while (writing) {
        await write(20);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    })();
    await until("the first has caught up", () => first.got.some((cursor, index) => cursor === first.got[index - 1]));
    // From the ring, which others fill meanwhile.
    const later = read(group, { after: 2_400 });
    await until("the other has too", () => later.got.some((cursor, index) => cursor === later.got[index - 1]));
    writing = false;
    await busy;
    const all = await cursors();
    for (const [{ got }, from] of [
      [first, 0],
      [later, 2_400],
    ] as const) {
      await until("all came", () => got.at(-1) === all.at(-1));
      const mark = got.findIndex((cursor, index) => cursor === got[index - 1]);
      expect([...got.slice(0, mark), ...got.slice(mark + 1)]).toEqual(all.slice(from));
    }
  });

  it("tells everybody who comes in a quiet time with one answer", async () => {
    await write(5);
    const { group, rendered } = groupOf(eventFeed(undefined, true));
    const readers = Array.from({ length: 50 }, () => read(group, { after: 5 }));
    await until("all were told", () => readers.every(({ got }) => got.length === 1));
    expect(readers.every(({ got }) => got[0] === 5)).toBe(true);
    expect(rendered).toHaveBeenCalledTimes(1);
  });

  it("has everything before it ends, however soon the end follows the last value", async () => {
    const values = [{ at: 1, value: 7 }];
    for (let turns = 0; turns < 40; turns++) {
      const feed: Feed<number> = {
        key: "short",
        head: async () => 0,
        past: async () => ({ values, through: 1, more: false }),
        listen({ hear, end }) {
          void (async () => {
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            hear({ values, through: 1 });
            end();
          })();
          return () => {};
        },
      };
      const { group } = groupOf(feed);
      const [first, second] = [read(group, { after: 0 }), read(group, { after: 0 })];
      await until("both ended", () => first.ended === null && second.ended === null);
      expect([first.got, second.got]).toEqual([[7], [7]]);
    }
  });

  it("ends everybody when it is closed, also those that have not caught up", async () => {
    await write(2_000);
    const { group } = groupOf(eventFeed());
    const readers = [read(group, { after: 0 }), read(group, { after: null })];
    await store().headCursor();
    group.close();
    await until("all are told", () => readers.every(({ ended }) => ended === null));
    const told = readers.map(({ got }) => got.length);
    await write(10);
    expect(readers.map(({ got }) => got.length)).toEqual(told);
  });
});
