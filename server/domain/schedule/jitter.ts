// When a run starts after its nominal instant: a delay that spreads the tasks, the same for all occurrences of one task
// (so an hourly task stays hourly), and never as far as the next occurrence.

import type { Timing } from "../timing.ts";
import { elapsedWords } from "./describe.ts";
import type { Occurrence } from "./occurrences.ts";
import type { Moment, Source } from "./source.ts";
import { stableFraction } from "./stable-hash.ts";

/** The last occurrence has the whole window. Delays are whole seconds. */
export function jitterOf({ seed, jitterMs }: Timing, source: Source): (moment: Moment) => Occurrence {
  if (jitterMs === 0) return ({ at, notes }) => ({ at, effectiveAt: at, notes });
  const fraction = stableFraction(`${seed}\njitter`);
  return ({ at, notes }) => {
    const next = source.next(at);
    const window = next === null ? jitterMs : Math.min(jitterMs, next.at - at);
    const delayMs = Math.floor((fraction * window) / 1000) * 1000;
    if (delayMs === 0) return { at, effectiveAt: at, notes };
    const message = `starts ${elapsedWords(delayMs)} later: this task's place within ${elapsedWords(jitterMs)}`;
    return {
      at,
      effectiveAt: at + delayMs,
      notes: [...notes, { kind: "JITTERED", message }],
    };
  };
}
