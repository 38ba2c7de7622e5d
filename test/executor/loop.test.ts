import { describe, expect, it } from "vitest";
import { createLog } from "../../server/log.ts";
import { createLoop, whenNeeded } from "../../server/loop.ts";
import { manualClock } from "../support/clock.ts";
import { NOON } from "../support/tasks.ts";

const log = createLog("silent");
/** Lets promises settle; no time passes. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a poll that is needed now and then", () => {
  it("on a simulated clock does its work only when there is some, and asks again only after a change", async () => {
    const clock = manualClock(NOON);
    let work: number | null = NOON + 5_000;
    let looks = 0;
    let polls = 0;
    const { poll, changed } = whenNeeded(
      async () => {
        polls++;
        work = polls === 2 ? null : NOON + 9_000;
        return polls === 3 ? 0 : 700;
      },
      async () => {
        looks++;
        return work;
      },
      clock,
    );
    expect([await poll(), looks, polls]).toEqual([5_000, 1, 0]);
    clock.advance(2_000);
    expect([await poll(), looks, polls]).toEqual([3_000, 1, 0]);
    clock.advance(3_000);
    expect([await poll(), looks, polls]).toEqual([4_000, 2, 1]);
    work = NOON + 1;
    changed();
    expect([await poll(), looks, polls]).toEqual([Number.POSITIVE_INFINITY, 4, 2]);
    work = NOON + 1;
    expect([await poll(), looks, polls]).toEqual([Number.POSITIVE_INFINITY, 4, 2]);
    changed();
    // More of it at once, as the poll itself says.
    expect([await poll(), looks, polls]).toEqual([0, 5, 3]);
    // What is left is not for this poll to end soon: it comes around as often as it says.
    const stubborn = whenNeeded(
      async () => 700,
      async () => NOON,
      clock,
    );
    expect(await stubborn.poll()).toBe(700);
  });

  it("on a real one is the poll as it is", () => {
    const real = { now: Date.now, after: () => () => {} };
    const poll = async () => 1_000;
    expect(whenNeeded(poll, () => Promise.reject(new Error("asked")), real).poll).toBe(poll);
  });
});

describe("a loop", () => {
  it("polls at once, then after each answer's delay, but looks at the clock at least every second", async () => {
    const clock = manualClock(NOON);
    const polls: number[] = [];
    const delays = [300, 3_600_000, 0];
    // Nothing tells that it is moved by hand: a loop takes it for a real one.
    const real = { now: clock.now, after: clock.after };
    const loop = createLoop("l", async () => delays[polls.push(clock.now() - NOON) - 1] ?? 1_000, real, log);
    loop.start();
    for (let step = 0; step < 30; step++) {
      await settle();
      clock.advance(100);
    }
    await loop.stop();
    // The delay of nothing ends within the step of the clock that it began in.
    expect(polls).toEqual([0, 300, 1_300, 1_300, 2_400]);
    expect(clock.timers).toBe(0);
  });

  it("sleeps on a simulated clock as long as its poll said, and looks when that clock is set", async () => {
    const clock = manualClock(NOON);
    const polls: number[] = [];
    const delays = [300, Number.POSITIVE_INFINITY, 3_600_000];
    const loop = createLoop("l", async () => delays[polls.push(clock.now() - NOON) - 1] ?? 1_000, clock, log);
    const pass = async (ms: number) => {
      await settle();
      clock.advance(ms);
      await settle();
    };
    loop.start();
    for (let step = 0; step < 10; step++) await pass(100);
    expect(polls).toEqual([0, 300]);
    expect(clock.timers).toBe(0);
    clock.jump(-60_000);
    await pass(0);
    expect(polls).toEqual([0, 300, -59_000]);
    await pass(3_599_999);
    expect(polls).toHaveLength(3);
    await pass(1);
    expect(polls).toHaveLength(4);
    await loop.stop();
    clock.jump(60_000);
    await pass(10_000);
    expect(polls).toHaveLength(4);
  });

  it("is woken within a time without losing an earlier poll, whether it sleeps or polls", async () => {
    const clock = manualClock(NOON);
    const polls: number[] = [];
    const answers: ((delayMs: number) => void)[] = [];
    const poll = () => {
      polls.push(clock.now() - NOON);
      return new Promise<number>((resolve) => answers.push(resolve));
    };
    const loop = createLoop("l", poll, clock, log);
    loop.start();
    loop.wake(2_000);
    answers[0]?.(Number.POSITIVE_INFINITY);
    await settle();
    clock.advance(500);
    loop.wake(5_000);
    clock.advance(1_500);
    expect(polls).toEqual([0, 2_000]);
    answers[1]?.(Number.POSITIVE_INFINITY);
    await settle();
    clock.jump(60_000);
    clock.advance(0);
    await settle();
    expect(polls).toEqual([0, 2_000, 62_000]);
    answers[2]?.(0);
    await loop.stop();
  });

  it("polls once more when it is woken while it polls, and soon when it sleeps", async () => {
    const clock = manualClock(NOON);
    let polls = 0;
    let finish = () => {};
    const loop = createLoop(
      "l",
      () => {
        polls++;
        return new Promise<number>((resolve) => {
          finish = () => resolve(1_000);
        });
      },
      clock,
      log,
    );
    loop.start();
    loop.wake();
    loop.wake();
    finish();
    await settle();
    expect(polls).toBe(2);
    finish();
    await settle();
    loop.wake();
    clock.advance(0);
    expect(polls).toBe(3);
    const stopping = loop.stop();
    finish();
    await stopping;
    loop.wake();
    clock.advance(5_000);
    expect(polls).toBe(3);
  });

  it("goes on after a failure, with longer and longer pauses, and without them once it works again", async () => {
    const clock = manualClock(NOON);
    const polls: number[] = [];
    const loop = createLoop(
      "l",
      async () => {
        polls.push(clock.now() - NOON);
        if (polls.length <= 3) throw new Error("database away");
        return 100;
      },
      clock,
      log,
    );
    loop.start();
    for (let step = 0; step < 160; step++) {
      await settle();
      clock.advance(10);
    }
    await loop.stop();
    expect(polls.slice(0, 6)).toEqual([0, 200, 600, 1_400, 1_500, 1_600].slice(0, polls.slice(0, 6).length));
  });

  it("may be started and stopped twice, in any order", async () => {
    const clock = manualClock(NOON);
    let polls = 0;
    const loop = createLoop(
      "l",
      async () => {
        polls++;
        return 1_000;
      },
      clock,
      log,
    );
    await loop.stop();
    loop.start();
    loop.start();
    await loop.stop();
    await loop.stop();
    loop.start();
    await loop.stop();
    expect(polls).toBe(2);
  });
});
