// Namespaces and members: what is shown of them, and the commands. Who may not see one is told that it is not there.
import type { Viewer } from "../../domain/access.ts";
import {
  createNamespace,
  deleteNamespace,
  removeMembership,
  setMembership,
  updateNamespace,
} from "../../domain/commands/namespaces.ts";
import type { Result } from "../../domain/errors.ts";
import type { Namespace as NamespaceModel } from "../../domain/namespace.ts";
import type { Membership as MembershipModel } from "../../domain/ports.ts";
import type { Services } from "./context.ts";
import { userErrors } from "./errors.ts";
import type { MutationResolvers, QueryResolvers, Resolvers } from "./generated.ts";

const payload = (result: Result<NamespaceModel>) => ({
  namespace: result.ok ? result.value : null,
  userErrors: userErrors(result),
});
const memberPayload = (result: Result<MembershipModel>) => ({
  membership: result.ok ? result.value : null,
  userErrors: userErrors(result),
});

export const maySee = ({ sees }: Viewer, namespaceId: string): boolean => sees === null || sees.includes(namespaceId);

export async function namespacesSeen({ store }: Services, viewer: Viewer): Promise<NamespaceModel[]> {
  return (await store.namespaces.list()).filter(({ id }) => maySee(viewer, id));
}

export const namespaceQueries: Pick<QueryResolvers, "namespaces" | "namespace"> = {
  namespaces: (_, __, { services, viewer }) => namespacesSeen(services, viewer),
  namespace: async (_, { name }, { services, viewer }) =>
    (await namespacesSeen(services, viewer)).find((each) => each.name === name) ?? null,
};

export const namespaceMutations: Pick<
  MutationResolvers,
  "createNamespace" | "updateNamespace" | "deleteNamespace" | "setMembership" | "removeMembership"
> = {
  createNamespace: async (_, { input }, { services }) => payload(await createNamespace(services, input)),
  updateNamespace: async (_, { input }, { services }) => payload(await updateNamespace(services, input)),
  deleteNamespace: async (_, { input }, { services }) => payload(await deleteNamespace(services, input)),
  setMembership: async (_, { input }, { services }) => memberPayload(await setMembership(services, input)),
  removeMembership: async (_, { input }, { services }) => memberPayload(await removeMembership(services, input)),
};

export const Namespace: Resolvers["Namespace"] = {
  usage: ({ id }, _, { loaders }) => loaders.usage.load(id),
  members: ({ id }, _, { loaders }) => loaders.members.load(id),
};

export const Membership: Resolvers["Membership"] = {
  namespace: async ({ namespaceId }, _, { loaders }) => (await loaders.namespace.load(namespaceId)) as NamespaceModel,
  user: async ({ userId }, _, { loaders }) => (await loaders.user.load(userId)) as never,
  role: ({ role }) => role as never,
};
