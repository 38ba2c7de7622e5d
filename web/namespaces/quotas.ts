// The words for quotas, in the order in which they are shown.
import type { NamespaceRowFragment } from "../gql/graphql";

export type Quota = keyof Omit<NamespaceRowFragment["quotas"], "__typename">;

export const QUOTAS: readonly { name: Quota; label: string; hint: string }[] = [
  { name: "tasks", label: "Tasks", hint: "Not deleted." },
  { name: "runningRuns", label: "Running", hint: "At a time; others wait." },
  { name: "waitingRuns", label: "Waiting", hint: "Beyond it none can be triggered." },
  { name: "secrets", label: "Secrets", hint: "Kept in it." },
  { name: "webhooks", label: "Webhooks", hint: "Kept in it." },
];
