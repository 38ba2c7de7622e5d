// The root of what can be read.
import { formatDuration } from "../../domain/duration.ts";
import { timeZones, tzdataVersion } from "../../domain/schedule/index.ts";
import { accessQueries } from "./access.ts";
import { auditConnection } from "./audit.ts";
import { eventCursor } from "./cursors.ts";
import { explanation } from "./explanation.ts";
import { runConnection, taskConnection } from "./filters.ts";
import { clockChangeImpacts, upcoming } from "./future.ts";
import type { Resolvers } from "./generated.ts";
import { namespaceQueries } from "./namespace.ts";
import { readOverview } from "./overview.ts";
import { previewSchedule, previewTaskChange } from "./preview.ts";
import { tzdataChange } from "./tzdata.ts";

const DAY_MS = 86_400_000;

export const Query: Resolvers["Query"] = {
  ...accessQueries,
  ...namespaceQueries,
  auditEntries: (_, args, context) => auditConnection(context, args),
  task: (_, { id }, { loaders }) => loaders.task.load(id),
  tasks: (_, args, context) => taskConnection(context, { ...args, orderBy: args.orderBy }),
  run: (_, { id }, { loaders }) => loaders.run.load(id),
  runs: (_, args, context) => runConnection(context, { ...args, orderBy: args.orderBy }),
  previewSchedule: (_, { input }, { services }) => previewSchedule(input, services),
  explainOccurrence: (_, { taskId, at }, context) => explanation(context, taskId, at),
  previewTaskChange: (_, { input }, { services }) => previewTaskChange(input, services),
  upcoming: (_, args, { services }) => upcoming(services, args),
  clockChangeImpacts: (_, { year, taskId }, { services }) => clockChangeImpacts(services, year, taskId),
  calendars: (_, __, { services }) => services.store.calendars(),
  calendar: (_, { id }, { loaders }) => loaders.calendar.load(id),
  queues: (_, __, { services }) => services.store.queues(),
  queue: async (_, { name }, { services }) => (await services.store.queuesByName([name])).get(name) ?? null,
  webhooks: (_, __, { services }) => services.store.webhooks.list(),
  webhook: (_, { id }, { loaders }) => loaders.webhook.load(id),
  secrets: (_, __, { services }) => services.store.secrets(),
  backfill: (_, { id }, { loaders }) => loaders.backfill.load(id),
  modules: (_, __, { services }) => services.modules.list(),
  overview: (_, __, { services }) => readOverview(services),
  instances: (_, __, { services }) => services.store.instances(services.clock.now() - DAY_MS),
  server: async (_, __, { services, loaders }) => ({
    version: services.version,
    now: services.clock.now(),
    database: services.store.kind,
    trouble: services.store.health.trouble,
    tzdataVersion: tzdataVersion(),
    tzdataChange: await tzdataChange(services, loaders),
    timezones: [...timeZones()],
    secretsEnabled: services.vault !== null,
    runRetention: services.runRetentionMs === null ? null : formatDuration(services.runRetentionMs),
    shellAllowed: services.shellAllowed,
  }),
  eventCursor: async (_, __, { services }) => eventCursor(await services.store.headCursor()),
};
