// The namespaces' part of the store.
import type { UserRole } from "../access.ts";
import type { Namespace, Quota, Usage } from "../namespace.ts";

export interface Membership {
  readonly userId: string;
  readonly namespaceId: string;
  readonly role: UserRole;
}

export interface NamespaceStore {
  /** Those that are not deleted, by name; `default` first. */
  list(): Promise<Namespace[]>;
  /** Deleted ones too. */
  byId(ids: readonly string[]): Promise<Map<string, Namespace>>;
  usage(ids: readonly string[]): Promise<Map<string, Usage>>;
  /** Of namespaces, in the order of the users' names. */
  members(namespaceIds: readonly string[]): Promise<Map<string, Membership[]>>;
  /** Of users, in the order of the namespaces' names. */
  memberships(userIds: readonly string[]): Promise<Map<string, Membership[]>>;
}

export interface NamespaceTransaction {
  /** Those that are not deleted. */
  count(): Promise<number>;
  /** How much of each kind is in it that a person would have to delete first. */
  contents(id: string): Promise<Readonly<Record<"tasks" | "queues" | "secrets" | "calendars" | "webhooks", number>>>;
  /** Null where it is not there, or deleted. */
  find(id: string): Promise<Namespace | null>;
  named(name: string): Promise<Namespace | null>;
  /** False when another one has the name. */
  insert(namespace: Namespace): Promise<boolean>;
  save(namespace: Namespace): Promise<void>;
  /** Of one kind, counted no further than `most`. */
  used(id: string, quota: Quota, most: number): Promise<number>;
  membership(userId: string, namespaceId: string): Promise<Membership | null>;
  saveMembership(membership: Membership): Promise<void>;
  deleteMembership(userId: string, namespaceId: string): Promise<void>;
  /** All of a namespace's. */
  deleteMemberships(namespaceId: string): Promise<void>;
}
