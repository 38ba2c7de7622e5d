// What a namespace may have more of. Asked within the transaction that adds it: writers go in turn, so that a bound holds over all instances.
import { type Result, refuse } from "./errors.ts";
import { DEFAULT_NAMESPACE, type Quota } from "./namespace.ts";
import type { StoreTransaction } from "./ports.ts";

const WHAT: Readonly<Record<Quota, string>> = {
  tasks: "tasks",
  runningRuns: "runs that are going",
  waitingRuns: "runs that wait to start",
  secrets: "secrets",
  webhooks: "webhooks",
};

/** Null: so many more fit. */
export async function overQuota(
  tx: StoreTransaction,
  namespaceId: string | null,
  quota: Quota,
  more = 1,
): Promise<Result<never> | null> {
  const namespace = await tx.namespaces.find(namespaceId ?? DEFAULT_NAMESPACE);
  const most = namespace?.quotas[quota] ?? null;
  if (namespace === null || most === null) return null;
  const used = await tx.namespaces.used(namespace.id, quota, most + 1);
  if (used + more <= most) return null;
  const wanted = more === 1 ? "one more" : `${more} more`;
  const message = `The namespace ${JSON.stringify(namespace.name)} has ${used > most ? "more than " : ""}${Math.min(used, most)} of at most ${most} ${WHAT[quota]} (quota ${quota}); ${wanted} would be too many. Remove some, wait, or have the quota raised.`;
  return refuse("QUOTA_EXCEEDED", null, message);
}
