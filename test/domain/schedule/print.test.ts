// parse ∘ print = identity: a schedule written out as the API shows it is read as the same schedule.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration } from "../../../server/domain/duration.ts";
import { checkSchedule, type ScheduleInput } from "../../../server/domain/input/schedule.ts";
import { formatInstant } from "../../../server/domain/instant.ts";
import type { Schedule } from "../../../server/domain/types.ts";
import { crons, rrules, schedules } from "./random-schedules.ts";

/** As `Task.schedule` answers it and `ScheduleInput` takes it. */
function printed(schedule: Schedule): ScheduleInput {
  switch (schedule.kind) {
    case "CRON":
      return { cron: schedule };
    case "ONCE": {
      const { at, timezone, graceMs } = schedule;
      return {
        once: { at: formatInstant(at), timezone, grace: graceMs === undefined ? null : formatDuration(graceMs) },
      };
    }
    case "EVERY": {
      const from = schedule.after === "END" ? "LAST_END" : "ANCHOR";
      return { every: { interval: formatDuration(schedule.intervalMs), anchor: formatInstant(schedule.anchor), from } };
    }
    case "RRULE":
      return { rrule: schedule };
    case "MANUAL":
      return { manual: true };
    case "STARTUP":
      return { startup: { delay: formatDuration(schedule.delayMs) } };
    case "UNION":
      return { union: { of: schedule.of.map(printed) } };
  }
}

const read = (input: ScheduleInput) => checkSchedule(["schedule"], input, { now: 0, seed: "seed" });

describe("a schedule written out", () => {
  it("is read as the same schedule, whatever its kind", () => {
    fc.assert(
      fc.property(fc.oneof(schedules, crons, rrules), (schedule) => {
        expect(read(printed(schedule))).toEqual({ ok: true, value: schedule });
      }),
      { numRuns: 500 },
    );
  });

  it.each<Schedule>([
    { kind: "STARTUP", delayMs: 90_000 },
    { kind: "MANUAL" },
    { kind: "EVERY", intervalMs: 5_400_000, anchor: 1_000, after: "END" },
    { kind: "ONCE", at: 4_102_444_800_123, timezone: "Europe/Berlin", graceMs: 600_000 },
    { kind: "CRON", expression: "H H(0-5) * * MON", timezone: "Asia/Gaza", gap: "SKIP", repeat: "BOTH", seed: "seed" },
  ])("also in its rarer forms: %j", (schedule) => {
    expect(read(printed(schedule))).toEqual({ ok: true, value: schedule });
  });
});
