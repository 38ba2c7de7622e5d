// The root of what can be read.
import { ok, type Result } from "../../domain/errors.ts";
import { checkSchedule, refusePast } from "../../domain/input/schedule.ts";
import { checkInteger } from "../../domain/input/text.ts";
import { parseInstant } from "../../domain/instant.ts";
import { MAX_PAGE_SIZE } from "../../domain/limits.ts";
import { describeSchedule, timeZones, tzdataVersion } from "../../domain/schedule/index.ts";
import { eventCursor } from "./cursors.ts";
import { runConnection, taskConnection } from "./filters.ts";
import type { PreviewScheduleInput, Resolvers } from "./generated.ts";
import { readOverview } from "./overview.ts";
import { shownOccurrence, upcoming, zoneOf } from "./task.ts";

const DAY_MS = 86_400_000;

export const Query: Resolvers["Query"] = {
  task: (_, { id }, { loaders }) => loaders.task.load(id),
  tasks: (_, args, context) => taskConnection(context, { ...args, orderBy: args.orderBy }),
  run: (_, { id }, { loaders }) => loaders.run.load(id),
  runs: (_, args, context) => runConnection(context, { ...args, orderBy: args.orderBy }),
  previewSchedule: (_, { input }, { services }) => preview(input, services.clock.now()),
  modules: (_, __, { services }) => services.modules.list(),
  overview: (_, __, { services }) => readOverview(services),
  instances: (_, __, { services }) => services.store.instances(services.clock.now() - DAY_MS),
  server: (_, __, { services }) => ({
    version: services.version,
    now: services.clock.now(),
    database: services.store.kind,
    tzdataVersion: tzdataVersion(),
    timezones: [...timeZones()],
  }),
  eventCursor: async (_, __, { services }) => eventCursor(await services.store.headCursor()),
};

function preview(input: PreviewScheduleInput, now: number) {
  const checked = checkSchedule(["schedule"], input.schedule, now);
  const schedule =
    checked.ok && typeof input.after !== "string" ? refusePast(["schedule"], checked.value, now) : checked;
  const count = checkInteger(["first"], input.first, 1, MAX_PAGE_SIZE);
  const after: Result<number> = typeof input.after === "string" ? parseInstant(["after"], input.after) : ok(now);
  if (!schedule.ok || !count.ok || !after.ok) {
    const userErrors = [schedule, count, after].flatMap((result) => (result.ok ? [] : result.errors));
    return { description: null, timezone: null, occurrences: [], userErrors: userErrors.map(mutable) };
  }
  const timezone = zoneOf(schedule.value);
  return {
    description: describeSchedule(schedule.value),
    timezone,
    occurrences: upcoming(schedule.value, after.value, count.value).map((found) => shownOccurrence(timezone, found)),
    userErrors: [],
  };
}

/** The generated types want arrays that could be written to. */
export const mutable = <T extends { field: readonly string[] | null }>(error: T) => ({
  ...error,
  field: error.field === null ? null : [...error.field],
});
