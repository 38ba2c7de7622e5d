// When a task runs, as plain data: its schedule, what is left out of it, its bounds and its spread. Instants are milliseconds since
// 1970 UTC, lengths of time milliseconds. A field that is absent means the default, so that stored schedules stay valid.

/** What becomes of local times that a clock change leaves out. */
export const GAP_RULES = ["NEXT_VALID", "PREVIOUS_VALID", "SKIP"] as const;
export type GapRule = (typeof GAP_RULES)[number];
/** Which pass of repeated local times counts. */
export const REPEAT_RULES = ["FIRST", "SECOND", "BOTH"] as const;
export type RepeatRule = (typeof REPEAT_RULES)[number];

/** Absent: Vixie cron's rule as in DESIGN §3.10. */
export interface ClockChangeRules {
  readonly gap?: GapRule;
  readonly repeat?: RepeatRule;
}

export interface CronSchedule extends ClockChangeRules {
  readonly kind: "CRON";
  /** As the user wrote it, white space collapsed. */
  readonly expression: string;
  /** IANA name. */
  readonly timezone: string;
  /** What `H` is hashed from; present only where the expression has an `H`. */
  readonly seed?: string;
}

export interface OnceSchedule {
  readonly kind: "ONCE";
  readonly at: number;
  /** Zone to show the instant in; null when it was given with an offset only. */
  readonly timezone: string | null;
  /** How long after `at` the task may be created and still run. Absent: not at all. */
  readonly graceMs?: number;
}

export interface EverySchedule {
  readonly kind: "EVERY";
  readonly intervalMs: number;
  /** Occurrences fall on anchor + n × interval, n whole and not negative. */
  readonly anchor: number;
  /** The interval is counted from the end of the run before; `anchor` is the first occurrence. */
  readonly after?: "END";
}

/** A recurrence rule of RFC 5545, read on a zone's wall clock. */
export interface RruleSchedule extends ClockChangeRules {
  readonly kind: "RRULE";
  /** The value of RRULE, for example `FREQ=MONTHLY;BYDAY=-1FR`; upper case. */
  readonly rule: string;
  /** DTSTART as local time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly start: string;
  readonly timezone: string;
}

/** Once whenever a scheduler starts. Names no instant beforehand. */
export interface StartupSchedule {
  readonly kind: "STARTUP";
  readonly delayMs: number;
}

/** Never by itself: by hand, or as a follow-up of another task. */
export interface ManualSchedule {
  readonly kind: "MANUAL";
}

export type UnitedSchedule = CronSchedule | OnceSchedule | EverySchedule | RruleSchedule;

/** Every instant that any of the schedules names, once. */
export interface UnionSchedule {
  readonly kind: "UNION";
  /** 2 to 20; an `every` of them is never counted from the end of a run. */
  readonly of: readonly UnitedSchedule[];
}

export type Schedule = UnitedSchedule | StartupSchedule | ManualSchedule | UnionSchedule;
export type ScheduleKind = Schedule["kind"];

/** Leaves out occurrences. A zone that is null is the schedule's. */
export type Exclusion =
  /** The instants that an expression matches, whole minutes when it has five fields. */
  | { readonly kind: "CRON"; readonly expression: string; readonly timezone: string | null }
  /** Whole days, `YYYY-MM-DD`, both ends included. */
  | { readonly kind: "DATES"; readonly from: string; readonly until: string; readonly timezone: string | null }
  | { readonly kind: "CALENDAR"; readonly calendarId: string };

/** A stretch of local time, `YYYY-MM-DDTHH:mm:ss`, the end not included. */
export interface CalendarEntry {
  readonly from: string;
  readonly until: string;
  readonly label: string | null;
}

/** A named, shared list of stretches of time that schedules can leave out. */
export interface Calendar {
  readonly id: string;
  readonly namespaceId: string;
  readonly name: string;
  readonly description: string | null;
  /** Null: the entries are read on the wall clock of the schedule that uses them. */
  readonly timezone: string | null;
  /** By their beginning. */
  readonly entries: readonly CalendarEntry[];
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** All that decides when a task runs, but for the number of its runs. */
export interface Timing {
  readonly schedule: Schedule;
  readonly exclusions: readonly Exclusion[];
  /** Nothing before this instant. */
  readonly startAt: number | null;
  /** Nothing after this instant. */
  readonly endAt: number | null;
  /** The window over which the starts of different tasks are spread; 0: none. */
  readonly jitterMs: number;
  /** What jitter and `H` are hashed from: the task's name when it was created. */
  readonly seed: string;
}

/** A timing with nothing but a schedule. */
export const UNBOUNDED: Omit<Timing, "schedule"> = {
  exclusions: [],
  startAt: null,
  endAt: null,
  jitterMs: 0,
  seed: "",
};
