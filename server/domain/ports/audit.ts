// The audit's part of the store. It only grows, and forgets from its oldest end.
import type { AuditEntry, AuditQuery, Fields } from "../audit/entry.ts";
import type { Page, PageRequest } from "./store-values.ts";

export interface AuditStore {
  /** Newest first. */
  entries(query: AuditQuery, page: PageRequest): Promise<Page<AuditEntry>>;
  /** At most `limit` of a change, oldest first. */
  ofChange(changeId: string, limit: number): Promise<AuditEntry[]>;
  /** What a task was like at a version, as far as the audit goes back; null: it does not say. */
  definition(taskId: string, version: number): Promise<Fields | null>;
}

export interface AuditTransaction {
  insert(entries: readonly AuditEntry[]): Promise<void>;
  /** Removes the oldest entries of before an instant. Answers how many. */
  prune(before: number, limit: number): Promise<number>;
}
