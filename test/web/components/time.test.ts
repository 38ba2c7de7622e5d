// The dashboard's own arithmetic with time: wall clocks to instants, days and hours, what stands between what.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interleave } from "../../../web/tasks/interleave";
import { wallClock } from "../../../web/ui/format";
import { toInstant } from "../../../web/ui/wall-clock";
import { byDay, condense } from "../../../web/upcoming/days";

const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia");
const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });
const instants = seconds.map((second) => new Date(second * 1000).toISOString());

describe("from the wall clock to the instant", () => {
  it("finds an instant that shows this wall clock, the first where there are two", () => {
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const local = wallClock(at, zone);
        const found = toInstant(local, zone) as string;
        expect(wallClock(found, zone)).toBe(local);
        expect(Date.parse(found)).toBeLessThanOrEqual(Date.parse(at));
      }),
    );
  });

  it.each([
    ["Europe/Berlin", "2027-03-28T02:30", "2027-03-28T01:30:00.000Z"],
    ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00.000Z"],
    ["UTC", "2026-11-24T00:00:00", "2026-11-24T00:00:00.000Z"],
  ])("reads %s %s as %s", (zone, local, at) => expect(toInstant(local, zone)).toBe(at));

  it("answers nothing for what is no time", () => expect(toInstant("2026-13-40T99:00", "UTC")).toBeNull());
});

describe("what does not run", () => {
  it("stands where it would have been, also when a clock change leaves no instant for it", () => {
    const runs = [{ at: "2027-03-27T01:30:00.000Z" }, { at: "2027-03-29T00:30:00.000Z" }];
    const dropped = { at: null, local: "2027-03-28T02:30:00", timezone: "Europe/Berlin" };
    expect(interleave(runs, [dropped])).toEqual([{ runs: runs[0] }, { omitted: dropped }, { runs: runs[1] }]);
  });

  it("neither loses nor adds anything, and is in order", () => {
    fc.assert(
      fc.property(fc.array(instants), fc.array(instants), (runs, out) => {
        const rows = interleave(
          runs.map((at) => ({ at })),
          out.map((at) => ({ at, local: at.slice(0, 19), timezone: "UTC" })),
        );
        const order = rows.map((row) => Date.parse("runs" in row ? row.runs.at : row.omitted.at));
        expect(rows).toHaveLength(runs.length + out.length);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe("what is alike", () => {
  it("makes one row where there is much of it, and is counted whole", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 6 }), (items, most) => {
        const rows = condense(items, (item) => item, most);
        expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(items.length);
        for (const letter of new Set(items)) {
          const all = items.filter((item) => item === letter).length;
          expect(rows.filter((row) => row.first === letter)).toHaveLength(all > most ? 1 : all);
        }
      }),
    );
  });
});

describe("days and hours", () => {
  it("puts every instant on the day and hour that its wall clock shows, and leaves no day out between", () => {
    fc.assert(
      fc.property(zones, fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 40 }), (zone, minutes) => {
        const start = Date.UTC(2026, 9, 10);
        const all = minutes.toSorted((a, b) => a - b).map((minute) => new Date(start + minute * 60_000).toISOString());
        const days = byDay(all, (at) => at, zone);
        expect(days.flatMap((day) => day.items)).toEqual(all);
        expect(days.flatMap((day) => day.hours).reduce((sum, each) => sum + each, 0)).toBe(all.length);
        for (const day of days) for (const at of day.items) expect(wallClock(at, zone).slice(0, 10)).toBe(day.date);
        for (const [index, day] of days.entries())
          if (index > 0) expect(Date.parse(day.date) - Date.parse(days[index - 1]?.date ?? "")).toBe(86_400_000);
      }),
    );
  });
});
