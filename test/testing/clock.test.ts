// The simulated clock alone: which timer fires when, whatever is set, called off and jumped over meanwhile.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulatedClock } from "../../server/testing/clock.ts";
import { NOON } from "../support/tasks.ts";

describe("the simulated clock", () => {
  it("stands still until it is moved, and shows each timer its own instant", () => {
    const clock = simulatedClock(NOON);
    const fired: [string, number][] = [];
    const note = (name: string) => () => fired.push([name, clock.now() - NOON]);
    clock.after(300, note("late"));
    clock.after(100, () => {
      note("first")();
      clock.after(0, note("at once"));
      clock.after(100, note("later"));
    });
    clock.after(100, note("second"));
    clock.after(Number.POSITIVE_INFINITY, note("never"));
    const cancel = clock.after(50, note("called off"));
    cancel();
    cancel();
    expect(clock.nextTimer()).toBe(NOON + 100);
    clock.advance(250);
    expect(fired).toEqual([
      ["first", 100],
      ["second", 100],
      ["at once", 100],
      ["later", 200],
    ]);
    expect(clock.now()).toBe(NOON + 250);
    expect(clock.timers).toBe(1);
  });

  it("keeps what waits for the end of an instant until nothing else is due at it", () => {
    const clock = simulatedClock(NOON);
    const fired: string[] = [];
    clock.after(10, () => {
      clock.simulated.atEnd(() => fired.push("end"));
      clock.after(0, () => {
        fired.push("soon");
        clock.after(0, () => fired.push("sooner or later"));
      });
    });
    clock.after(11, () => fired.push("next instant"));
    clock.advance(11);
    expect(fired).toEqual(["soon", "sooner or later", "end", "next instant"]);
  });

  it("is set without time passing: timers keep what is left of theirs, and listeners are told", () => {
    const clock = simulatedClock(NOON);
    const fired: number[] = [];
    let told = 0;
    const stop = clock.simulated.onSet(() => told++);
    clock.after(1_000, () => fired.push(clock.now() - NOON));
    clock.advance(400);
    clock.jump(3_600_000);
    expect(clock.nextTimer()).toBe(NOON + 3_600_000 + 1_000);
    clock.jump(-7_200_000);
    clock.advance(600);
    expect(fired).toEqual([-3_600_000 + 1_000]);
    stop();
    clock.jump(1);
    expect(told).toBe(2);
  });

  it("fires every timer once, in the order of its instants and of setting within one, however it is moved", () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ after: fc.nat(50) }),
        fc.record({ advance: fc.nat(30) }),
        fc.record({ jump: fc.integer({ min: -100, max: 100 }) }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (moves) => {
        const clock = simulatedClock(NOON);
        let elapsed = 0;
        const set: { due: number; serial: number }[] = [];
        const fired: { due: number; serial: number }[] = [];
        for (const move of moves) {
          if ("after" in move) {
            const timer = { due: elapsed + move.after, serial: set.length };
            set.push(timer);
            clock.after(move.after, () => fired.push(timer));
          } else if ("advance" in move) {
            clock.advance(move.advance);
            elapsed += move.advance;
          } else clock.jump(move.jump);
        }
        fired.forEach((timer, index) => {
          const before = fired[index - 1];
          if (before) expect(before.due * 1_000 + before.serial).toBeLessThan(timer.due * 1_000 + timer.serial);
        });
        clock.advance(0);
        expect(fired).toHaveLength(set.filter(({ due }) => due <= elapsed).length);
        expect(clock.timers).toBe(set.length - fired.length);
      }),
    );
  });
});
