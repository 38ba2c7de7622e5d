// What the task form holds. All kinds of schedule keep their values while another is chosen. Nothing is asked of the API here.
import type {
  CatchUpOrder,
  CrashPolicy,
  EveryFrom,
  FollowUpOn,
  FollowUpPayload,
  GapRule,
  HttpMethod,
  MissedRunPolicy,
  OverlapPolicy,
  RepeatRule,
  RetryAction,
  RetryBackoff,
} from "../../gql/graphql";
import type { Unit } from "../../ui/duration";
import { wallClock } from "../../ui/format";
import { now } from "../../ui/now";
import { browserZone } from "../../ui/zone";

export type PartKind = "cron" | "every" | "once" | "rrule";
export type Kind = PartKind | "startup" | "manual" | "union";
export type TargetChoice = "module" | "http" | "shell" | "worker";
/** From where an interval is counted: the moment of saving, a chosen instant, or full hours and days with a shift. */
export type Counted = "saving" | "instant" | "round";

/** Null: the default rule. */
export interface ClockRules {
  gap: GapRule | null;
  repeat: RepeatRule | null;
}

/** A schedule, or one of several that are united. */
export interface PartValues {
  kind: Kind;
  cron: { expression: string; timezone: string } & ClockRules;
  /** `2026-11-23` and `14:00:00`. `at` is set when the user chose one of two instants. */
  once: { date: string | null; time: string; timezone: string; at: string | null; grace: string | null };
  every: {
    amount: number | string;
    unit: Unit;
    counted: Counted;
    anchor: string | null;
    phase: string;
    from: EveryFrom;
  };
  rrule: { rule: string; date: string | null; time: string; timezone: string } & ClockRules;
  startup: { delay: string };
}

/** An empty zone is the schedule's. */
export interface ExclusionValues {
  kind: "calendar" | "dates" | "cron";
  calendarId: string | null;
  from: string | null;
  until: string | null;
  expression: string;
  timezone: string;
}

/** An empty number: however many; an age of null: however old. */
export interface RetentionRuleValues {
  maxAge: string | null;
  maxCount: number | string;
}
/** Null: as the server's setting says. */
export type RetentionValues = Record<"succeeded" | "failed" | "other", RetentionRuleValues | null>;

/** An empty text: any. */
export interface RetryRuleValues {
  httpStatus: string;
  errorCode: string;
  exitCode: string;
  action: RetryAction;
}

/** A target; all kinds keep their values while another is chosen. */
export interface TargetValues {
  targetKind: TargetChoice;
  module: { name: string };
  worker: { queue: string };
  http: {
    url: string;
    method: HttpMethod;
    headers: { name: string; value: string }[];
    body: string;
    expectedStatus: string[];
    /** The name of a secret; empty: the request is not signed. */
    signingSecret: string;
  };
  /** `command` and `script` keep their values while the other one is chosen. */
  shell: {
    how: "command" | "script";
    command: string[];
    script: string;
    cwd: string;
    env: { name: string; value: string }[];
    successExitCodes: string[];
    stopGrace: string;
  };
}

export interface FormValues extends TargetValues {
  name: string;
  description: string;
  schedule: PartValues;
  /** What is united, when the schedule is of that kind. */
  parts: PartValues[];
  exclusions: ExclusionValues[];
  startAt: string | null;
  endAt: string | null;
  /** Empty: no limit. */
  maxRuns: number | string;
  jitter: string;
  /** Empty: the name. */
  hashSeed: string;
  fallbackOn: boolean;
  /** Kept while it is off. */
  fallback: TargetValues;
  payload: string;
  retry: {
    maxAttempts: number | string;
    initialDelay: string;
    maxDelay: string;
    factor: number | string;
    jitter: boolean;
    backoff: RetryBackoff;
    /** With the backoff LIST. */
    delays: string[];
    maxAge: string | null;
    honorRetryAfter: boolean;
    rules: RetryRuleValues[];
  };
  timeout: string;
  queueTimeout: string | null;
  startTimeout: string | null;
  silenceTimeout: string | null;
  /** A worker's target names its own. */
  queue: string | null;
  queueKey: string;
  priority: number | string;
  overlapPolicy: OverlapPolicy;
  overlapBuffer: number | string;
  missedRunPolicy: MissedRunPolicy;
  catchUpWindow: string;
  catchUpLimit: number | string;
  catchUpOrder: CatchUpOrder;
  /** Empty: as fast as slots allow. */
  catchUpRate: number | string;
  startDeadline: string | null;
  hold: { whenMoreThan: number | string; for: string } | null;
  onCrash: CrashPolicy;
  /** Empty: never. */
  pauseAfterFailures: number | string;
  retention: RetentionValues;
  followUps: { on: FollowUpOn; taskId: string | null; payload: FollowUpPayload }[];
  paused: boolean;
}

export const NEW_PART: PartValues = {
  kind: "cron",
  cron: { expression: "0 9 * * *", timezone: browserZone, gap: null, repeat: null },
  once: { date: null, time: "09:00:00", timezone: browserZone, at: null, grace: null },
  every: { amount: 15, unit: "minutes", counted: "saving", anchor: null, phase: "PT0S", from: "ANCHOR" },
  rrule: {
    rule: "FREQ=MONTHLY;BYDAY=-1FR",
    date: wallClock(new Date(now()).toISOString(), browserZone).slice(0, 10),
    time: "09:00:00",
    timezone: browserZone,
    gap: null,
    repeat: null,
  },
  startup: { delay: "PT0S" },
};

export const NEW_EXCLUSION: ExclusionValues = {
  kind: "calendar",
  calendarId: null,
  from: null,
  until: null,
  expression: "",
  timezone: "",
};

const NEW_TARGET: TargetValues = {
  targetKind: "module",
  module: { name: "" },
  worker: { queue: "" },
  http: { url: "", method: "GET", headers: [], body: "", expectedStatus: [], signingSecret: "" },
  shell: {
    how: "command",
    command: [""],
    script: "",
    cwd: "",
    env: [],
    successExitCodes: [],
    stopGrace: "PT5S",
  },
};

/** The API's own defaults, shown so that they can be read before they are changed. */
export const NEW_TASK: FormValues = {
  name: "",
  description: "",
  schedule: NEW_PART,
  parts: [NEW_PART, { ...NEW_PART, cron: { ...NEW_PART.cron, expression: "0 18 * * *" } }],
  exclusions: [],
  startAt: null,
  endAt: null,
  maxRuns: "",
  jitter: "PT0S",
  hashSeed: "",
  ...NEW_TARGET,
  fallbackOn: false,
  fallback: { ...NEW_TARGET, targetKind: "http", http: { ...NEW_TARGET.http, method: "POST" } },
  payload: "",
  retry: {
    maxAttempts: 3,
    initialDelay: "PT5S",
    maxDelay: "PT10M",
    factor: 2,
    jitter: true,
    backoff: "EXPONENTIAL",
    delays: ["PT10S", "PT1M", "PT10M"],
    maxAge: null,
    honorRetryAfter: true,
    rules: [],
  },
  timeout: "PT5M",
  queueTimeout: null,
  startTimeout: null,
  silenceTimeout: null,
  queue: null,
  queueKey: "",
  priority: 0,
  overlapPolicy: "SKIP",
  overlapBuffer: 10,
  missedRunPolicy: "LAST",
  catchUpWindow: "P1D",
  catchUpLimit: 10,
  catchUpOrder: "OLDEST_FIRST",
  catchUpRate: "",
  startDeadline: null,
  hold: null,
  onCrash: "RETRY",
  pauseAfterFailures: "",
  retention: { succeeded: null, failed: null, other: null },
  followUps: [],
  paused: false,
};
