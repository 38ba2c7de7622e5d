// The executable schema: schema.graphql as it stands in the package, with the resolvers of this folder.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { type GraphQLSchema, isScalarType } from "graphql";
import { PACKAGE_ROOT } from "../../package.ts";
import { ApiToken, Session, User, Viewer } from "./access.ts";
import { AuditActor, AuditEntry, auditMutations } from "./audit.ts";
import { Backfill } from "./backfill.ts";
import { RunEvent, TaskEvent } from "./event.ts";
import { Calendar, CalendarExclusion, CronExclusion, DateExclusion, Exclusion } from "./exclusion.ts";
import { ExclusionCheck, OccurrenceCheck, RunCheck, ScheduleCheck } from "./explanation.ts";
import { FollowUp } from "./follow-up.ts";
import type { Resolvers } from "./generated.ts";
import { Instance } from "./instance.ts";
import { Mutation } from "./mutation.ts";
import { Membership, Namespace } from "./namespace.ts";
import { enforceNeeds } from "./needs.ts";
import { Overview } from "./overview.ts";
import { Query } from "./query.ts";
import { Queue, QueueRate } from "./queue.ts";
import { Attempt, LogLine, Run } from "./run.ts";
import { scalars } from "./scalars.ts";
import {
  CronSchedule,
  EverySchedule,
  ManualSchedule,
  OnceSchedule,
  RruleSchedule,
  Schedule,
  StartupSchedule,
  UnionSchedule,
} from "./schedule.ts";
import { Secret } from "./secret.ts";
import { HttpTarget, ModuleTarget, ShellTarget, Target, WorkerTarget } from "./target.ts";
import { RetentionRule, RetryPolicy, Task } from "./task.ts";
import { Webhook, WebhookDelivery, WebhookFilter } from "./webhook.ts";

export const schemaText = (): string => readFileSync(join(PACKAGE_ROOT, "schema.graphql"), "utf8");

export function createSchema(): GraphQLSchema {
  const resolvers = {
    ...scalars,
    ApiToken,
    AuditActor,
    AuditEntry,
    Session,
    User,
    Viewer,
    Attempt,
    Backfill,
    Calendar,
    CalendarExclusion,
    CronExclusion,
    CronSchedule,
    DateExclusion,
    EverySchedule,
    Exclusion,
    ExclusionCheck,
    FollowUp,
    HttpTarget,
    Instance,
    LogLine,
    ManualSchedule,
    Membership,
    ModuleTarget,
    Mutation,
    Namespace,
    OccurrenceCheck,
    OnceSchedule,
    Overview,
    Query,
    Queue,
    QueueRate,
    Secret,
    RetentionRule,
    RetryPolicy,
    RruleSchedule,
    Run,
    RunCheck,
    RunEvent,
    Schedule,
    ScheduleCheck,
    ShellTarget,
    StartupSchedule,
    Target,
    Task,
    TaskEvent,
    UnionSchedule,
    Webhook,
    WebhookDelivery,
    WebhookFilter,
    WorkerTarget,
  } as Resolvers;
  const schema = makeExecutableSchema({
    typeDefs: schemaText(),
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: "error", requireResolversForResolveType: "error" },
  });
  // The resolvers' scalars bring descriptions of their own; the contract's words are the ones that hold.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || !type.astNode) continue;
    type.description = type.astNode.description?.value;
    type.specifiedByURL = undefined;
  }
  return auditMutations(enforceNeeds(schema));
}
