// Users, sessions and tokens: what is shown of them, and the commands. No hash ever leaves.
import {
  RIGHTS,
  type ApiToken as TokenModel,
  type User as UserModel,
  type Viewer as ViewerModel,
} from "../../domain/access.ts";
import { administers } from "../../domain/commands/access.ts";
import { createApiToken, endSession, revokeApiToken } from "../../domain/commands/tokens.ts";
import { changePassword, createUser, deleteUser, updateUser } from "../../domain/commands/users.ts";
import type { Result } from "../../domain/errors.ts";
import { userErrors } from "./errors.ts";
import type { MutationResolvers, QueryResolvers, Resolvers } from "./generated.ts";
import { maySee, namespacesSeen } from "./namespace.ts";

export const Viewer: Resolvers["Viewer"] = {
  rights: ({ rights }) => RIGHTS.filter((right) => rights.includes(right)),
  serverRights: ({ serverRights }) => RIGHTS.filter((right) => serverRights.includes(right)),
  namespace: ({ namespace, rights }, _, { loaders }) =>
    rights.length === 0 ? null : loaders.namespace.load(namespace.id),
  namespaces: (_, __, { services, viewer }) => namespacesSeen(services, viewer),
  user: ({ userId }, _, { loaders }) => (userId === null ? null : loaders.user.load(userId)),
};

/** A task's history leads to users for whoever may read the task. */
const isFor = (viewer: ViewerModel, userId: string): boolean => administers(viewer) || viewer.userId === userId;

export const User: Resolvers["User"] = {
  issuer: ({ id, identity }, _, { viewer }) => (isFor(viewer, id) ? (identity?.issuer ?? null) : null),
  lastSeenAt: ({ id, lastSeenAt }, _, { viewer }) => (isFor(viewer, id) ? lastSeenAt : null),
  /** Of who administers and of the user themselves; of the latter those that their credential opens. */
  async memberships({ id }, _, { loaders, viewer }) {
    if (!isFor(viewer, id)) return [];
    return (await loaders.memberships.load(id)).filter(({ namespaceId }) => maySee(viewer, namespaceId));
  },
  hasPassword: ({ passwordHash }) => passwordHash !== null,
  /** For who administers and for the user alone, also where the audit leads to a user; a token sees its user's only where it may administer. */
  sessions: ({ id }, _, { loaders, viewer }) =>
    administers(viewer) || (viewer.kind === "USER" && viewer.userId === id) ? loaders.sessions.load(id) : [],
};

export const Session: Resolvers["Session"] = {
  current: ({ id }, _, { viewer }) => viewer.credential?.id === id,
};

export const ApiToken: Resolvers["ApiToken"] = {
  namespace: ({ namespaceId }, _, { loaders, viewer }) =>
    namespaceId !== null && maySee(viewer, namespaceId) ? loaders.namespace.load(namespaceId) : null,
  rights: ({ rights }) => [...rights],
  user: ({ userId }, _, { loaders }) => (userId === null ? null : loaders.user.load(userId)),
};

const userPayload = (result: Result<UserModel>) => ({
  user: result.ok ? result.value : null,
  userErrors: userErrors(result),
});
const tokenPayload = (result: Result<TokenModel>) => ({
  token: result.ok ? result.value : null,
  userErrors: userErrors(result),
});

export const accessQueries: Pick<QueryResolvers, "viewer" | "users" | "apiTokens"> = {
  viewer: (_, __, { viewer }) => viewer,
  users: (_, __, { services }) => services.store.access.users(),
  async apiTokens(_, __, { services, viewer }) {
    const now = services.clock.now();
    if (administers(viewer)) return services.store.access.tokens(null, now);
    return viewer.kind === "USER" ? services.store.access.tokens(viewer.userId, now) : [];
  },
};

export const accessMutations: Pick<
  MutationResolvers,
  "createUser" | "updateUser" | "deleteUser" | "changePassword" | "createApiToken" | "revokeApiToken" | "endSession"
> = {
  createUser: async (_, { input }, { services }) => userPayload(await createUser(services, input)),
  updateUser: async (_, { input }, { services }) => userPayload(await updateUser(services, input)),
  deleteUser: async (_, { input }, { services }) => userPayload(await deleteUser(services, input)),
  changePassword: async (_, { input }, { services, viewer }) =>
    userPayload(await changePassword(services, viewer, input)),
  async createApiToken(_, { input }, { services, viewer }) {
    const result = await createApiToken(services, viewer, input);
    const { token, secret } = result.ok ? result.value : { token: null, secret: null };
    return { token, secret, userErrors: userErrors(result) };
  },
  revokeApiToken: async (_, { input }, { services, viewer }) =>
    tokenPayload(await revokeApiToken(services, viewer, input)),
  async endSession(_, { input }, { services, viewer }) {
    const result = await endSession(services, viewer, input);
    return { session: result.ok ? result.value : null, userErrors: userErrors(result) };
  },
};
