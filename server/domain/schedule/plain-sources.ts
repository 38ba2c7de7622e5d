// The schedules that follow no wall clock: `once`, `every`, and the start of a scheduler, which names no instant.

import { shownInstant, shownLength } from "../instant.ts";
import type { EverySchedule, ManualSchedule, OnceSchedule, Schedule, StartupSchedule } from "../timing.ts";
import { describeSchedule, elapsedWords } from "./describe.ts";
import type { Note, SpecCheck } from "./occurrences.ts";
import { type Moment, NO_NOTES, type Source } from "./source.ts";

/** 9999-12-31T23:59:59Z */
const LAST_INSTANT = 253_402_300_799_000;

const check = (passed: boolean, message: string, schedule: Schedule): SpecCheck[] => [
  { kind: "SCHEDULE", passed, message, description: describeSchedule(schedule) },
];

export const onceSource = (schedule: OnceSchedule): Source => {
  const { at } = schedule;
  return {
    next: (after) => (at > after ? { at, notes: NO_NOTES } : null),
    count: (after, until) => ({ count: at > after && at <= until ? 1 : 0, exact: true }),
    effects: () => [],
    checks: (asked) =>
      check(
        asked === at,
        asked === at ? "is the one instant" : `is not the one instant, ${shownInstant(at)}`,
        schedule,
      ),
  };
};

/** An interval counted from the end of a run is answered as if runs took no time; the notes say so. */
export function everySource(schedule: EverySchedule): Source {
  const { anchor, intervalMs } = schedule;
  const interval = elapsedWords(intervalMs);
  const assumed: readonly Note[] = [
    {
      kind: "ASSUMED",
      message: `assumes runs that take no time: the interval of ${interval} is counted from the end of the run before`,
    },
  ];
  /** The smallest n ≥ 0 with anchor + n × interval > after. */
  const firstStep = (after: number): number => Math.max(0, Math.floor((after - anchor) / intervalMs) + 1);
  const lastStep = firstStep(LAST_INSTANT);
  const momentOf = (step: number): Moment => ({
    at: anchor + step * intervalMs,
    notes: schedule.after === "END" && step > 0 ? assumed : NO_NOTES,
  });
  return {
    next(after) {
      const step = firstStep(after);
      return step < lastStep ? momentOf(step) : null;
    },
    count: (after, until) => ({
      count: Math.max(0, Math.min(lastStep, firstStep(until)) - Math.min(lastStep, firstStep(after))),
      exact: true,
    }),
    effects: () => [],
    checks(at) {
      const step = (at - anchor) / intervalMs;
      const passed = Number.isInteger(step) && step >= 0 && step < lastStep;
      if (step < 0) return check(false, `before the first instant, ${shownInstant(anchor)}`, schedule);
      if (passed && schedule.after === "END" && step > 0) return check(true, assumed[0]?.message ?? "", schedule);
      const times = `${Math.floor(step)} times ${interval}`;
      if (passed) return check(true, `${times} after ${shownInstant(anchor)}`, schedule);
      const beyond = shownLength(at - anchor - Math.floor(step) * intervalMs);
      return check(false, `${beyond} more than ${times} after ${shownInstant(anchor)}`, schedule);
    },
  };
}

/** Of schedules that name no instant beforehand. */
const nothing = (schedule: Schedule, why: string): Source => ({
  next: () => null,
  count: () => ({ count: 0, exact: true }),
  effects: () => [],
  checks: () => check(false, `names no instant: ${why}`, schedule),
});

export const startupSource = (schedule: StartupSchedule): Source =>
  nothing(schedule, "it runs whenever a scheduler starts");

export const manualSource = (schedule: ManualSchedule): Source =>
  nothing(schedule, "it runs by hand or as a follow-up only");
