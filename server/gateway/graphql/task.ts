// Task, its policies and its occurrences.
import { formatDuration } from "../../domain/duration.ts";
import { RequestError } from "../../domain/errors.ts";
import { queueOf } from "../../domain/lanes.ts";
import { MAX_PAGE_SIZE } from "../../domain/limits.ts";
import { countPaused } from "../../domain/paused.ts";
import { planContext, timetableFor } from "../../domain/plan-context.ts";
import { runsLeft } from "../../domain/planning.ts";
import { auditConnection } from "./audit.ts";
import { runConnection } from "./filters.ts";
import type { Resolvers } from "./generated.ts";
import { shownOccurrence, zoneOf } from "./occurrences.ts";

const optionalDuration = (ms: number | null): string | null => (ms === null ? null : formatDuration(ms));

export const Task: Resolvers["Task"] = {
  timeout: (task) => formatDuration(task.timeoutMs),
  exclusions: (task) => [...task.exclusions],
  runCount: (task) => (task.maxRuns === null ? null : task.runCount),
  jitter: (task) => formatDuration(task.jitterMs),
  hashSeed: (task) => task.seed,
  catchUpWindow: (task) => formatDuration(task.catchUpWindowMs),
  catchUpLimit: (task) => task.catchUp.limit,
  catchUpOrder: (task) => task.catchUp.order,
  catchUpRate: (task) => task.catchUp.ratePerMinute,
  queue: queueOf,
  queueTimeout: (task) => optionalDuration(task.queueTimeoutMs),
  startTimeout: (task) => optionalDuration(task.startTimeoutMs),
  silenceTimeout: (task) => optionalDuration(task.silenceTimeoutMs),
  startDeadline: (task) => optionalDuration(task.startDeadlineMs),
  hold: ({ catchUp: { hold } }) => hold && { whenMoreThan: hold.whenMoreThan, for: formatDuration(hold.forMs) },
  followUps: (task) => [...task.followUps],
  heldRuns: (task, _, { loaders }) => loaders.heldRuns.load(task.id),
  backfills: (task, _, { loaders }) => loaders.backfills.load(task.id),
  occurrencesSincePause: async (task, _, { services }) => {
    if (task.state !== "PAUSED") return 0;
    const now = services.clock.now();
    return countPaused(task, await planContext(services.store, task, now, services.newId));
  },
  nextRunAt: (task) => (task.state === "ACTIVE" && task.deletedAt === null ? task.nextRunAt : null),
  upcoming: async (task, { first }, { services }) => {
    const limit = first ?? 5;
    if (limit < 1 || limit > MAX_PAGE_SIZE)
      throw new RequestError("OUT_OF_RANGE", `first ${limit} is outside 1 to ${MAX_PAGE_SIZE}.`);
    if (task.state !== "ACTIVE" || task.deletedAt !== null) return [];
    const timezone = zoneOf(task.schedule);
    const table = await timetableFor(services.store, task);
    const left =
      task.maxRuns === null ? limit : Math.min(limit, runsLeft(task, { pending: 0, going: 0, lastEnd: null }));
    const found = table.between(services.clock.now(), Number.MAX_SAFE_INTEGER, left);
    return found.map((occurrence) => shownOccurrence(timezone, occurrence));
  },
  lastRun: (task, _, { loaders }) => loaders.lastRun.load(task.id),
  history: (task, args, context) => auditConnection(context, args, { subjectKind: "TASK", subjectId: task.id }),
  runs: (task, args, context) => runConnection(context, { ...args, orderBy: args.orderBy }, task.id),
};

export const RetentionRule: Resolvers["RetentionRule"] = {
  maxAge: ({ maxAgeMs }) => optionalDuration(maxAgeMs),
};

export const RetryPolicy: Resolvers["RetryPolicy"] = {
  initialDelay: (retry) => formatDuration(retry.initialDelayMs),
  maxDelay: (retry) => formatDuration(retry.maxDelayMs),
  delays: (retry) => retry.delaysMs.map(formatDuration),
  maxAge: (retry) => optionalDuration(retry.maxAgeMs),
  rules: (retry) => [...retry.rules],
};
