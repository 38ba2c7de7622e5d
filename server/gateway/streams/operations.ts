// Carries out an operation whose answers go over HTTP as a stream: subscriptions by the groups that all transports share, the others
// as anywhere.
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from "graphql";
import type { Documents } from "../documents.ts";
import type { Gate } from "../gate.ts";
import { createContext, type Services } from "../graphql/context.ts";
import type { Live, Subscription } from "../live/live.ts";
import type { Reader } from "../live/reader.ts";
import type { By } from "../who.ts";
import type { OperationParams } from "./params.ts";

export interface OperationsOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly live: Live;
  readonly documents: Documents;
  readonly gate: Gate;
  readonly formatError: (error: unknown) => unknown;
}

export interface Operations {
  /** Which kind of operation it is; undefined when it is none that could be carried out. */
  kind(params: OperationParams): "query" | "mutation" | "subscription" | undefined;
  /** Answers of a subscription go to the reader; what it gives comes after them. */
  run(params: OperationParams, by: By, reader: Reader): Promise<Subscription | ExecutionResult>;
}

export function createOperations({
  schema,
  services,
  live,
  documents,
  gate,
  formatError,
}: OperationsOptions): Operations {
  const failed = (errors: readonly unknown[]): ExecutionResult => ({ errors: errors.map(formatError) as never });
  const isDocument = (read: DocumentNode | readonly GraphQLError[]): read is DocumentNode => !Array.isArray(read);
  return {
    kind({ query, operationName }) {
      const document = documents.read(query);
      return isDocument(document) ? getOperationAST(document, operationName)?.operation : undefined;
    },
    async run({ query, operationName, variables }, { viewer, origin }, reader) {
      const document = documents.read(query);
      if (!isDocument(document)) return failed(document);
      const subscribes = getOperationAST(document, operationName)?.operation === "subscription";
      let end = () => {};
      try {
        gate.introspection.assertMay(document, viewer);
        if (!subscribes) end = gate.flow.begin(viewer, origin.address);
      } catch (error) {
        return failed([error]);
      }
      const contextValue = createContext(services, viewer, { ...origin, transport: "STREAM" });
      const operation = { document, operationName, variableValues: variables, contextValue };
      if (subscribes) return live.open(operation, reader);
      const result = await Promise.resolve(execute({ schema, ...operation })).finally(end);
      return result.errors ? { ...result, errors: result.errors.map(formatError) as never } : result;
    },
  };
}

/** Sees a stream through to its end. */
export async function deliver(
  opened: Subscription | ExecutionResult,
  to: { tell(body: string): void; finish(): void; onClose(callback: () => void): void },
): Promise<void> {
  if (Symbol.asyncIterator in opened) {
    to.onClose(() => void opened.return(undefined));
    for await (const last of opened) to.tell(JSON.stringify(last));
  } else to.tell(JSON.stringify(opened));
  to.finish();
}
