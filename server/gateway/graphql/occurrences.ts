// Occurrences as the API shows them: on the wall clock of their schedule's zone.
import type { ClockChangeImpact, Note, Occurrence, Omission } from "../../domain/schedule/index.ts";
import { localTime } from "../../domain/schedule/index.ts";
import { sentence } from "../../domain/sentence.ts";

export { timezoneOf as zoneOf } from "../../domain/schedule/index.ts";

const shownNote = ({ kind, message }: Note) => ({ kind, message: sentence(message) });

export const shownOccurrence = (timezone: string, { at, effectiveAt, notes }: Occurrence) => ({
  at,
  effectiveAt,
  ...localTime(timezone, at),
  note: notes.length === 0 ? null : notes.map(({ message }) => sentence(message)).join(" "),
  notes: notes.map(shownNote),
});

export const shownOmission = (omission: Omission) => ({ ...omission, note: shownNote(omission.note) });

export const shownImpact = <T>(task: T, impact: ClockChangeImpact) => ({
  task,
  ...impact,
  message: sentence(impact.message),
});
