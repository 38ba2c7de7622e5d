// What an operation asks of its one subscription field: which arguments, and which selection. Two operations with the same selection
// and variables in it get the same answers, however they are written down and wherever they go on from.
import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  visit,
} from "graphql";
import type { Context } from "../graphql/context.ts";
import { assertMay } from "../graphql/needs.ts";

export interface LiveOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  readonly contextValue: Pick<Context, "viewer" | "origin">;
}

export interface Selected {
  readonly fieldName: string;
  /** Under which the answers stand. */
  readonly responseKey: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Equal for operations with the same answers. */
  readonly key: string;
}

interface Shape {
  readonly operation: OperationDefinitionNode;
  readonly field: FieldNode;
  readonly text: string;
  readonly variables: readonly string[];
}

const shapes = new WeakMap<DocumentNode, Map<string, Shape>>();

/** The first field, through fragments; validation has seen to it that there is one. */
function rootField(document: DocumentNode, selections: readonly SelectionNode[]): FieldNode | undefined {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) return selection;
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
          );
    const found =
      inner && "selectionSet" in inner ? rootField(document, inner.selectionSet?.selections ?? []) : undefined;
    if (found) return found;
  }
  return undefined;
}

function shapeOf(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const name = operation.name?.value ?? "";
  const known = shapes.get(document)?.get(name);
  if (known) return known;
  const field = rootField(document, operation.selectionSet.selections);
  if (!field) throw new GraphQLError("A subscription needs a field.", { extensions: { code: "BAD_REQUEST" } });
  const others = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const asked: FieldNode = { ...field, arguments: [] };
  const variables = new Set<string>();
  for (const node of [asked, ...others]) visit(node, { Variable: ({ name: { value } }) => void variables.add(value) });
  const text = [asked, ...others].map(print).join("\n");
  const shape = { operation, field, text, variables: [...variables].sort() };
  const ofDocument = shapes.get(document) ?? new Map<string, Shape>();
  shapes.set(document, ofDocument.set(name, shape));
  return shape;
}

/** @throws GraphQLError when an argument is wrong; answers errors of variables as a result. */
export function select(schema: GraphQLSchema, operation: LiveOperation): Selected | ExecutionResult {
  const node = getOperationAST(operation.document, operation.operationName);
  if (!node) throw new GraphQLError("Unable to identify operation", { extensions: { code: "BAD_REQUEST" } });
  const { field, text, variables } = shapeOf(operation.document, node);
  const { coerced, errors } = getVariableValues(schema, node.variableDefinitions ?? [], operation.variableValues ?? {});
  if (errors) return { errors };
  const definition = schema.getSubscriptionType()?.getFields()[field.name.value];
  if (!definition) throw new GraphQLError(`There is no subscription ${field.name.value}.`);
  const { viewer } = operation.contextValue;
  // Fields below may need other rights than the root.
  assertMay(definition, "Subscription", viewer);
  const used = variables.map((name) => [name, coerced?.[name]]);
  return {
    fieldName: field.name.value,
    responseKey: field.alias?.value ?? field.name.value,
    args: getArgumentValues(definition, field, coerced),
    key: `${text}\n${JSON.stringify(used)}\n${viewer.namespace.id} ${viewer.rights.join()} ${viewer.serverRights.join()}`,
  };
}
