// Enforces `@needs` of schema.graphql, in this one place for every transport: a field that declares a right is resolved for nobody else.
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, getDirectiveValues, isObjectType } from "graphql";
import { mayDo, type Right, type Viewer } from "../../domain/access.ts";
import { RequestError } from "../../domain/errors.ts";
import type { Context } from "./context.ts";

type Field = GraphQLField<unknown, Context>;

/** By field: the right, or null for everybody who has signed in. Fields that are not here may be read by whoever may read their parent. */
const needs = new WeakMap<Field, Right | null>();

/** @throws RequestError FORBIDDEN */
export function assertMay(field: GraphQLField<unknown, never>, parent: string, viewer: Viewer): void {
  const right = needs.get(field as unknown as Field);
  if (right === undefined || mayDo(viewer, right)) return;
  throw new RequestError(
    "FORBIDDEN",
    `${parent}.${field.name} needs the right ${right}; ${viewer.name} has ${viewer.rights.join(", ") || "none"}.`,
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
      if (declared) enforce(field as Field, type.name, (declared.right as Right | undefined) ?? null);
      else if (roots.has(type)) throw new Error(`${type.name}.${field.name} does not say what it @needs`);
    }
  }
  return schema;
}

function enforce(field: Field, parent: string, right: Right | null): void {
  needs.set(field, right);
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    assertMay(field as GraphQLField<unknown, never>, parent, context.viewer);
    return resolve(source, args, context, info);
  };
}
