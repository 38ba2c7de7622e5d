// Makes the server's resolver types and the web client's typed documents from schema.graphql.
import { writeFileSync } from "node:fs";
import { InMemoryCache } from "@apollo/client";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { type DocumentNode, print } from "graphql";
import { documentId } from "./tools/document-id.mjs";

/** The web client's operations as it sends them, with `__typename` everywhere: a manifest of trusted documents. */
const manifest = new Map<string, string>();
const cache = new InMemoryCache();
function remember(document: DocumentNode): { documentId: string } | undefined {
  if (!document.definitions.some(({ kind }) => kind === "OperationDefinition")) return undefined;
  const text = print(cache.transformDocument(document));
  manifest.set(documentId(text), text);
  return { documentId: documentId(text) };
}

const scalars = {
  DateTime: { input: "string", output: "number | string" },
  LocalDateTime: { input: "string", output: "string" },
  Duration: { input: "string", output: "string" },
  TimeZone: { input: "string", output: "string" },
  JSON: { input: "unknown", output: "unknown" },
  SafeInt: { input: "number", output: "number" },
  Cursor: { input: "string", output: "string" },
};

const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: ["web/**/*.{ts,tsx}", "!web/gql/**"],
  ignoreNoDocuments: true,
  hooks: {
    afterAllFileWrite: () => {
      const entries = [...manifest].sort(([a], [b]) => a.localeCompare(b));
      writeFileSync("web/gql/documents.json", `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
    },
  },
  generates: {
    "server/gateway/graphql/generated.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        scalars,
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: "./context.ts#Context",
        mappers: {
          Task: "../../domain/types.ts#Task as TaskModel",
          Run: "../../domain/types.ts#Run as RunModel",
          Attempt: "../../domain/types.ts#Attempt as AttemptModel",
          LogLine: "../../domain/types.ts#LogLine as LogLineModel",
          Instance: "../../domain/types.ts#Instance as InstanceModel",
          RunEvent: "../../events/news.ts#RunNews as RunEventModel",
          TaskEvent: "../../events/news.ts#TaskNews as TaskEventModel",
          Schedule: "../../domain/types.ts#Schedule as ScheduleModel",
          CronSchedule: "../../domain/types.ts#CronSchedule as CronScheduleModel",
          OnceSchedule: "../../domain/types.ts#OnceSchedule as OnceScheduleModel",
          EverySchedule: "../../domain/types.ts#EverySchedule as EveryScheduleModel",
          RruleSchedule: "../../domain/types.ts#RruleSchedule as RruleScheduleModel",
          StartupSchedule: "../../domain/types.ts#StartupSchedule as StartupScheduleModel",
          ManualSchedule: "../../domain/types.ts#ManualSchedule as ManualScheduleModel",
          UnionSchedule: "../../domain/types.ts#UnionSchedule as UnionScheduleModel",
          Exclusion: "./exclusion.ts#ExclusionModel",
          CronExclusion: "./exclusion.ts#ExclusionModel",
          DateExclusion: "./exclusion.ts#ExclusionModel",
          CalendarExclusion: "./exclusion.ts#ExclusionModel",
          Calendar: "../../domain/types.ts#Calendar as CalendarModel",
          Backfill: "../../domain/types.ts#Backfill as BackfillModel",
          FollowUp: "../../domain/types.ts#FollowUp as FollowUpModel",
          OccurrenceCheck: "./explanation.ts#OccurrenceCheckModel",
          FieldCheck: "./explanation.ts#FieldCheckModel",
          ScheduleCheck: "./explanation.ts#ScheduleCheckModel",
          ClockChangeCheck: "./explanation.ts#ClockChangeCheckModel",
          BoundsCheck: "./explanation.ts#BoundsCheckModel",
          ExclusionCheck: "./explanation.ts#ExclusionCheckModel",
          JitterCheck: "./explanation.ts#JitterCheckModel",
          TaskStateCheck: "./explanation.ts#TaskStateCheckModel",
          RunCheck: "./explanation.ts#RunCheckModel",
          Target: "../../domain/types.ts#Target as TargetModel",
          HttpTarget: "../../domain/types.ts#HttpTarget as HttpTargetModel",
          ModuleTarget: "../../domain/types.ts#ModuleTarget as ModuleTargetModel",
          ShellTarget: "../../domain/types.ts#ShellTarget as ShellTargetModel",
          WorkerTarget: "../../domain/types.ts#WorkerTarget as WorkerTargetModel",
          Overview: "./overview.ts#OverviewModel",
          Queue: "../../domain/types.ts#Queue as QueueModel",
          QueueRate: "../../domain/types.ts#QueueRate as QueueRateModel",
          Webhook: "../../domain/webhook.ts#Webhook as WebhookModel",
          WebhookFilter: "../../domain/webhook.ts#WebhookFilter as WebhookFilterModel",
          WebhookDelivery: "../../domain/webhook.ts#Delivery as WebhookDeliveryModel",
          Secret: "../../domain/types.ts#Secret as SecretModel",
          Namespace: "../../domain/namespace.ts#Namespace as NamespaceModel",
          Membership: "../../domain/ports.ts#Membership as MembershipModel",
          AuditEntry: "../../domain/audit/entry.ts#AuditEntry as AuditEntryModel",
          AuditActor: "../../domain/audit/entry.ts#AuditActor as AuditActorModel",
          Viewer: "../../domain/access.ts#Viewer as ViewerModel",
          User: "../../domain/access.ts#User as UserModel",
          Session: "../../domain/access.ts#Session as SessionModel",
          ApiToken: "../../domain/access.ts#ApiToken as ApiTokenModel",
          RetentionPolicy: "../../domain/types.ts#Retention as RetentionModel",
          RetentionRule: "../../domain/types.ts#RetentionRule as RetentionRuleModel",
          RetryPolicy: "../../domain/types.ts#RetryPolicy as RetryPolicyModel",
        },
        resolverTypeWrapperSignature: "T",
        maybeValue: "T | null | undefined",
        avoidOptionals: { defaultValue: true },
      },
    },
    "web/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false, onExecutableDocumentNode: remember },
      config: {
        scalars: { ...scalars, DateTime: { input: "string", output: "string" } },
        useTypeImports: true,
        enumsAsTypes: true,
      },
    },
  },
};

export default config;
