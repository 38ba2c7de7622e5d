// Who may do what: users, their sessions and API tokens, and whoever asks. Nothing here knows how anybody shows who they are.

import { DEFAULT_NAMESPACE, type NamespaceRef, THE_DEFAULT } from "./namespace.ts";

export const RIGHTS = ["READ", "OPERATE", "EDIT", "ADMINISTER", "WORK"] as const;
export type Right = (typeof RIGHTS)[number];

/** NONE: nothing but what the user may in the namespaces that they are a member of. */
export const USER_ROLES = ["NONE", "VIEWER", "OPERATOR", "EDITOR", "ADMIN"] as const;
export type UserRole = (typeof USER_ROLES)[number];
/** What a member of a namespace is there. */
export type MemberRole = Exclude<UserRole, "NONE">;

const OF_ROLE: Readonly<Record<UserRole, readonly Right[]>> = {
  NONE: [],
  VIEWER: ["READ"],
  OPERATOR: ["READ", "OPERATE", "WORK"],
  EDITOR: ["READ", "OPERATE", "EDIT", "WORK"],
  ADMIN: RIGHTS,
};

export const rightsOf = (role: UserRole): readonly Right[] => OF_ROLE[role];

/** Somebody as an OpenID provider knows them: the only two claims that together stay the same and belong to nobody else (OIDC Core §5.7). */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: UserRole;
  /** As the password hash function writes it, with its own parameters. Null: they have no password. */
  readonly passwordHash: string | null;
  /** Who a provider says they are; null: nobody. */
  readonly identity: Identity | null;
  readonly disabled: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastSeenAt: number | null;
}

export interface Session {
  readonly id: string;
  /** Of what the cookie holds. */
  readonly hash: string;
  /** One of both is set: the session acts for a user, or for a token that somebody has signed in with. */
  readonly userId: string | null;
  readonly tokenId: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly address: string;
  readonly userAgent: string;
}

export interface ApiToken {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  /** Its first characters. */
  readonly hint: string;
  readonly rights: readonly Right[];
  /** Null: of the first start, nobody's. */
  readonly userId: string | null;
  /** The only one that it opens; null: all that its user sees. */
  readonly namespaceId: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** What the store knows of a credential. `id`: of the session or the token. */
export type KeptCredential = { readonly kind: "SESSION" | "TOKEN"; readonly id: string };

/** What a request, a socket or a stream goes by. A JWT is kept nowhere: it says itself when it ends. `id`: the same for all of one program. */
export type Credential = KeptCredential | { readonly kind: "JWT"; readonly id: string; readonly expiresAt: number };

/** Somebody within the namespace of their request. */
export interface Viewer {
  readonly kind: "USER" | "TOKEN" | "JWT" | "ANONYMOUS";
  readonly name: string;
  /** Here: those that hold in every namespace, and those of a member of this one. */
  readonly rights: readonly Right[];
  /** Those that hold in every namespace, and for the server itself. */
  readonly serverRights: readonly Right[];
  readonly namespace: NamespaceRef;
  /** By id; null: they see all. */
  readonly sees: readonly string[] | null;
  readonly userId: string | null;
  /** Null for nobody in particular. */
  readonly credential: Credential | null;
  /** Of whom a token lets in, also by a session that was begun with it. */
  readonly tokenId?: string;
}

/** Where the operator lets everybody in. */
export const ANYBODY: Viewer = {
  kind: "ANONYMOUS",
  name: "anonymous",
  rights: RIGHTS,
  serverRights: RIGHTS,
  namespace: THE_DEFAULT,
  sees: null,
  userId: null,
  credential: null,
};

export const mayDo = ({ rights }: Pick<Viewer, "rights">, right: Right | null): boolean =>
  right === null || rights.includes(right);

/** A credential with everything that decides about it. */
export interface Grant {
  readonly session: Session | null;
  readonly token: ApiToken | null;
  readonly user: User | null;
  /** The user's, by namespace. */
  readonly memberships: ReadonlyMap<string, UserRole>;
}

/** Who somebody is, before it is known which namespace they ask for. */
export interface Standing extends Pick<Viewer, "kind" | "name" | "userId" | "credential" | "tokenId" | "serverRights"> {
  /** The only namespace that their credential opens; null: any. */
  readonly boundTo: string | null;
  /** Beside the rights of the server. */
  readonly memberships: ReadonlyMap<string, readonly Right[]>;
}

const NO_MEMBERSHIPS: ReadonlyMap<string, readonly Right[]> = new Map();

export const STANDING_OF_ANYBODY: Standing = { ...ANYBODY, boundTo: null, memberships: NO_MEMBERSHIPS };

/** Null when the grant does not hold (any more): expired, revoked, its user disabled or gone. */
export function standingOf({ session, token, user, memberships }: Grant, now: number): Standing | null {
  if (session && session.expiresAt <= now) return null;
  if (token && (token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now))) return null;
  const userId = token ? token.userId : (session?.userId ?? null);
  if (userId !== null && (user === null || user.disabled)) return null;
  const credential: KeptCredential = session
    ? { kind: "SESSION", id: session.id }
    : { kind: "TOKEN", id: (token as ApiToken).id };
  const boundTo = token?.namespaceId ?? null;
  const most = user ? rightsOf(user.role) : RIGHTS;
  const given = (rights: readonly Right[]) => (token ? token.rights.filter((right) => rights.includes(right)) : rights);
  const ofMember = new Map([...memberships].map(([id, role]) => [id, given(rightsOf(role))]));
  const shared = { userId, credential, boundTo, memberships: ofMember, serverRights: given(most) };
  if (token) return { ...shared, kind: "TOKEN", name: token.name, tokenId: token.id };
  return user && { ...shared, kind: "USER", name: user.name };
}

/** Null: they see all. */
const seenBy = ({ boundTo, serverRights, memberships }: Standing): readonly string[] | null => {
  if (boundTo !== null) return [boundTo];
  return serverRights.length > 0 ? null : [...memberships].filter(([, rights]) => rights.length > 0).map(([id]) => id);
};

/** Within a namespace. Null: they may not see it, and learn nothing of it. */
export function viewerIn(standing: Standing, namespace: NamespaceRef): Viewer | null {
  const { boundTo, memberships, serverRights, ...who } = standing;
  const sees = seenBy(standing);
  const found = new Set([...serverRights, ...(memberships.get(namespace.id) ?? [])]);
  const rights = RIGHTS.filter((right) => found.has(right));
  if (sees !== null && (!sees.includes(namespace.id) || rights.length === 0)) return null;
  return { ...who, serverRights: boundTo === null ? serverRights : [], rights, namespace, sees };
}

/** Who sees no namespace at all is let in to learn who they are, and nothing else. */
export const viewerNowhere = (standing: Standing): Viewer => {
  const { boundTo: _, memberships: __, ...who } = standing;
  return { ...who, serverRights: [], rights: [], namespace: THE_DEFAULT, sees: [] };
};

/** Which namespace is meant where none is named. Null: they see none. */
export function homeOf(standing: Standing): string | null {
  const sees = seenBy(standing);
  return sees === null || sees.includes(DEFAULT_NAMESPACE) ? DEFAULT_NAMESPACE : (sees[0] ?? null);
}

/** Anybody with the same rights there: whom that is told that many are told alike. */
export const anyoneLike = (viewer: Viewer): Viewer => {
  const { namespace, serverRights } = viewer;
  const { tokenId: _, ...who } = viewer;
  const sees = serverRights.length > 0 ? viewer.sees : [namespace.id];
  return { ...who, kind: "TOKEN", name: "anyone", userId: null, credential: null, sees };
};
