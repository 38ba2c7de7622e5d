// Occurrences as the API shows them: on the wall clock of their schedule's zone.
import type { ClockChangeImpact, Occurrence, Omission } from "../../domain/schedule/index.ts";
import { localTime } from "../../domain/schedule/index.ts";
import type { Schedule } from "../../domain/types.ts";

/** The zone that a schedule's local times are shown in; of united schedules the first one's. */
export function zoneOf(schedule: Schedule): string {
  if (schedule.kind === "UNION") return schedule.of.map(zoneOf).find((zone) => zone !== "UTC") ?? "UTC";
  return ("timezone" in schedule && schedule.timezone) || "UTC";
}

export const shownOccurrence = (timezone: string, { at, effectiveAt, notes }: Occurrence) => ({
  at,
  effectiveAt,
  ...localTime(timezone, at),
  note: notes.length === 0 ? null : notes.map(({ message }) => message).join(" "),
  notes: [...notes],
});

export const shownOmission = (omission: Omission) => ({ ...omission });

export const shownImpact = <T>(task: T, impact: ClockChangeImpact) => ({ task, ...impact });
