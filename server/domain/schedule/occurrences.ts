// What the schedule engine answers: occurrences, what was left out and why, and the checks that explain an instant. Plain data;
// instants are milliseconds since 1970 UTC.

export const NOTE_KINDS = [
  "MOVED",
  "MERGED",
  "REPEATED",
  "FIRST_PASS",
  "SECOND_PASS",
  "DROPPED",
  "EXCLUDED",
  "JITTERED",
  "ASSUMED",
] as const;
/**
 * MOVED: its local time falls into a gap, so it runs at another one. MERGED: a gap's time joins a regular occurrence.
 * REPEATED: the second run at a local time that comes twice. FIRST_PASS, SECOND_PASS: its local time comes twice and only this pass
 * runs. DROPPED: a clock change leaves it out. EXCLUDED: an exclusion does. JITTERED: it starts later than its nominal time.
 * ASSUMED: it depends on something not yet known, such as the end of the run before.
 */
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface Note {
  readonly kind: NoteKind;
  /** A sentence for people. */
  readonly message: string;
}

export interface Occurrence {
  /** The nominal instant: identifies the occurrence. */
  readonly at: number;
  /** When the run is to start: the nominal instant and the task's jitter. */
  readonly effectiveAt: number;
  readonly notes: readonly Note[];
}

/** An instant or local time that the specs name and that does not run. */
export interface Omission {
  /** Null: the local time does not exist. */
  readonly at: number | null;
  /** `YYYY-MM-DDTHH:mm:ss` on the clock of `timezone`. */
  readonly local: string;
  readonly timezone: string;
  /** DROPPED or EXCLUDED. */
  readonly note: Note;
}

/** One step of an explanation. `passed` false: this check says that the instant is no occurrence; null: it has no say. */
export type SpecCheck =
  /** One field of a cron expression against the wall clock. */
  | {
      readonly kind: "FIELD";
      readonly passed: boolean;
      readonly message: string;
      readonly field: string;
      readonly expected: string;
      readonly actual: string;
    }
  /**
   * A schedule of another kind than cron, one of several that are united, or these as a whole. `passed` is null for a united
   * one that does not name the instant while another does.
   */
  | {
      readonly kind: "SCHEDULE";
      readonly passed: boolean | null;
      readonly message: string;
      readonly description: string;
    }
  /** A clock change within a day of the instant, and what it did. */
  | {
      readonly kind: "CLOCK_CHANGE";
      readonly passed: boolean | null;
      readonly message: string;
      readonly changeAt: number;
      readonly offsetBefore: string;
      readonly offsetAfter: string;
    }
  | {
      readonly kind: "BOUNDS";
      readonly passed: boolean;
      readonly message: string;
      readonly startAt: number | null;
      readonly endAt: number | null;
    }
  | {
      readonly kind: "EXCLUSION";
      readonly passed: boolean;
      readonly message: string;
      readonly calendarId: string | null;
    }
  | { readonly kind: "JITTER"; readonly passed: null; readonly message: string; readonly effectiveAt: number };

/** What a clock change does to a schedule. */
export interface ClockChangeImpact {
  readonly timezone: string;
  readonly changeAt: number;
  /** For example `+01:00`. */
  readonly offsetBefore: string;
  readonly offsetAfter: string;
  /** MOVED, MERGED, REPEATED, FIRST_PASS, SECOND_PASS or DROPPED. */
  readonly kind: NoteKind;
  /** When it runs; null: it does not. */
  readonly at: number | null;
  readonly local: string;
  readonly message: string;
}

/** A bounded count: `exact` false means that there are more. */
export interface Count {
  readonly count: number;
  readonly exact: boolean;
}

/** The occurrences of one task's timing. Pure: the same timing and calendars give the same answers for ever. */
export interface Timetable {
  /** Strictly later than `after`; null when none is left. */
  next(after: number): Occurrence | null;
  /** Strictly earlier than `before`; null when there was none. `next(previous(t).at)` is the first one at or after `t`. */
  previous(before: number): Occurrence | null;
  /** In (after, until], oldest first, at most `limit`. */
  between(after: number, until: number, limit: number): Occurrence[];
  /** How many are in (after, until]; exact up to at least 100,000. */
  count(after: number, until: number): Count;
  /** The newest `limit` in (after, until], oldest first, and how many there are in all. */
  newest(after: number, until: number, limit: number): { readonly occurrences: Occurrence[]; readonly total: Count };
  /** What clock changes and exclusions leave out of (after, until], oldest first, at most `limit`. */
  omissions(after: number, until: number, limit: number): Omission[];
  /**
   * Whether and why the instant is an occurrence, step by step, the schedule's own steps only. No check is false when and
   * only when it is one.
   */
  explain(at: number): { readonly occurrence: Occurrence | null; readonly checks: SpecCheck[] };
  /** What clock changes in (after, until] do, oldest first, at most `limit`. */
  impacts(after: number, until: number, limit: number): ClockChangeImpact[];
}
