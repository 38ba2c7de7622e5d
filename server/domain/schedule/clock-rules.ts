// What a wall-clock schedule does at a clock change: the rules chosen for it or, where none is, DESIGN §3.10's (Vixie
// cron's, made exact). Only the choice; the search carries it out.

import type { ClockChangeRules, GapRule, RepeatRule } from "../timing.ts";

export interface ClockRules {
  readonly gap: GapRule;
  readonly repeat: RepeatRule;
  /** A longer gap is a skipped part of the calendar, not a clock change: its times do not run. */
  readonly longestGapSeconds: number;
}

const MAKE_UP_SECONDS = 3 * 3600;

/** `wildcard`: the schedule follows the clock. A gap rule that was chosen holds for a gap of any length. */
export const clockRules = (chosen: ClockChangeRules, wildcard: boolean): ClockRules => ({
  gap: chosen.gap ?? (wildcard ? "SKIP" : "NEXT_VALID"),
  repeat: chosen.repeat ?? (wildcard ? "BOTH" : "FIRST"),
  longestGapSeconds: chosen.gap === undefined ? MAKE_UP_SECONDS : Number.POSITIVE_INFINITY,
});

export const gapRule = (rules: ClockRules, gapSeconds: number): GapRule =>
  gapSeconds <= rules.longestGapSeconds ? rules.gap : "SKIP";
