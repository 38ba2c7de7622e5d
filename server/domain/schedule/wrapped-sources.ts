// What takes occurrences away from a schedule: its bounds, and exclusions. Each wraps a source and adds its own step to
// explanations.

import { shownInstant } from "../instant.ts";
import type { CompiledExclusion } from "./exclusions.ts";
import { countOneByOne, SEARCH_MS, type Source } from "./source.ts";

function boundWords(at: number, startAt: number | null, endAt: number | null): string {
  if (startAt !== null && at < startAt) return `before the first instant allowed, ${shownInstant(startAt)}`;
  if (endAt !== null && at > endAt) return `after the last instant allowed, ${shownInstant(endAt)}`;
  const from = startAt === null ? [] : [`from ${shownInstant(startAt)}`];
  const until = endAt === null ? [] : [`until ${shownInstant(endAt)}`];
  return `within what is allowed: ${[...from, ...until].join(" ")}`;
}

/** Both bounds included. */
export function withinBounds(source: Source, startAt: number | null, endAt: number | null): Source {
  const first = (startAt ?? Number.NEGATIVE_INFINITY) - 1;
  const last = endAt ?? Number.POSITIVE_INFINITY;
  const inside = (at: number): boolean => at > first && at <= last;
  return {
    next(after) {
      const found = source.next(Math.max(after, first));
      return found === null || found.at > last ? null : found;
    },
    count: (after, until) => source.count(Math.max(after, first), Math.min(until, last)),
    effects: (after, until, limit) => source.effects(Math.max(after, first), Math.min(until, last), limit),
    checks: (at) => [
      ...source.checks(at),
      { kind: "BOUNDS", passed: inside(at), message: boundWords(at, startAt, endAt), startAt, endAt },
    ],
  };
}

/** So many excluded stretches in a row, or 100 years of them, and the search gives up: nothing is left. */
const MOST_STRETCHES = 100_000;

export function withoutExcluded(source: Source, exclusions: readonly CompiledExclusion[]): Source {
  /** Until when all is left out from an instant on; null when it is not left out. */
  function endOf(at: number): number | null {
    let end: number | null = null;
    for (const exclusion of exclusions) {
      const found = exclusion.endOf(at);
      if (found !== null && (end === null || found > end)) end = found;
    }
    return end;
  }
  const rest: Pick<Source, "next"> = {
    next(after) {
      let found = source.next(after);
      const last = found === null ? after : found.at + SEARCH_MS;
      for (let i = 0; i < MOST_STRETCHES && found !== null && found.at <= last; i++) {
        const end = endOf(found.at);
        if (end === null) return found;
        found = source.next(end - 1);
      }
      return null;
    },
  };
  return {
    next: rest.next,
    count: (after, until) => countOneByOne(rest, after, until),
    effects: (after, until, limit) =>
      source.effects(after, until, limit).filter(({ impact }) => endOf(impact.at ?? impact.changeAt) === null),
    checks: (at) => [
      ...source.checks(at),
      ...exclusions.map(({ calendarId, name, endOf: end, because }) => {
        const passed = end(at) === null;
        const message = passed ? `not in ${name}` : `left out by ${name} (${because(at)})`;
        return { kind: "EXCLUSION", passed, message, calendarId } as const;
      }),
    ],
  };
}
