// Enforces `@needs` of schema.graphql, in this one place for every transport: a field that declares a right is resolved for nobody else.
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, getDirectiveValues, isObjectType } from "graphql";
import { mayDo, type Right, type Viewer } from "../../domain/access.ts";
import { RequestError } from "../../domain/errors.ts";
import type { Context } from "./context.ts";

type Field = GraphQLField<unknown, Context>;

interface Need {
  /** Null: for everybody who has signed in. */
  readonly right: Right | null;
  readonly of: "NAMESPACE" | "SERVER";
}

/** By field. Fields that are not here may be read by whoever may read their parent. */
const needs = new WeakMap<Field, Need>();

/** @throws RequestError FORBIDDEN */
export function assertMay(field: GraphQLField<unknown, never>, parent: string, viewer: Viewer): void {
  const need = needs.get(field as unknown as Field);
  if (need === undefined) return;
  const rights = need.of === "SERVER" ? viewer.serverRights : viewer.rights;
  if (mayDo({ rights }, need.right)) return;
  const where = need.of === "SERVER" ? "for the server" : `in the namespace ${viewer.namespace.name}`;
  throw new RequestError(
    "FORBIDDEN",
    `${parent}.${field.name} needs the right ${need.right} ${where}; ${viewer.name} has ${rights.join(", ") || "none"} there.`,
  );
}

/** @throws Error for a root field that declares nothing */
export function enforceNeeds(schema: GraphQLSchema): GraphQLSchema {
  const directive = schema.getDirective("needs");
  if (!directive) throw new Error("schema.graphql has no directive @needs");
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const declared = field.astNode && getDirectiveValues(directive, field.astNode);
      if (declared) enforce(field as Field, type.name, { right: null, ...(declared as Partial<Need>) } as Need);
      else if (roots.has(type)) throw new Error(`${type.name}.${field.name} does not say what it @needs`);
    }
  }
  return schema;
}

function enforce(field: Field, parent: string, need: Need): void {
  needs.set(field, need);
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    assertMay(field as GraphQLField<unknown, never>, parent, context.viewer);
    return resolve(source, args, context, info);
  };
}
