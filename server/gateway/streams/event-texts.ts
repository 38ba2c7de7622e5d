// Events as JSON outside GraphQL operations: the same fields, spelled and resolved as in the API.

import { type DocumentNode, execute, type GraphQLSchema, parse } from "graphql";
import { ANYBODY, type Viewer } from "../../domain/access.ts";
import type { Event } from "../../domain/types.ts";
import { createContext, type Services } from "../graphql/context.ts";

const RUN =
  parse(`subscription { runEvents { cursor sequence at type run { id task { id name } state trigger scheduledFor dueAt startedAt
  finishedAt late latenessMs durationMs attempt maxAttempts why error { code message } progress progressMessage } } }`);
const TASK =
  parse(`subscription { taskEvents { cursor at type task { id name state version nextRunAt pauseReason pausedAt updatedAt
  deletedAt } } }`);

export type EventTexts = (events: readonly Event[]) => Promise<string[]>;

/** As whoever sees the namespace is told them. What they name is loaded once for all of them. */
export function createEventTexts(
  schema: GraphQLSchema,
  services: Services,
  { namespace }: Pick<Viewer, "namespace">,
): EventTexts {
  return async (events) => {
    const contextValue = createContext(services, { ...ANYBODY, namespace });
    const text = async (document: DocumentNode, field: string, event: Event) => {
      const { data, errors } = await execute({ schema, document, contextValue, rootValue: { [field]: event } });
      if (errors?.[0]) throw errors[0];
      return JSON.stringify({ kind: event.kind, ...(data?.[field] as object) });
    };
    return Promise.all(
      events.map((event) => (event.kind === "RUN" ? text(RUN, "runEvents", event) : text(TASK, "taskEvents", event))),
    );
  };
}
