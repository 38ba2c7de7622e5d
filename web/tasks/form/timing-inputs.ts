// The timing half of the form as the API takes it: schedule, exclusions, bounds, jitter.
import type { ExclusionInput, PreviewScheduleInput, ScheduleInput } from "../../gql/graphql";
import { toIso } from "../../ui/duration";
import type { ClockRules, ExclusionValues, FormValues, PartValues } from "./values";

/** Rules that are left out are the default ones. */
const rules = ({ gap, repeat }: ClockRules) => ({ ...(gap && { gap }), ...(repeat && { repeat }) });

function onceInput({ date, time, timezone, at, grace }: PartValues["once"]): ScheduleInput | null {
  const more = { timezone, ...(grace && { grace }) };
  if (at) return { once: { at, ...more } };
  return date && timezone ? { once: { local: `${date}T${time}`, ...more } } : null;
}

function everyInput({ amount, unit, counted, anchor, phase, from }: PartValues["every"]): ScheduleInput | null {
  if (!(Number(amount) > 0)) return null;
  const counting = counted === "round" ? { phase } : counted === "instant" && anchor ? { anchor } : {};
  if (counted === "instant" && !anchor) return null;
  return {
    every: {
      interval: toIso({ amount: Number(amount), unit }),
      ...counting,
      ...(from === "LAST_END" && { from }),
    },
  } as ScheduleInput;
}

function partInput(part: PartValues): ScheduleInput | null {
  const { kind, cron, rrule } = part;
  if (kind === "cron") {
    const expression = cron.expression.trim();
    if (!expression || !cron.timezone) return null;
    return { cron: { expression, timezone: cron.timezone, ...rules(cron) } };
  }
  if (kind === "rrule") {
    const rule = rrule.rule.trim();
    if (!rule || !rrule.date) return null;
    return { rrule: { rule, start: `${rrule.date}T${rrule.time}`, timezone: rrule.timezone, ...rules(rrule) } };
  }
  if (kind === "once") return onceInput(part.once);
  if (kind === "every") return everyInput(part.every);
  if (kind === "manual") return { manual: true };
  return { startup: { delay: part.startup.delay } };
}

/** Null while something needed is still empty. */
export function scheduleInput({ schedule, parts }: Pick<FormValues, "schedule" | "parts">): ScheduleInput | null {
  if (schedule.kind !== "union") return partInput(schedule);
  const of = parts.map(partInput);
  return of.every((each) => each !== null) ? { union: { of } } : null;
}

/** Null while something needed is still empty. */
function exclusionInput(values: ExclusionValues): ExclusionInput | null {
  const zone = values.timezone ? { timezone: values.timezone } : {};
  if (values.kind === "calendar") return values.calendarId ? { calendarId: values.calendarId } : null;
  if (values.kind === "cron") {
    const expression = values.expression.trim();
    return expression ? { cron: { expression, ...zone } } : null;
  }
  const { from, until } = values;
  return from ? { dates: { from, ...(until && { until }), ...zone } } : null;
}

export interface TimingInput {
  exclusions: ExclusionInput[];
  startAt: string | null;
  endAt: string | null;
  maxRuns: number | null;
  jitter: string;
}

/** Exclusions that are not filled in yet are left out. */
export function timingInput(values: FormValues): TimingInput {
  return {
    exclusions: values.exclusions.map(exclusionInput).filter((each) => each !== null),
    startAt: values.startAt,
    endAt: values.endAt,
    maxRuns: values.maxRuns === "" ? null : Number(values.maxRuns),
    jitter: values.jitter,
  };
}

/** Where the exclusions of the input stand in the form. */
export const exclusionPlaces = (values: FormValues): number[] =>
  values.exclusions.flatMap((each, place) => (exclusionInput(each) === null ? [] : [place]));

export function previewInput(values: FormValues, first: number): PreviewScheduleInput | null {
  const schedule = scheduleInput(values);
  if (schedule === null) return null;
  return { schedule, ...timingInput(values), hashSeed: values.hashSeed.trim() || values.name.trim() || null, first };
}
