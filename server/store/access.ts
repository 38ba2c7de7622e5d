// Reads and writes users, their sessions and API tokens. Secrets are there as hashes only.
import type { ApiToken, Grant, KeptCredential, Session, User } from "../domain/access.ts";
import type { AccessStore, AccessTransaction } from "../domain/ports.ts";
import type { Database } from "./database.ts";
import { membershipsOf } from "./namespaces.ts";
import {
  batch,
  type Columns,
  columnList,
  isOneOf,
  one,
  type Queryable,
  type Row,
  raw,
  rows,
  type Sql,
  saveRow,
  sql,
} from "./sql.ts";

const USER = {
  id: "text",
  name: "text",
  nameKey: "text",
  role: "text",
  passwordHash: "text",
  issuer: "text",
  subject: "text",
  disabled: "bool",
  createdAt: "int",
  updatedAt: "int",
  lastSeenAt: "int",
} as const;
const SPENT = { hash: "text", expiresAt: "int" } as const;
const SESSION = {
  id: "text",
  hash: "text",
  userId: "text",
  tokenId: "text",
  createdAt: "int",
  lastSeenAt: "int",
  expiresAt: "int",
  address: "text",
  userAgent: "text",
} as const;
const TOKEN = {
  id: "text",
  hash: "text",
  name: "text",
  hint: "text",
  rights: "text",
  userId: "text",
  namespaceId: "text",
  createdAt: "int",
  expiresAt: "int",
  lastUsedAt: "int",
  revokedAt: "int",
} as const;
const USERS = columnList(USER);
const SESSIONS = columnList(SESSION);
const TOKENS = columnList(TOKEN);
/** How long a token that works no more is still shown. */
const SHOWN_MS = 90 * 86_400_000;

function toUser(row: Row): User {
  const { nameKey: _, issuer, subject, ...kept } = row;
  const identity = issuer === null ? null : { issuer: issuer as string, subject: subject as string };
  const passwordHash = (row.passwordHash as string) || null;
  return { ...(kept as unknown as User), passwordHash, identity, disabled: Boolean(row.disabled) };
}
function fromUser({ identity, ...user }: User): Row {
  return {
    ...user,
    nameKey: user.name.toLowerCase(),
    passwordHash: user.passwordHash ?? "",
    issuer: identity?.issuer ?? null,
    subject: identity?.subject ?? null,
  };
}
const toSession = (row: Row): Session => row as unknown as Session;
const toToken = (row: Row): ApiToken => ({
  ...(row as unknown as ApiToken),
  rights: (row.rights as string).split(",") as ApiToken["rights"],
});
const fromToken = (token: ApiToken): Row => ({ ...token, rights: token.rights.join(",") });

async function users(db: Queryable): Promise<User[]> {
  return (await rows(db, sql`SELECT ${USERS} FROM users ORDER BY "nameKey"`)).map(toUser);
}

async function usersById(db: Queryable, ids: readonly string[]): Promise<Map<string, User>> {
  if (ids.length === 0) return new Map();
  const found = await rows(db, sql`SELECT ${USERS} FROM users WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toUser(row)]));
}

async function user(db: Queryable, where: Sql): Promise<User | null> {
  const row = await one(db, sql`SELECT ${USERS} FROM users WHERE ${where}`);
  return row ? toUser(row) : null;
}

const userNamed = (db: Queryable, name: string) => user(db, sql`"nameKey" = ${name.toLowerCase()}`);

async function tokens(db: Queryable, userId: string | null, now: number): Promise<ApiToken[]> {
  const whose = userId === null ? sql`true` : sql`"userId" = ${userId}`;
  const ended = now - SHOWN_MS;
  const found = await rows(
    db,
    sql`SELECT ${TOKENS} FROM api_tokens WHERE ${whose} AND ("revokedAt" IS NULL OR "revokedAt" > ${ended})
          AND ("expiresAt" IS NULL OR "expiresAt" > ${ended}) ORDER BY "createdAt" DESC, id DESC`,
  );
  return found.map(toToken);
}

async function sessionsOf(db: Queryable, userIds: readonly string[], now: number): Promise<Map<string, Session[]>> {
  const found = await rows(
    db,
    sql`SELECT ${SESSIONS} FROM sessions WHERE ${isOneOf(raw(`"userId"`), userIds)} AND "expiresAt" > ${now}
        ORDER BY "createdAt" DESC, id DESC`,
  );
  const all = new Map<string, Session[]>();
  for (const session of found.map(toSession)) {
    const userId = session.userId as string;
    all.set(userId, [...(all.get(userId) ?? []), session]);
  }
  return all;
}

/** Each with its session, its token and the user behind them, as far as there are any. */
async function grantsOf(
  db: Queryable,
  kind: KeptCredential["kind"],
  column: "hash" | "id",
  values: readonly string[],
): Promise<Map<string, Grant>> {
  if (values.length === 0) return new Map();
  const which = isOneOf(raw(column), values);
  const sessions =
    kind === "SESSION" ? (await rows(db, sql`SELECT ${SESSIONS} FROM sessions WHERE ${which}`)).map(toSession) : [];
  const ids = sessions.map(({ tokenId }) => tokenId).filter((id) => id !== null);
  const named = kind === "TOKEN" ? which : isOneOf(raw("id"), ids);
  const known =
    kind === "TOKEN" || ids.length > 0
      ? (await rows(db, sql`SELECT ${TOKENS} FROM api_tokens WHERE ${named}`)).map(toToken)
      : [];
  const byId = new Map(known.map((token) => [token.id, token]));
  const people = await usersById(
    db,
    [...sessions, ...known].map(({ userId }) => userId).filter((id) => id !== null),
  );
  const memberships = await membershipsOf(db, [...people.keys()]);
  const grant = (session: Session | null, token: ApiToken | null): Grant => {
    const user = people.get((token ? token.userId : session?.userId) ?? "") ?? null;
    const own = memberships.filter(({ userId }) => userId === user?.id);
    return { session, token, user, memberships: new Map(own.map(({ namespaceId, role }) => [namespaceId, role])) };
  };
  return kind === "TOKEN"
    ? new Map(known.map((token) => [token[column], grant(null, token)]))
    : new Map(
        sessions.map((session) => [
          session[column],
          grant(session, session.tokenId === null ? null : (byId.get(session.tokenId) ?? null)),
        ]),
      );
}

export const accessReads = (database: Pick<Database, "read">): AccessStore => ({
  users: () => database.read(users),
  userNamed: (name) => database.read((db) => userNamed(db, name)),
  usersById: (ids) => database.read((db) => usersById(db, ids)),
  tokens: (userId, now) => database.read((db) => tokens(db, userId, now)),
  sessionsOf: (ids, now) => database.read((db) => sessionsOf(db, ids, now)),
  grant: async (kind, hash) =>
    (await database.read((db) => grantsOf(db, kind, "hash", [hash]))).values().next().value ?? null,
  grants: (credentials) =>
    database.read(async (db) => {
      const of = (kind: KeptCredential["kind"]) => credentials.filter((each) => each.kind === kind).map(({ id }) => id);
      const found = [
        await grantsOf(db, "SESSION", "id", of("SESSION")),
        await grantsOf(db, "TOKEN", "id", of("TOKEN")),
      ];
      return new Map(found.flatMap((each) => [...each]));
    }),
});

const count = async (tx: Queryable, table: string): Promise<number> =>
  (await one(tx, sql`SELECT COUNT(*) AS count FROM ${raw(table)}`))?.count as number;

async function insert(tx: Queryable, table: string, columns: Columns, row: Row, after = ""): Promise<boolean> {
  const names = columnList(columns);
  const written = await tx.$executeRaw(
    sql`INSERT INTO ${raw(table)} (${names}) SELECT ${names} FROM ${batch([row], columns)} AS added WHERE true ${raw(after)}`,
  );
  return written === 1;
}

export const accessWrites = (tx: Queryable): AccessTransaction => ({
  countUsers: () => count(tx, "users"),
  countTokens: () => count(tx, "api_tokens"),
  admins: async () => (await users(tx)).filter(({ role, disabled }) => role === "ADMIN" && !disabled),
  user: (id) => user(tx, sql`id = ${id}`),
  userNamed: (name) => userNamed(tx, name),
  userOf: ({ issuer, subject }) => user(tx, sql`issuer = ${issuer} AND subject = ${subject}`),
  insertUser: (added) => insert(tx, "users", USER, fromUser(added), `ON CONFLICT ("nameKey") DO NOTHING`),
  async saveUser(saved) {
    await saveRow(tx, "users", USER, "id", fromUser(saved));
  },
  async deleteUser(id) {
    await tx.$executeRaw(
      sql`DELETE FROM sessions WHERE "userId" = ${id} OR "tokenId" IN (SELECT id FROM api_tokens WHERE "userId" = ${id})`,
    );
    await tx.$executeRaw(sql`DELETE FROM api_tokens WHERE "userId" = ${id}`);
    await tx.$executeRaw(sql`DELETE FROM memberships WHERE "userId" = ${id}`);
    await tx.$executeRaw(sql`DELETE FROM users WHERE id = ${id}`);
  },
  async token(id) {
    const row = await one(tx, sql`SELECT ${TOKENS} FROM api_tokens WHERE id = ${id}`);
    return row ? toToken(row) : null;
  },
  async insertToken(token) {
    await insert(tx, "api_tokens", TOKEN, fromToken(token));
  },
  async revokeToken(id, at) {
    await tx.$executeRaw(sql`UPDATE api_tokens SET "revokedAt" = ${at} WHERE id = ${id} AND "revokedAt" IS NULL`);
    await tx.$executeRaw(sql`DELETE FROM sessions WHERE "tokenId" = ${id}`);
  },
  async session(id) {
    const row = await one(tx, sql`SELECT ${SESSIONS} FROM sessions WHERE id = ${id}`);
    return row ? toSession(row) : null;
  },
  async insertSession(session) {
    await tx.$executeRaw(sql`DELETE FROM sessions WHERE "expiresAt" <= ${session.createdAt}`);
    await insert(tx, "sessions", SESSION, { ...session });
  },
  async spendSignIn(hash, now, expiresAt) {
    await tx.$executeRaw(sql`DELETE FROM spent_sign_ins WHERE "expiresAt" <= ${now}`);
    return insert(tx, "spent_sign_ins", SPENT, { hash, expiresAt }, "ON CONFLICT (hash) DO NOTHING");
  },
  async deleteSession(id) {
    await tx.$executeRaw(sql`DELETE FROM sessions WHERE id = ${id}`);
  },
  async deleteSessionsOf(userId, except) {
    await tx.$executeRaw(sql`DELETE FROM sessions WHERE "userId" = ${userId} AND id <> ${except ?? ""}`);
  },
  async touch({ kind, id }, at, expiresAt) {
    if (kind === "TOKEN") {
      await tx.$executeRaw(sql`UPDATE api_tokens SET "lastUsedAt" = ${at} WHERE id = ${id}`);
      return;
    }
    await tx.$executeRaw(
      sql`UPDATE sessions SET "lastSeenAt" = ${at}, "expiresAt" = ${expiresAt ?? at} WHERE id = ${id}`,
    );
    await tx.$executeRaw(
      sql`UPDATE users SET "lastSeenAt" = ${at} WHERE id = (SELECT "userId" FROM sessions WHERE id = ${id})`,
    );
  },
});
