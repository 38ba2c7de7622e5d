// Random operations of the schema: any field, to a depth, with arguments that are right, nearly right or nonsense; and texts that are nearly operations.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

/** From 0 to below 1. */
export type Random = () => number;

const DEEPEST = 5;
const NASTY = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202e",
  "__proto__",
  "constructor",
  "'; DROP TABLE runs; --",
  "{{ secrets.X }}",
  "{{{{{{{{",
  "../../../etc/passwd",
  "a".repeat(5_000),
  "(a+)+$",
  "* * * * *",
  "0 0 31 2 *",
  "FREQ=DAILY;COUNT=999999999",
  "2026-02-30T25:61:00Z",
  "-9999-01-01T00:00:00Z",
  "P99999999999Y",
  "PT-1S",
  "Mars/Olympus",
  "\r\nX-Evil: 1",
  "http://[::1",
  "javascript:alert(1)",
  "WyJlIiwxXQ==",
  "9007199254740993",
];
const NUMBERS = [0, -1, 1, 100, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 1e308, 0.1, Number.NaN];

export function createOperations(schema: GraphQLSchema, random: Random, knownIds: readonly string[]) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (share: number): boolean => random() < share;

  /** As JSON, for variables. */
  function value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return chance(0.02) ? null : value(type.ofType, depth);
    if (chance(0.08)) return null;
    if (chance(0.03)) return pick<unknown>([...NASTY, ...NUMBERS, {}, [], [[]], true]);
    if (isListType(type)) return Array.from({ length: Math.floor(random() * 4) }, () => value(type.ofType, depth + 1));
    if (isEnumType(type)) return chance(0.05) ? "NO_SUCH" : pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const all = Object.values(type.getFields());
      const chosen = type.isOneOf
        ? [pick(all)]
        : all.filter((field) => isNonNullType(field.type) || chance(depth > 3 ? 0.1 : 0.35));
      return Object.fromEntries(chosen.map((field: GraphQLInputField) => [field.name, value(field.type, depth + 1)]));
    }
    switch (type.name) {
      case "ID":
        return chance(0.7) && knownIds.length > 0 ? pick(knownIds) : pick(NASTY);
      case "Int":
      case "SafeInt":
      case "Float":
        return chance(0.7) ? Math.floor(random() * 50) : pick(NUMBERS);
      case "Boolean":
        return chance(0.5);
      case "DateTime":
        return chance(0.7) ? new Date(Date.UTC(2026, 0, 1) + random() * 4e10).toISOString() : pick(NASTY);
      case "Duration":
        return chance(0.7) ? pick(["PT1S", "PT10M", "P1D", "PT0S", "P400D"]) : pick(NASTY);
      case "TimeZone":
        return chance(0.7) ? pick(["UTC", "Europe/Berlin", "America/New_York"]) : pick(NASTY);
      case "JSON":
        return pick<unknown>([
          null,
          1,
          "x",
          [1, [2, [3]]],
          { a: { b: {} } },
          { __proto__: 1 },
          JSON.parse('{"__proto__":{"polluted":true}}'),
        ]);
      case "String":
        return chance(0.5) ? pick(["*/5 * * * *", "ping", "http://127.0.0.1:9/", "call", "a b"]) : pick(NASTY);
      default:
        return pick(NASTY);
    }
  }

  function operation(): { query: string; variables: Record<string, unknown> } {
    const kind = pick(["query", "query", "query", "mutation", "mutation", "subscription"] as const);
    const root = schema.getRootType(kind as never);
    if (!root) throw new Error(`No ${kind}`);
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];

    const argument = (arg: GraphQLArgument): string => {
      const name = `v${declared.length}`;
      declared.push(`$${name}: ${String(arg.type)}`);
      variables[name] = value(arg.type, 0);
      return `${arg.name}: $${name}`;
    };
    const field = (each: GraphQLField<unknown, unknown>, depth: number): string => {
      const given = each.args.filter(
        (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || chance(0.3),
      );
      const args = given.length > 0 ? `(${given.map(argument).join(", ")})` : "";
      const alias = chance(0.1) ? `a${Math.floor(random() * 5)}: ` : "";
      const directive = chance(0.03) ? pick([" @include(if: true)", " @skip(if: false)", " @skip(if: true)"]) : "";
      return `${alias}${each.name}${args}${directive}${selection(each.type, depth + 1)}`;
    };
    function selection(type: GraphQLOutputType, depth: number): string {
      const named = getNamedType(type);
      if (!isCompositeType(named)) return "";
      if (depth > DEEPEST) return " { __typename }";
      if (isUnionType(named)) {
        const parts = named
          .getTypes()
          .filter(() => chance(0.5))
          .map((each) => `... on ${each.name}${selection(each, depth)}`);
        return ` { __typename ${parts.join(" ")} }`;
      }
      const all = isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : [];
      const chosen = all.filter(() => chance(depth > 2 ? 0.15 : 0.3));
      return ` { __typename ${chosen.map((each) => field(each, depth)).join(" ")} }`;
    }
    const fields = Object.values(root.getFields());
    const chosen =
      kind === "query" ? Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(fields)) : [pick(fields)];
    const body = chosen
      .map((each, at) => (chosen.length > 1 ? `f${at}: ` : "") + field(each, 0).replace(/^a\d: /, ""))
      .join(" ");
    const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
    return { query: `${kind}${head} { ${body} }`, variables };
  }

  /** Cut, doubled, or with a character changed. */
  function spoilt(text: string): string {
    const at = Math.floor(random() * text.length);
    return pick([
      () => text.slice(0, at),
      () => text.slice(0, at) + pick(NASTY) + text.slice(at),
      () => text.slice(0, at) + pick([...'{}()[]$@!:"\\#']) + text.slice(at + 1),
      () => text + text,
    ])();
  }
  return { operation, spoilt, pick, chance, NASTY };
}
