// Parses and validates operations, and remembers those that are sent again and again.
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { complexityRule, MAX_TOKENS } from "./complexity.ts";

const MOST_KEPT = 500;
/** Longer ones are not worth their place. */
const LONGEST_KEPT = 20_000;

export interface Documents {
  /** The document, or what is wrong with it. */
  read(query: string): DocumentNode | readonly GraphQLError[];
}

export function createDocuments(schema: GraphQLSchema): Documents {
  const kept = new Map<string, DocumentNode>();
  return {
    read(query) {
      const known = kept.get(query);
      if (known) return known;
      const document = check(schema, query);
      if (Array.isArray(document) || query.length > LONGEST_KEPT) return document;
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
      kept.set(query, document as DocumentNode);
      return document;
    },
  };
}

/** The document, or what is wrong with it. */
export function check(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const errors = validate(schema, document, [...specifiedRules, complexityRule]);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    return [new GraphQLError("The operation is nested too deep.", { extensions: { code: "QUERY_TOO_COMPLEX" } })];
  }
}
