import { describe, expect, it } from "vitest";
import { createLog } from "../../server/log.ts";
import { createLoop } from "../../server/loop.ts";
import { manualClock } from "../support/clock.ts";
import { NOON } from "../support/tasks.ts";

const log = createLog("silent");
/** Lets promises settle; no time passes. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a loop", () => {
  it("polls at once, then after each answer's delay, but looks at the clock at least every second", async () => {
    const clock = manualClock(NOON);
    const polls: number[] = [];
    const delays = [300, 3_600_000, 0];
    const loop = createLoop("l", async () => delays[polls.push(clock.now() - NOON) - 1] ?? 1_000, clock, log);
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
