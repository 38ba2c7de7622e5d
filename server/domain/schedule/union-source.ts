// Every instant that any of several sources names, once, with the notes of all that name it.

import type { ChangeEffect } from "./clock-changes.ts";
import type { SpecCheck } from "./occurrences.ts";
import { countOneByOne, type Moment, type Source } from "./source.ts";

export interface Member {
  readonly source: Source;
  readonly description: string;
}

/** Remembers its last answer, which holds for every `after` from the one asked to the moment found: walking a union asks again. */
function remembering(source: Source): (after: number) => Moment | null {
  let from = Number.POSITIVE_INFINITY;
  let found: Moment | null = null;
  return (after) => {
    if (after < from || (found !== null && after >= found.at)) {
      from = after;
      found = source.next(after);
    }
    return found;
  };
}

/** Each member, the clock changes around the instant, then the whole. */
function unionChecks(members: readonly Member[], description: string, at: number): SpecCheck[] {
  const asked = members.map((member) => {
    const checks = member.source.checks(at);
    return { ...member, checks, against: checks.find(({ passed }) => passed === false) };
  });
  const naming = asked.filter(({ against }) => against === undefined).length;
  const passed = naming > 0;
  const verdict = (against: boolean): boolean | null => (against ? (passed ? null : false) : true);
  const changes = asked.flatMap(({ checks, against }) =>
    checks.flatMap((check) =>
      check.kind !== "CLOCK_CHANGE" ? [] : [against !== undefined && passed ? { ...check, passed: null } : check],
    ),
  );
  return [
    ...asked.map(({ against, description: words }): SpecCheck => {
      const message = against === undefined ? "names it" : `does not name it: ${against.message}`;
      return { kind: "SCHEDULE", passed: verdict(against !== undefined), message, description: words };
    }),
    ...changes.filter(({ message }, i) => changes.findIndex((other) => other.message === message) === i),
    {
      kind: "SCHEDULE",
      passed,
      message: `named by ${naming === 0 ? "none" : naming} of the ${members.length} schedules`,
      description,
    },
  ];
}

export function unionSource(members: readonly Member[], description: string): Source {
  const nexts = members.map(({ source }) => remembering(source));
  const union = {
    next(after: number): Moment | null {
      let earliest: Moment | null = null;
      for (const next of nexts) {
        const found = next(after);
        if (found === null) continue;
        if (earliest === null || found.at < earliest.at) earliest = found;
        else if (found.at === earliest.at) earliest = { at: found.at, notes: [...earliest.notes, ...found.notes] };
      }
      return earliest;
    },
  };
  return {
    next: union.next,
    count: (after, until) => countOneByOne(union, after, until),
    effects: (after, until, limit): ChangeEffect[] =>
      members
        .flatMap(({ source }) => source.effects(after, until, limit))
        .sort((a, b) => a.impact.changeAt - b.impact.changeAt)
        .slice(0, limit),
    checks: (at) => unionChecks(members, description, at),
  };
}
