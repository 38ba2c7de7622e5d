// When a task runs as a user gives it, checked: the schedule with its exclusions, bounds and jitter.
import { canonicalJson } from "../canonical-json.ts";
import { parseDuration } from "../duration.ts";
import { ok, type Result, refuse, shown } from "../errors.ts";
import { parseInstant, shownInstant } from "../instant.ts";
import { JITTER_MS, KEY_LENGTH, MAX_EXCLUSIONS, MAX_RUNS } from "../limits.ts";
import { calendarIds, timetableFor } from "../plan-context.ts";
import type { Store } from "../ports.ts";
import type { Exclusion, Timing } from "../timing.ts";
import { Collector } from "./collect.ts";
import { checkExclusion, type ExclusionInput } from "./exclusion.ts";
import { checkSchedule, refusePast, type ScheduleInput } from "./schedule.ts";
import { checkInteger, checkText } from "./text.ts";

type Maybe<T> = T | null | undefined;

export interface TimingInput {
  readonly schedule?: Maybe<ScheduleInput>;
  readonly exclusions?: Maybe<readonly ExclusionInput[]>;
  readonly startAt?: Maybe<string>;
  readonly endAt?: Maybe<string>;
  readonly maxRuns?: Maybe<number>;
  readonly jitter?: Maybe<string>;
  /** Of a new task only. */
  readonly hashSeed?: Maybe<string>;
}

export type TimingSpec = Timing & { readonly maxRuns: number | null };

type Calendars = Pick<Store, "calendarsById">;

/**
 * `current`: what fields that are undefined keep; without it the schedule must be given. `past`: whether a schedule with nothing left
 * to come is accepted, as in a preview from an instant in the past.
 */
export async function checkTiming(
  current: TimingSpec | undefined,
  input: TimingInput,
  { now, seed, past = false }: { readonly now: number; readonly seed: string; readonly past?: boolean },
  calendars: Calendars,
): Promise<Result<TimingSpec>> {
  const collector = new Collector();
  const hashSeed =
    typeof input.hashSeed === "string"
      ? collector.take(checkText(["hashSeed"], input.hashSeed, { most: KEY_LENGTH, example: "nightly backup" }))
      : (current?.seed ?? seed);
  const schedule = input.schedule
    ? collector.take(givenSchedule(current, input.schedule, { now, seed: hashSeed ?? seed }, past))
    : current?.schedule;
  const exclusions = input.exclusions
    ? collector.take(await checkExclusions(input.exclusions, calendars))
    : (current?.exclusions ?? []);
  const bound = (name: "startAt" | "endAt"): number | null | undefined => {
    const text = input[name];
    if (text === undefined) return current?.[name] ?? null;
    return text === null ? null : collector.take(parseInstant([name], text));
  };
  const startAt = bound("startAt");
  const endAt = bound("endAt");
  if (typeof startAt === "number" && typeof endAt === "number" && startAt > endAt) {
    const why = `endAt ${shownInstant(endAt)} is before startAt ${shownInstant(startAt)}; a later instant is expected.`;
    collector.take(refuse("OUT_OF_RANGE", ["endAt"], why));
  }
  const maxRuns =
    typeof input.maxRuns === "number"
      ? collector.take(checkInteger(["maxRuns"], input.maxRuns, 1, MAX_RUNS))
      : input.maxRuns === null
        ? null
        : (current?.maxRuns ?? null);
  const jitterMs =
    typeof input.jitter === "string"
      ? collector.take(parseDuration(["jitter"], input.jitter, JITTER_MS))
      : (current?.jitterMs ?? 0);
  const checked = collector.finish(() => {
    return { schedule, exclusions, startAt, endAt, maxRuns, jitterMs, seed: hashSeed } as TimingSpec;
  });
  if (!checked.ok || past) return checked;
  return current !== undefined && canonicalJson(checked.value) === canonicalJson(timingOf(current))
    ? checked
    : refuseEmpty(checked.value, now, calendars);
}

export const timingOf = (task: TimingSpec): TimingSpec => {
  const { schedule, exclusions, startAt, endAt, maxRuns, jitterMs, seed } = task;
  return { schedule, exclusions, startAt, endAt, maxRuns, jitterMs, seed };
};

function givenSchedule(
  current: TimingSpec | undefined,
  input: ScheduleInput,
  context: { readonly now: number; readonly seed: string },
  past: boolean,
): Result<Timing["schedule"]> {
  const checked = checkSchedule(["schedule"], input, context);
  // A form that sends the whole task may repeat an instant that has passed meanwhile.
  const kept = checked.ok && current && canonicalJson(checked.value) === canonicalJson(current.schedule);
  return checked.ok && !kept && !past ? refusePast(["schedule"], checked.value, context.now) : checked;
}

async function checkExclusions(
  inputs: readonly ExclusionInput[],
  calendars: Calendars,
): Promise<Result<readonly Exclusion[]>> {
  if (inputs.length > MAX_EXCLUSIONS) {
    const why = `exclusions has ${inputs.length} entries; at most ${MAX_EXCLUSIONS} are allowed. A calendar holds any number of dates.`;
    return refuse("OUT_OF_RANGE", ["exclusions"], why);
  }
  const collector = new Collector();
  const found = inputs.map((input, index) => collector.take(checkExclusion(["exclusions", String(index)], input)));
  const checked = collector.finish(() => found as Exclusion[]);
  if (!checked.ok) return checked;
  const known = await calendars.calendarsById(calendarIds(checked.value));
  for (const [index, each] of checked.value.entries()) {
    if (each.kind !== "CALENDAR" || known.has(each.calendarId)) continue;
    const field = ["exclusions", String(index), "calendarId"];
    collector.take(
      refuse("NOT_FOUND", field, `No calendar has the id ${shown(each.calendarId)}. The query calendars lists them.`),
    );
  }
  return collector.finish(() => checked.value);
}

/** Bounds and exclusions must leave something to come, else the task would be over before it began. */
async function refuseEmpty(spec: TimingSpec, now: number, calendars: Calendars): Promise<Result<TimingSpec>> {
  const { schedule, startAt, endAt, exclusions } = spec;
  if (schedule.kind === "STARTUP" || schedule.kind === "MANUAL" || (schedule.kind === "ONCE" && schedule.at <= now))
    return ok(spec);
  if ((await timetableFor(calendars, spec)).next(now) !== null) return ok(spec);
  if (endAt !== null && endAt <= now) {
    const why = `endAt is set to ${shownInstant(endAt)}, which is past: it is now ${shownInstant(now)}. Choose a later instant.`;
    return refuse("DATE_IN_PAST", ["endAt"], why);
  }
  const what = [
    ...(exclusions.length > 0 ? ["the exclusions"] : []),
    ...(startAt !== null || endAt !== null ? ["the bounds startAt and endAt"] : []),
  ].join(" and ");
  return refuse(
    "OUT_OF_RANGE",
    ["schedule"],
    `The schedule never runs: ${what || "its own rules"} leave no occurrence after ${shownInstant(now)}.`,
  );
}
