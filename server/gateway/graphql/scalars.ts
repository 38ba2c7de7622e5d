// The scalars. Answers are formatted strictly; inputs pass as text, so that the domain can name the field and the value in a
// `userError` instead of failing the whole request (docs/decisions/0004-scalars-as-text.md).
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLJSON, GraphQLSafeInt } from "graphql-scalars";
import { formatInstant } from "../../domain/instant.ts";

const MAX_TEXT = 2_048;
const EXAMPLES: Record<string, string> = {
  DateTime: "2026-11-23T02:30:00Z",
  LocalDateTime: "2026-11-23T02:30:00",
  Duration: "PT90M",
  TimeZone: "Europe/Berlin",
  Cursor: "WyJlIiwxXQ",
};

function textScalar(name: string, serialize: (value: unknown) => string): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value === "string" && value.length <= MAX_TEXT) return value;
    throw new GraphQLError(
      `${name} must be a text of at most ${MAX_TEXT} characters. Example: ${JSON.stringify(EXAMPLES[name])}.`,
      {
        extensions: { code: "BAD_REQUEST" },
      },
    );
  };
  return new GraphQLScalarType({
    name,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const scalars = {
  DateTime: textScalar("DateTime", (value) => (typeof value === "number" ? formatInstant(value) : String(value))),
  LocalDateTime: textScalar("LocalDateTime", String),
  Duration: textScalar("Duration", String),
  TimeZone: textScalar("TimeZone", String),
  Cursor: textScalar("Cursor", String),
  JSON: GraphQLJSON,
  SafeInt: GraphQLSafeInt,
};
