// What the store keeps of users, sessions and API tokens.
import type { ApiToken, Grant, Identity, KeptCredential, Session, User } from "../access.ts";

export interface AccessStore {
  /** By name. */
  users(): Promise<User[]>;
  userNamed(name: string): Promise<User | null>;
  usersById(ids: readonly string[]): Promise<Map<string, User>>;
  /** Newest first. Of a user, or of all (null). */
  tokens(userId: string | null, now: number): Promise<ApiToken[]>;
  /** Newest first, without those that have ended. */
  sessionsOf(userIds: readonly string[], now: number): Promise<Map<string, Session[]>>;
  /** By the hash of what was shown; null when nothing has it. Says nothing yet about whether it still holds. */
  grant(kind: KeptCredential["kind"], hash: string): Promise<Grant | null>;
  /** By the id of the session or the token. */
  grants(credentials: readonly KeptCredential[]): Promise<Map<string, Grant>>;
}

export interface AccessTransaction {
  countUsers(): Promise<number>;
  countTokens(): Promise<number>;
  /** Those who may sign in and administer. */
  admins(): Promise<User[]>;
  user(id: string): Promise<User | null>;
  userNamed(name: string): Promise<User | null>;
  userOf(identity: Identity): Promise<User | null>;
  /** False when another user has the name. */
  insertUser(user: User): Promise<boolean>;
  saveUser(user: User): Promise<void>;
  /** With the user's sessions and tokens. */
  deleteUser(id: string): Promise<void>;
  token(id: string): Promise<ApiToken | null>;
  insertToken(token: ApiToken): Promise<void>;
  revokeToken(id: string, at: number): Promise<void>;
  session(id: string): Promise<Session | null>;
  /** Sweeps those that have ended. */
  insertSession(session: Session): Promise<void>;
  deleteSession(id: string): Promise<void>;
  /** False when it is spent already. Sweeps what could not be used any more. */
  spendSignIn(hash: string, now: number, expiresAt: number): Promise<boolean>;
  /** All of a user's but one. */
  deleteSessionsOf(userId: string, except: string | null): Promise<void>;
  /** Notes the use; a session's end moves along. */
  touch(credential: KeptCredential, at: number, expiresAt: number | null): Promise<void>;
}
