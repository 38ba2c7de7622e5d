// Every operation that takes an id: for each place of an id in the arguments of each root field, the operation that shows one there. The
// schema is walked, so that a field of tomorrow is among them.
import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from "graphql";
import { literal } from "./minimal.ts";

const PLACE = "«id»";

/** What is known by its name and not by an id. */
const NAMES = ["name", "queue"];
type What = "id" | "name";

/** Ways to write a value of the type with an id in it; each has one. `field`: under which it stands. */
function withId(type: GraphQLInputType, what: What, field: string, depth = 0): string[] {
  if (isNonNullType(type)) return withId(type.ofType, what, field, depth);
  if (isListType(type)) return withId(type.ofType, what, field, depth).map((inner) => `[${inner}]`);
  if (isEnumType(type)) return [];
  if (!isInputObjectType(type)) {
    const fits = what === "id" ? type.name === "ID" : type.name === "String" && NAMES.includes(field);
    return fits ? [`"${PLACE}"`] : [];
  }
  if (depth > 4) return [];
  const fields = Object.values(type.getFields());
  return fields.flatMap((field) =>
    withId(field.type, what, field.name, depth + 1).map((value) => {
      const others = type.isOneOf ? [] : fields.filter((other) => other !== field && isRequiredInputField(other));
      const all = [...others.map((other) => `${other.name}: ${literal(other.type)}`), `${field.name}: ${value}`];
      return `{ ${all.join(", ")} }`;
    }),
  );
}

/** All fields without arguments of their own, some levels deep: what is told of others would stand in one of them. */
export function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return "";
  if (!isObjectType(named)) return " { __typename }";
  const fields = Object.values(named.getFields())
    .filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .filter((field) => !isCompositeType(getNamedType(field.type)) || depth > 1)
    .map((field) => field.name + selection(field.type, depth - 1));
  return ` { __typename ${fields.join(" ")} }`;
}

export interface Stealing {
  readonly kind: "query" | "mutation" | "subscription";
  readonly field: string;
  /** With an id in its place, and a selection so many levels deep. */
  text(id: string, depth: number): string;
}

/** `what`: ids, or names of what is known by its name. What makes something has a name of the caller's. */
export function stealing(schema: GraphQLSchema, what: What): Stealing[] {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return Object.entries(roots).flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((arg) =>
        (what === "name" && field.name.startsWith("create") ? [] : withId(arg.type, what, arg.name)).map(
          (value): Stealing => {
            const others = field.args.filter((other) => other !== arg && isNonNullType(other.type));
            const missing = others.filter(({ defaultValue }) => defaultValue === undefined);
            const args = [...missing.map((other) => `${other.name}: ${literal(other.type)}`), `${arg.name}: ${value}`];
            const call = `${kind} { ${field.name}(${args.join(", ")})`;
            return {
              kind: kind as Stealing["kind"],
              field: field.name,
              text: (id, depth) => `${call}${selection(field.type, depth)} }`.replaceAll(PLACE, id),
            };
          },
        ),
      ),
    ),
  );
}
