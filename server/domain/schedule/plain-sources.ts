// The schedules that follow no wall clock: `once`, `every`, and the start of a scheduler, which names no instant.

import type { EverySchedule, OnceSchedule } from "../timing.ts";
import { durationWords } from "./describe.ts";
import type { Note } from "./occurrences.ts";
import { NO_NOTES, type Source } from "./source.ts";

/** 9999-12-31T23:59:59Z */
const LAST_INSTANT = 253_402_300_799_000;

export const onceSource = ({ at }: OnceSchedule): Source => ({
  next: (after) => (at > after ? { at, notes: NO_NOTES } : null),
  count: (after, until) => ({ count: at > after && at <= until ? 1 : 0, exact: true }),
});

/** An interval counted from the end of a run is answered as if runs took no time; the notes say so. */
export function everySource(schedule: EverySchedule): Source {
  const { anchor, intervalMs } = schedule;
  const assumed: readonly Note[] = [
    {
      kind: "ASSUMED",
      message: `assumes runs that take no time: the interval (${durationWords(intervalMs)}) is counted from the end of the run before`,
    },
  ];
  /** The smallest n ≥ 0 with anchor + n × interval > after. */
  const firstStep = (after: number): number => Math.max(0, Math.floor((after - anchor) / intervalMs) + 1);
  const lastStep = firstStep(LAST_INSTANT);
  return {
    next(after) {
      const step = firstStep(after);
      if (step >= lastStep) return null;
      return { at: anchor + step * intervalMs, notes: schedule.after === "END" && step > 0 ? assumed : NO_NOTES };
    },
    count: (after, until) => ({
      count: Math.max(0, Math.min(lastStep, firstStep(until)) - Math.min(lastStep, firstStep(after))),
      exact: true,
    }),
  };
}

export const startupSource: Source = { next: () => null, count: () => ({ count: 0, exact: true }) };
