// Answers what a schedule, or an edit of one, would do, without saving it.
import type { UserError as DomainError, Result } from "../../domain/errors.ts";
import { checkId, checkInteger } from "../../domain/input/text.ts";
import { checkTiming, type TimingInput, type TimingSpec, timingOf } from "../../domain/input/timing.ts";
import { parseInstant } from "../../domain/instant.ts";
import { MAX_PAGE_SIZE } from "../../domain/limits.ts";
import { timetableFor } from "../../domain/plan-context.ts";
import { describeSchedule, localTime, type Occurrence, scheduleRemarks } from "../../domain/schedule/index.ts";
import { compareOccurrences, predictOverlaps } from "../../domain/task-change.ts";
import type { Schedule } from "../../domain/types.ts";
import type { Services } from "./context.ts";
import { mutable } from "./errors.ts";
import type { PreviewScheduleInput, PreviewTaskChangeInput, SchedulePreview, TaskChangePreview } from "./generated.ts";
import { shownOccurrence, shownOmission, zoneOf } from "./occurrences.ts";

const DAY_MS = 86_400_000;
/** Occurrences of a window on either side of an edit. */
const MAX_COMPARED = 1_000;
const SAMPLE = 100;

const errorsOf = (...results: readonly Result<unknown>[]): DomainError[] =>
  results.flatMap((result) => (result.ok ? [] : [...result.errors]));

export async function previewSchedule(
  input: PreviewScheduleInput,
  { clock, store }: Services,
): Promise<SchedulePreview> {
  const now = clock.now();
  const { first, after, hashSeed, ...timing } = input;
  const count = checkInteger(["first"], first, 1, MAX_PAGE_SIZE);
  const from: Result<number> = typeof after === "string" ? parseInstant(["after"], after) : { ok: true, value: now };
  const past = typeof after === "string";
  const spec = await checkTiming(
    undefined,
    { ...timing, hashSeed: hashSeed ?? "" } as TimingInput,
    { now, seed: "", past },
    store,
  );
  if (!spec.ok || !count.ok || !from.ok) {
    const userErrors = errorsOf(spec, count, from).map(mutable);
    return { description: null, timezone: null, occurrences: [], omitted: [], remarks: [], userErrors };
  }
  const { schedule, maxRuns } = spec.value;
  const timezone = zoneOf(schedule);
  const table = await timetableFor(store, spec.value);
  const limit = Math.min(count.value, maxRuns ?? count.value);
  const late = past ? null : withinGrace(schedule, now);
  const occurrences = late ? [late] : table.between(from.value, Number.MAX_SAFE_INTEGER, limit);
  const until = occurrences.at(-1)?.at ?? from.value + 366 * DAY_MS;
  return {
    description: describeSchedule(schedule),
    timezone,
    occurrences: occurrences.map((each) => shownOccurrence(timezone, each)),
    omitted: table.omissions(from.value, until, MAX_PAGE_SIZE).map(shownOmission),
    remarks: scheduleRemarks(schedule),
    userErrors: [],
  };
}

/** A one-time schedule whose instant has passed within its grace: the task would run as soon as it is created. */
function withinGrace(schedule: Schedule, now: number): Occurrence | null {
  if (schedule.kind !== "ONCE" || schedule.at > now) return null;
  const message = "This instant has passed; within its grace the task runs as soon as it is created.";
  return { at: schedule.at, effectiveAt: now, notes: [{ kind: "ASSUMED", message }] };
}

const NOTHING: TaskChangePreview = {
  from: null,
  until: null,
  truncated: false,
  added: [],
  removed: [],
  moved: [],
  unchanged: null,
  overlaps: null,
  userErrors: [],
};

export async function previewTaskChange(
  input: PreviewTaskChangeInput,
  { clock, store }: Services,
): Promise<TaskChangePreview> {
  const now = clock.now();
  const refused = (...errors: DomainError[]): TaskChangePreview => ({ ...NOTHING, userErrors: errors.map(mutable) });
  const id = checkId(["id"], input.id);
  if (!id.ok) return refused(...id.errors);
  const task = (await store.tasksById([input.id])).get(input.id);
  if (!task || task.deletedAt !== null)
    return refused({ code: "NOT_FOUND", field: ["id"], message: `No task has the id "${input.id}".` });
  const instant = (field: "from" | "until", otherwise: number): Result<number> =>
    typeof input[field] === "string" ? parseInstant([field], input[field]) : { ok: true, value: otherwise };
  const from = instant("from", now);
  const until = instant("until", (from.ok ? from.value : now) + 14 * DAY_MS);
  const edited = await checkTiming(task, input as TimingInput, { now, seed: task.seed, past: true }, store);
  if (!from.ok || !until.ok || !edited.ok) return refused(...errorsOf(from, until, edited));
  if (until.value <= from.value) {
    const message = "until is not after from. Example: two weeks later.";
    return refused({ code: "OUT_OF_RANGE", field: ["until"], message });
  }
  const look = async (timing: TimingSpec) =>
    (await timetableFor(store, timing)).between(from.value - 1, until.value, MAX_COMPARED + 1);
  const [before, after] = [await look(timingOf(task)), await look(edited.value)];
  // Beyond the last instant that both lists reach, the shorter look would seem to add or to remove.
  const cuts = [before, after].flatMap((list) =>
    list.length > MAX_COMPARED ? [(list[MAX_COMPARED - 1] as { at: number }).at] : [],
  );
  const end = Math.min(until.value, ...cuts);
  const within = (list: typeof before) => list.filter(({ at }) => at <= end);
  const zone = zoneOf(edited.value.schedule);
  const change = compareOccurrences(within(before), within(after), (at) => localTime(zone, at).local.slice(0, 10));
  const shown = (each: (typeof before)[number]) => shownOccurrence(zone, each);
  return {
    from: from.value,
    until: end,
    truncated: cuts.length > 0,
    added: change.added.map(shown),
    removed: change.removed.map(shown),
    moved: change.moved.map((each) => ({ from: shown(each.from), to: shown(each.to) })),
    unchanged: change.unchanged,
    overlaps: predictOverlaps(await store.durations(task.id, SAMPLE), within(before), within(after)),
    userErrors: [],
  };
}
