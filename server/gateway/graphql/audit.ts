// Enforces `@audit` of schema.graphql, in this one place for every transport: what a mutation changes is written down by the store that it
// is given, in the transaction of the change. And the audit as the API shows it.
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, getDirectiveValues } from "graphql";
import { mayDo } from "../../domain/access.ts";
import { type Act, audited, entryWith } from "../../domain/audit/audited.ts";
import type { AuditQuery, AuditSubjectKind, Fields } from "../../domain/audit/entry.ts";
import { isRefusal, refusalOf } from "../../domain/audit/refusals.ts";
import { administers } from "../../domain/commands/access.ts";
import type { ErrorCode, UserError } from "../../domain/errors.ts";
import type { Json } from "../../domain/types.ts";
import { connection, orderedCursors, type PageArgs, pageRequest } from "./connections.ts";
import type { Context } from "./context.ts";
import { instant, searched } from "./filters.ts";
import type { AuditFilter, Resolvers } from "./generated.ts";

type Field = GraphQLField<unknown, Context>;
interface Payload {
  readonly userErrors?: readonly UserError[];
}

/** @throws Error for a mutation that does not say whether it is audited */
export function auditMutations(schema: GraphQLSchema): GraphQLSchema {
  const directive = schema.getDirective("audit");
  if (!directive) throw new Error("schema.graphql has no directive @audit");
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const declared = field.astNode && getDirectiveValues(directive, field.astNode);
    if (!declared) throw new Error(`Mutation.${field.name} does not say whether to @audit it`);
    if (declared.of) audit(field as Field, declared.of as AuditSubjectKind);
  }
  return schema;
}

function audit(field: Field, of: AuditSubjectKind): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    const { services, origin } = context;
    const input = (args.input ?? {}) as Record<string, unknown>;
    const act: Act = {
      origin,
      action: field.name,
      of,
      changeId: services.newId(),
      undoes: field.name === "undoChange" && typeof input.changeId === "string" ? input.changeId.slice(0, 100) : null,
      idempotencyKey: typeof input.idempotencyKey === "string" ? input.idempotencyKey.slice(0, 200) : null,
    };
    const subject = { kind: of, id: typeof input.id === "string" ? input.id.slice(0, 100) : null, name: null };
    const { store, wrote } = audited(services.store, act, services);
    let payload: Payload;
    try {
      payload = (await resolve(source, args, { ...context, services: { ...services, store }, changeId: act.changeId }, info)) as Payload; // biome-ignore format: one line
    } catch (error) {
      const code = refusalOf(error);
      if (code) services.refusals.note(act, code, subject);
      throw error;
    }
    const refusal = payload.userErrors?.find(({ code }) => isRefusal(code as ErrorCode));
    if (refusal) services.refusals.note(act, refusal.code, subject);
    // What acts on the world and changes nothing here, such as a webhook's test.
    else if (!wrote() && !payload.userErrors?.length && !input.dryRun)
      await services.store.write((tx) => tx.audit.insert([entryWith(act, services, { subject })]));
    return payload;
  };
}

const newestFirst = orderedCursors({ field: "audit", direction: "DESC" });

export function auditQuery(filter: AuditFilter | null | undefined): AuditQuery {
  return {
    actorId: filter?.actorId ?? undefined,
    action: filter?.action?.length ? filter.action.slice(0, 50) : undefined,
    subjectKind: filter?.subjectKind ?? undefined,
    subjectId: filter?.subjectId ?? undefined,
    outcome: filter?.outcome ?? undefined,
    changeId: filter?.changeId ?? undefined,
    from: instant("from", filter?.from),
    before: instant("before", filter?.before),
    search: searched(filter?.search),
  };
}

export async function auditConnection(
  { services, viewer }: Context,
  args: PageArgs & { filter?: AuditFilter | null | undefined },
  more: AuditQuery = {},
) {
  const query = { ...auditQuery(args.filter), ...more, ofServer: administers(viewer) };
  return connection(await services.store.audit.entries(query, pageRequest(args, newestFirst)), newestFirst);
}

export const AuditEntry: Resolvers["AuditEntry"] = {
  namespace: ({ namespaceId }, _, { loaders }) => (namespaceId ? loaders.namespace.load(namespaceId) : null),
  // Where somebody was is for who administers; a task's own history is for who may read the task.
  address: ({ address }, _, { viewer }) => (mayDo(viewer, "ADMINISTER") ? address : null),
  userAgent: ({ userAgent }, _, { viewer }) => (mayDo(viewer, "ADMINISTER") ? userAgent : null),
  changes: ({ before, after }) => changesOf(before, after),
};

export const AuditActor: Resolvers["AuditActor"] = {
  user: ({ userId }, _, { loaders }) => (userId === null ? null : loaders.user.load(userId)),
};

export function changesOf(before: Fields | null, after: Fields | null): { field: string; before: Json; after: Json }[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }));
}
