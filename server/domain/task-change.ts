// What an edit of a task's timing adds, takes away and moves within a window, and how its runs would meet each other. Pure.

import type { Occurrence } from "./schedule/index.ts";

export interface TaskChange {
  readonly added: readonly Occurrence[];
  readonly removed: readonly Occurrence[];
  readonly moved: readonly { readonly from: Occurrence; readonly to: Occurrence }[];
  readonly unchanged: number;
}

/** `dayOf`: the local day of an instant; where as many come on a day as go, they are moves, one for one in order. */
export function compareOccurrences(
  before: readonly Occurrence[],
  after: readonly Occurrence[],
  dayOf: (at: number) => string,
): TaskChange {
  const key = ({ at, effectiveAt }: Occurrence) => `${at} ${effectiveAt}`;
  const old = new Set(before.map(key));
  const kept = new Set(after.map(key).filter((each) => old.has(each)));
  const removed = before.filter((each) => !kept.has(key(each)));
  const added = after.filter((each) => !kept.has(key(each)));
  const [going, coming] = [byDay(removed, dayOf), byDay(added, dayOf)];
  const moves = (day: string): boolean => going.get(day)?.length === coming.get(day)?.length;
  return {
    added: added.filter(({ at }) => !moves(dayOf(at))),
    removed: removed.filter(({ at }) => !moves(dayOf(at))),
    moved: [...going].flatMap(([day, list]) =>
      moves(day) ? list.map((from, index) => ({ from, to: coming.get(day)?.[index] as Occurrence })) : [],
    ),
    unchanged: kept.size,
  };
}

function byDay(list: readonly Occurrence[], dayOf: (at: number) => string): Map<string, Occurrence[]> {
  const days = new Map<string, Occurrence[]>();
  for (const each of list) {
    const day = dayOf(each.at);
    const known = days.get(day);
    if (known) known.push(each);
    else days.set(day, [each]);
  }
  return days;
}

export interface OverlapPrediction {
  readonly sampleSize: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly before: number;
  readonly after: number;
  readonly peakBefore: number;
  readonly peakAfter: number;
}

/** Fewer runs say too little about the next one. */
const LEAST_SAMPLE = 5;

export function predictOverlaps(
  durationsMs: readonly number[],
  before: readonly Occurrence[],
  after: readonly Occurrence[],
): OverlapPrediction | null {
  if (durationsMs.length < LEAST_SAMPLE) return null;
  const sorted = [...durationsMs].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number;
  const p95Ms = at(0.95);
  return {
    sampleSize: sorted.length,
    p50Ms: at(0.5),
    p95Ms,
    before: meetings(before, p95Ms),
    after: meetings(after, p95Ms),
    peakBefore: peak(before, p95Ms),
    peakAfter: peak(after, p95Ms),
  };
}

/** How many fall due while one that started before them goes on, if each takes this long and one that meets another does not start. */
function meetings(occurrences: readonly Occurrence[], durationMs: number): number {
  let busyUntil = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const { effectiveAt } of occurrences) {
    if (effectiveAt < busyUntil) count++;
    else busyUntil = effectiveAt + durationMs;
  }
  return count;
}

/** How many would go at once, if each started in time and took this long. */
function peak(occurrences: readonly Occurrence[], durationMs: number): number {
  let oldest = 0;
  let most = 0;
  occurrences.forEach(({ effectiveAt }, index) => {
    while ((occurrences[oldest] as Occurrence).effectiveAt + durationMs <= effectiveAt && oldest < index) oldest++;
    most = Math.max(most, index - oldest + 1);
  });
  return most;
}
