// A schedule as a user gives it, checked.
import { parseDuration } from "../duration.ts";
import { ok, type Result, refuse, shown } from "../errors.ts";
import { parseInstant, shownInstant, shownLength } from "../instant.ts";
import { GRACE_MS, INTERVAL_MS, MAX_UNION, STARTUP_DELAY_MS } from "../limits.ts";
import {
  canonicalTimeZone,
  parseCronSchedule,
  parseRrule,
  resolveLocal,
  spentReason,
  timetableOf,
} from "../schedule/index.ts";
import {
  type ClockChangeRules,
  type GapRule,
  type OnceSchedule,
  type RepeatRule,
  type Schedule,
  UNBOUNDED,
  type UnitedSchedule,
} from "../timing.ts";
import { Collector } from "./collect.ts";

type Maybe<T> = T | null | undefined;

interface ClockChangeInput {
  readonly gap?: Maybe<GapRule>;
  readonly repeat?: Maybe<RepeatRule>;
}

/** Exactly one field is set; the API's `@oneOf` sees to it. */
export interface ScheduleInput {
  readonly cron?: Maybe<{ readonly expression: string; readonly timezone: string } & ClockChangeInput>;
  readonly once?: Maybe<OnceInput>;
  readonly every?: Maybe<EveryInput>;
  readonly rrule?: Maybe<
    { readonly rule: string; readonly start: string; readonly timezone: string } & ClockChangeInput
  >;
  readonly manual?: Maybe<boolean>;
  readonly startup?: Maybe<{ readonly delay: string }>;
  readonly union?: Maybe<{ readonly of: readonly ScheduleInput[] }>;
}

interface OnceInput {
  readonly at?: Maybe<string>;
  readonly local?: Maybe<string>;
  readonly timezone?: Maybe<string>;
  readonly grace?: Maybe<string>;
}

interface EveryInput {
  readonly interval: string;
  readonly anchor?: Maybe<string>;
  readonly phase?: Maybe<string>;
  readonly from?: Maybe<"ANCHOR" | "LAST_END">;
}

/** `now` anchors `every` without an anchor, `seed` is what `H` is hashed from. */
export interface ScheduleContext {
  readonly now: number;
  readonly seed: string;
}

/** Whether a `once` or a year lies in the past is the caller's affair: `refusePast`. */
export function checkSchedule(
  field: readonly string[],
  input: ScheduleInput,
  context: ScheduleContext,
): Result<Schedule> {
  if (input.cron) {
    const { expression, timezone, gap, repeat } = input.cron;
    return parseCronSchedule([...field, "cron"], expression, timezone, { ...context, ...rules(gap, repeat) });
  }
  if (input.once) return checkOnce([...field, "once"], input.once);
  if (input.every) return checkEvery([...field, "every"], input.every, context.now);
  if (input.rrule) {
    const { rule, start, timezone, gap, repeat } = input.rrule;
    const parsed = parseRrule([...field, "rrule"], rule, start, timezone);
    return parsed.ok ? ok({ ...parsed.value, ...rules(gap, repeat) }) : parsed;
  }
  if (input.startup) {
    const delay = parseDuration([...field, "startup", "delay"], input.startup.delay, STARTUP_DELAY_MS);
    return delay.ok ? ok({ kind: "STARTUP", delayMs: delay.value }) : delay;
  }
  if (input.manual) return ok({ kind: "MANUAL" });
  if (input.union) return checkUnion([...field, "union", "of"], input.union.of, context);
  return refuse(
    "REQUIRED",
    field,
    'schedule needs one of cron, once, every, rrule, startup, manual (true) and union. Example: { every: { interval: "PT1H" } }.',
  );
}

/** Absent stands for the default, so that equal schedules are stored alike. */
const rules = (gap: Maybe<GapRule>, repeat: Maybe<RepeatRule>): ClockChangeRules => ({
  ...(gap ? { gap } : {}),
  ...(repeat ? { repeat } : {}),
});

function checkUnion(
  field: readonly string[],
  inputs: readonly ScheduleInput[],
  context: ScheduleContext,
): Result<Schedule> {
  if (inputs.length < 2 || inputs.length > MAX_UNION) {
    const range = `2 to ${MAX_UNION}`;
    return refuse(
      "OUT_OF_RANGE",
      field,
      `of has ${inputs.length} schedules; ${range} are allowed. Example: two cron schedules.`,
    );
  }
  const collector = new Collector();
  const members = inputs.map((input, index) => {
    const path = [...field, String(index)];
    const member = collector.take(checkSchedule(path, input, context));
    if (member === undefined) return undefined;
    const after = member.kind === "EVERY" && member.after === "END";
    if (member.kind !== "STARTUP" && member.kind !== "MANUAL" && member.kind !== "UNION" && !after) return member;
    const what =
      member.kind === "EVERY" ? "an interval from the end of the last run" : `a ${member.kind.toLowerCase()} schedule`;
    collector.take(
      refuse(
        "ILLEGAL_STATE",
        path,
        `${what} cannot be united with others; cron, once, every from its anchor and rrule can.`,
      ),
    );
    return undefined;
  });
  return collector.finish(() => ({ kind: "UNION", of: members as UnitedSchedule[] }));
}

function checkEvery(field: readonly string[], input: EveryInput, now: number): Result<Schedule> {
  const collector = new Collector();
  const intervalMs = collector.take(parseDuration([...field, "interval"], input.interval, INTERVAL_MS));
  const fallback = typeof input.phase === "string" ? 0 : wholeSecond(now);
  const anchor =
    typeof input.anchor === "string" ? collector.take(parseInstant([...field, "anchor"], input.anchor)) : fallback;
  const most = Math.max(0, (intervalMs ?? INTERVAL_MS.most) - 1_000);
  const phase =
    typeof input.phase === "string"
      ? collector.take(parseDuration([...field, "phase"], input.phase, { least: 0, most }))
      : 0;
  return collector.finish(() => ({
    kind: "EVERY",
    intervalMs: intervalMs as number,
    anchor: (anchor as number) + (phase as number),
    ...(input.from === "LAST_END" ? { after: "END" as const } : {}),
  }));
}

/** People read schedules in seconds. */
const wholeSecond = (now: number): number => Math.floor(now / 1000) * 1000;

function checkOnce(field: readonly string[], input: OnceInput): Result<Schedule> {
  const once = readOnce(field, input);
  if (typeof input.grace !== "string") return once;
  const grace = parseDuration([...field, "grace"], input.grace, GRACE_MS);
  if (!once.ok || !grace.ok)
    return { ok: false, errors: [once, grace].flatMap((each) => (each.ok ? [] : each.errors)) };
  return ok({ ...once.value, graceMs: grace.value });
}

function readOnce(field: readonly string[], input: OnceInput): Result<OnceSchedule> {
  const { at, local } = input;
  const timezone = typeof input.timezone === "string" ? canonicalTimeZone(input.timezone) : null;
  if (typeof input.timezone === "string" && timezone === null) {
    return refuse(
      "INVALID_TIME_ZONE",
      [...field, "timezone"],
      `timezone ${shown(input.timezone)} is not an IANA time zone name. Example: "Europe/Berlin".`,
    );
  }
  if (at && local) return refuse("BAD_REQUEST", field, "once takes either at, or local with timezone, not both.");
  if (at) {
    const instant = parseInstant([...field, "at"], at);
    return instant.ok ? ok({ kind: "ONCE", at: instant.value, timezone }) : instant;
  }
  if (!local)
    return refuse(
      "REQUIRED",
      [...field, "at"],
      'once needs at, or local with timezone. Example: "2026-11-23T02:30:00Z".',
    );
  if (timezone === null) {
    return refuse(
      "REQUIRED",
      [...field, "timezone"],
      'local needs timezone: the zone whose clock it is read on. Example: "Europe/Berlin".',
    );
  }
  const instant = resolveLocal(field, local, timezone);
  return instant.ok ? ok({ kind: "ONCE", at: instant.value, timezone }) : instant;
}

/** A one-time schedule must lie in the future or within its grace, and so must something of a rule that ends. */
export function refusePast(field: readonly string[], schedule: Schedule, now: number): Result<Schedule> {
  switch (schedule.kind) {
    case "CRON": {
      const reason = spentReason(schedule, now);
      return reason === null ? ok(schedule) : refuse("INVALID_CRON", [...field, "cron", "expression"], reason);
    }
    case "ONCE":
      if (schedule.at > now - (schedule.graceMs ?? 0)) return ok(schedule);
      return refuse("DATE_IN_PAST", [...field, "once"], pastOnce(schedule, now));
    case "RRULE":
      return hasNext(schedule, now)
        ? ok(schedule)
        : refuse(
            "DATE_IN_PAST",
            [...field, "rrule"],
            `The rule ${shown(schedule.rule)} has no occurrence after ${shownInstant(now)}: it has ended.`,
          );
    case "UNION":
      return schedule.of.some((member) => hasNext(member, now))
        ? ok(schedule)
        : refuse(
            "DATE_IN_PAST",
            [...field, "union"],
            `None of the united schedules has an occurrence after ${shownInstant(now)}.`,
          );
    default:
      return ok(schedule);
  }
}

const hasNext = (schedule: Schedule, now: number): boolean =>
  timetableOf({ ...UNBOUNDED, schedule }, new Map()).next(now) !== null;

function pastOnce({ at, graceMs = 0 }: OnceSchedule, now: number): string {
  const past = `once is set to ${shownInstant(at)}, which is past: it is now ${shownInstant(now)}`;
  return graceMs > 0
    ? `${past}, and its grace of ${shownLength(graceMs)} is over. Choose a later instant or a longer grace.`
    : `${past}. Choose a later instant, give it a grace, or trigger a task by hand.`;
}
