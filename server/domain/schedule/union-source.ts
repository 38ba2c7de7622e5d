// Every instant that any of several sources names, once, with the notes of all that name it.

import { countOneByOne, type Moment, type Source } from "./source.ts";

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

export function unionSource(members: readonly Source[]): Source {
  const nexts = members.map(remembering);
  const union: Source = {
    next(after) {
      let earliest: Moment | null = null;
      for (const next of nexts) {
        const found = next(after);
        if (found === null) continue;
        if (earliest === null || found.at < earliest.at) earliest = found;
        else if (found.at === earliest.at) earliest = { at: found.at, notes: [...earliest.notes, ...found.notes] };
      }
      return earliest;
    },
    count: (after, until) => countOneByOne(union, after, until),
  };
  return union;
}
