// Occurrences as the API shows them: on the wall clock of their schedule's zone.
import type { ClockChangeImpact, Occurrence, Omission } from "../../domain/schedule/index.ts";
import { localTime } from "../../domain/schedule/index.ts";

export { timezoneOf as zoneOf } from "../../domain/schedule/index.ts";

export const shownOccurrence = (timezone: string, { at, effectiveAt, notes }: Occurrence) => ({
  at,
  effectiveAt,
  ...localTime(timezone, at),
  note: notes.length === 0 ? null : notes.map(({ message }) => message).join(" "),
  notes: [...notes],
});

export const shownOmission = (omission: Omission) => ({ ...omission });

export const shownImpact = <T>(task: T, impact: ClockChangeImpact) => ({ task, ...impact });
