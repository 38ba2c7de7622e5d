// Who may do what: users, their sessions and API tokens, and whoever asks. Nothing here knows how anybody shows who they are.

export const RIGHTS = ["READ", "OPERATE", "EDIT", "ADMINISTER", "WORK"] as const;
export type Right = (typeof RIGHTS)[number];

export const USER_ROLES = ["VIEWER", "OPERATOR", "EDITOR", "ADMIN"] as const;
export type UserRole = (typeof USER_ROLES)[number];

const OF_ROLE: Readonly<Record<UserRole, readonly Right[]>> = {
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
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** What the store knows of a credential. `id`: of the session or the token. */
export type KeptCredential = { readonly kind: "SESSION" | "TOKEN"; readonly id: string };

/** What a request, a socket or a stream goes by. A JWT is kept nowhere: it says itself when it ends. `id`: the same for all of one program. */
export type Credential = KeptCredential | { readonly kind: "JWT"; readonly id: string; readonly expiresAt: number };

export interface Viewer {
  readonly kind: "USER" | "TOKEN" | "JWT" | "ANONYMOUS";
  readonly name: string;
  readonly rights: readonly Right[];
  readonly userId: string | null;
  /** Null for nobody in particular. */
  readonly credential: Credential | null;
  /** Of whom a token lets in, also by a session that was begun with it. */
  readonly tokenId?: string;
}

/** Where the operator lets everybody in. */
export const ANYBODY: Viewer = { kind: "ANONYMOUS", name: "anonymous", rights: RIGHTS, userId: null, credential: null };

export const mayDo = ({ rights }: Viewer, right: Right | null): boolean => right === null || rights.includes(right);

/** A credential with everything that decides about it. */
export interface Grant {
  readonly session: Session | null;
  readonly token: ApiToken | null;
  readonly user: User | null;
}

/** Null when the grant does not hold (any more): expired, revoked, its user disabled or gone. */
export function viewerOf({ session, token, user }: Grant, now: number): Viewer | null {
  if (session && session.expiresAt <= now) return null;
  if (token && (token.revokedAt !== null || (token.expiresAt !== null && token.expiresAt <= now))) return null;
  const userId = token ? token.userId : (session?.userId ?? null);
  if (userId !== null && (user === null || user.disabled)) return null;
  const credential: KeptCredential = session
    ? { kind: "SESSION", id: session.id }
    : { kind: "TOKEN", id: (token as ApiToken).id };
  if (token) {
    const most = user ? rightsOf(user.role) : RIGHTS;
    const rights = token.rights.filter((right) => most.includes(right));
    return { kind: "TOKEN", name: token.name, rights, userId, credential, tokenId: token.id };
  }
  if (user === null) return null;
  return { kind: "USER", name: user.name, rights: rightsOf(user.role), userId: user.id, credential };
}
