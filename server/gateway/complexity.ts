// Bounds what one operation may ask for, before anything of it is carried out; the same for HTTP and WebSocket. The cost counts
// objects that the answer may hold: a list multiplies what is inside it by its page size.
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { MAX_PAGE_SIZE, PAGE_SIZE } from "../domain/limits.ts";

/** Tokens of a document; parsing stops there. The introspection query of GraphiQL has some 400. */
export const MAX_TOKENS = 2_000;
const MAX_DEPTH = 16;
const MAX_COST = 25_000;
/** Lists that are longer than a page, and lists without `first` whose objects lead on to others. */
const LONG_LISTS: Readonly<Record<string, number>> = {
  "Query.upcoming": 500,
  "Query.calendars": 20,
  "Query.users": 100,
  "Query.apiTokens": 100,
  "User.sessions": 20,
  "Calendar.entries": 1_000,
  "Calendar.tasks": 100,
  "ClockChangeImpacts.nodes": 500,
  "TzdataChange.moved": 500,
  "Task.heldRuns": 100,
  "Task.backfills": 20,
  "OccurrenceExplanation.checks": 20,
};
const OBJECT_COST = 5;
const LEAF_COST = 1;

const tooComplex = (message: string, node: FieldNode) =>
  new GraphQLError(message, { nodes: [node], extensions: { code: "QUERY_TOO_COMPLEX" } });

/** The rule for `validate`. Introspection has bounds of its own in graphql-js. */
export function complexityRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation);
      if (!root) return;
      const counter = new CostCounter(context);
      counter.selections(operation.selectionSet, root.name, 1, 1);
    },
  };
}

class CostCounter {
  #cost = 0;
  #failed = false;

  constructor(private readonly context: ValidationContext) {}

  selections(set: SelectionSetNode, typeName: string, times: number, depth: number): void {
    for (const { field, type } of this.#fields(set, typeName, new Set())) {
      if (this.#failed) return;
      this.#field(field, type, times, depth);
    }
  }

  #field(node: FieldNode, typeName: string, times: number, depth: number): void {
    const definition = this.#definition(typeName, node.name.value);
    if (!definition) return;
    if (depth > MAX_DEPTH) {
      this.#fail(`The operation is nested more than ${MAX_DEPTH} levels deep. Ask for less at a time.`, node);
      return;
    }
    const type = getNamedType(definition.type);
    this.#cost += times * (isCompositeType(type) ? OBJECT_COST : LEAF_COST);
    if (this.#cost > MAX_COST) {
      this.#fail(
        `The operation may ask for too much: its cost is above ${MAX_COST}. Ask for fewer fields or smaller pages (first).`,
        node,
      );
      return;
    }
    if (node.selectionSet)
      this.selections(node.selectionSet, type.name, times * pageSize(node, typeName, definition), depth + 1);
  }

  #fail(message: string, node: FieldNode): void {
    this.#failed = true;
    this.context.reportError(tooComplex(message, node));
  }

  #definition(typeName: string, field: string): GraphQLField<unknown, unknown> | undefined {
    const type = this.context.getSchema().getType(typeName);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  }

  /** As execution collects them: a fragment counts once in a selection, so that doubling fragments cost nothing more. */
  *#fields(set: SelectionSetNode, typeName: string, seen: Set<string>): Generator<{ field: FieldNode; type: string }> {
    for (const selection of set.selections) {
      if (selection.kind === "Field") yield { field: selection, type: typeName };
      else if (selection.kind === "InlineFragment") {
        yield* this.#fields(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, seen);
      } else {
        const name = selection.name.value;
        const fragment: FragmentDefinitionNode | null | undefined = this.context.getFragment(name);
        if (!fragment || seen.has(name)) continue;
        seen.add(name);
        yield* this.#fields(fragment.selectionSet, fragment.typeCondition.name.value, seen);
      }
    }
  }
}

/** How many objects a field may give: its `first` or `last`, the largest page for a variable, the usual one for a list without. */
function pageSize(node: FieldNode, typeName: string, definition: GraphQLField<unknown, unknown>): number {
  const most = LONG_LISTS[`${typeName}.${node.name.value}`] ?? MAX_PAGE_SIZE;
  if (!definition.args.some((argument) => argument.name === "first")) {
    return LONG_LISTS[`${typeName}.${node.name.value}`] ?? 1;
  }
  const given = node.arguments?.find((argument) => argument.name.value === "first" || argument.name.value === "last");
  if (!given) return PAGE_SIZE;
  if (given.value.kind === "IntValue") return Math.max(1, Math.min(most, Number(given.value.value)));
  return given.value.kind === "NullValue" ? PAGE_SIZE : most;
}
