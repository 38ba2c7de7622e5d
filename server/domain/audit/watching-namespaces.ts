// What a watched transaction changes of namespaces and their members.
import type { NamespaceTransaction, StoreTransaction } from "../ports.ts";
import type { AuditSubjectKind } from "./entry.ts";
import { type Look, lookOfMembership, lookOfNamespace } from "./subjects.ts";

type Note = (kind: AuditSubjectKind, id: string, before: Look | null, after: Look | null) => void;

export function watchingNamespaces({ namespaces, access }: StoreTransaction, note: Note): NamespaceTransaction {
  const nameOf = async (userId: string, namespaceId: string) => {
    const [user, namespace] = [await access.user(userId), await namespaces.find(namespaceId)];
    return user && `${user.name} in ${namespace?.name ?? namespaceId}`;
  };
  const membership = async (userId: string, namespaceId: string) => {
    const found = await namespaces.membership(userId, namespaceId);
    return found && lookOfMembership(found, await nameOf(userId, namespaceId));
  };
  return {
    ...namespaces,
    async insert(namespace) {
      const done = await namespaces.insert(namespace);
      if (done) note("NAMESPACE", namespace.id, null, lookOfNamespace(namespace));
      return done;
    },
    async save(namespace) {
      const before = await namespaces.find(namespace.id);
      await namespaces.save(namespace);
      note("NAMESPACE", namespace.id, before && lookOfNamespace(before), lookOfNamespace(namespace));
    },
    async saveMembership(saved) {
      const { userId, namespaceId } = saved;
      const before = await membership(userId, namespaceId);
      await namespaces.saveMembership(saved);
      note("MEMBERSHIP", userId, before, lookOfMembership(saved, await nameOf(userId, namespaceId)));
    },
    async deleteMembership(userId, namespaceId) {
      const before = await membership(userId, namespaceId);
      await namespaces.deleteMembership(userId, namespaceId);
      if (before) note("MEMBERSHIP", userId, before, null);
    },
  };
}
