// The least operation that asks for a root field: every required argument with some value of its type, and nothing of the answer.
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

const SCALARS: Readonly<Record<string, string>> = {
  ID: '"019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90"',
  String: '"a text that is long enough"',
  Int: "1",
  SafeInt: "1",
  Float: "0.5",
  Boolean: "false",
  DateTime: '"2026-11-23T02:30:00Z"',
  LocalDateTime: '"2026-11-23T02:30:00"',
  Duration: '"PT1M"',
  TimeZone: '"UTC"',
  JSON: "{}",
  Cursor: '"0"',
};

export function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name as string;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    // Of a @oneOf exactly one.
    const given = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{ ${given.map((field) => `${field.name}: ${literal(field.type)}`).join(", ")} }`;
  }
  const value = SCALARS[type.name];
  if (value === undefined) throw new Error(`No value for ${type.name}`);
  return value;
}

export interface Minimal {
  readonly kind: "query" | "mutation" | "subscription";
  readonly field: string;
  readonly text: string;
}

export function minimalOperations(schema: GraphQLSchema): Minimal[] {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return Object.entries(roots).flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => {
      const args = field.args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${literal(arg.type)}`);
      const call = args.length > 0 ? `(${args.join(", ")})` : "";
      const selection = isCompositeType(getNamedType(field.type)) ? " { __typename }" : "";
      return { kind: kind as Minimal["kind"], field: field.name, text: `${kind} { ${field.name}${call}${selection} }` };
    }),
  );
}
