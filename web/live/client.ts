// The Apollo client: queries and mutations over HTTP, subscriptions over the socket, one cache normalised by id.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ServerError } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { OperationTypeNode } from "graphql";
import { LiveLink } from "../../client/apollo.ts";
import { namespaceHeaders } from "../access/namespace";
import { leave } from "../access/session";
import { errorCode } from "../ui/errors";
import { documentIdOf, fetchByName } from "./document-id";
import { live } from "./socket";

const cache = new InMemoryCache({
  possibleTypes: {
    Schedule: [
      "CronSchedule",
      "OnceSchedule",
      "EverySchedule",
      "RruleSchedule",
      "StartupSchedule",
      "ManualSchedule",
      "UnionSchedule",
    ],
    Exclusion: ["CronExclusion", "DateExclusion", "CalendarExclusion"],
    OccurrenceCheck: [
      "FieldCheck",
      "ScheduleCheck",
      "ClockChangeCheck",
      "BoundsCheck",
      "ExclusionCheck",
      "JitterCheck",
      "TaskStateCheck",
      "RunCheck",
    ],
    Target: ["HttpTarget", "ModuleTarget", "ShellTarget", "WorkerTarget"],
  },
  typePolicies: {
    Query: {
      fields: {
        // A page that opens from a list shows at once what the list knew.
        task: {
          read: (existing, { args, toReference }) => existing ?? toReference({ __typename: "Task", id: args?.id }),
        },
        run: {
          read: (existing, { args, toReference }) => existing ?? toReference({ __typename: "Run", id: args?.id }),
        },
        queue: {
          read: (existing, { args, toReference }) =>
            existing === undefined ? toReference({ __typename: "Queue", name: args?.name }) : existing,
        },
        server: { merge: true },
        overview: { merge: true },
      },
    },
    Task: { fields: { schedule: { merge: true }, target: { merge: true }, retry: { merge: true } } },
    // A newer error replaces an older one; nothing of the older is worth keeping.
    Run: { fields: { error: { merge: (_, incoming) => incoming } } },
    Attempt: { keyFields: false },
    Queue: { keyFields: ["name"], fields: { tasks: { merge: false } } },
    TaskModule: { keyFields: ["name"] },
    Namespace: { keyFields: ["name"], fields: { members: { merge: false } } },
    Membership: { keyFields: false },
  },
});

/** The sign-in has ended, here or elsewhere. */
const strangers = new ErrorLink(({ error }) => {
  if (errorCode(error) === "UNAUTHENTICATED" || (ServerError.is(error) && error.statusCode === 401)) leave();
});

const named = new ApolloLink((operation, forward) => {
  const documentId = documentIdOf(operation.query);
  if (documentId !== undefined) operation.extensions.documentId = documentId;
  return forward(operation);
});

export const client = new ApolloClient({
  cache,
  link: ApolloLink.from([
    strangers,
    ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new LiveLink(live),
      named.concat(
        new HttpLink({
          uri: "/graphql",
          includeExtensions: true,
          fetch: fetchByName,
          headers: { ...namespaceHeaders },
        }),
      ),
    ),
  ]),
});
