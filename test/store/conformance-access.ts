// Users, sessions and tokens: the same on every database.
import { expect, it } from "vitest";
import type { ApiToken, Session, User } from "../../server/domain/access.ts";
import type { Store } from "../../server/domain/ports.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23);

const aUser = (name: string, more: Partial<User> = {}): User => ({
  id: `user-${name}`,
  name,
  role: "ADMIN",
  passwordHash: "$argon2id$…",
  identity: null,
  disabled: false,
  createdAt: NOW,
  updatedAt: NOW,
  lastSeenAt: null,
  ...more,
});
const aSession = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  hash: `hash of ${id}`,
  userId: null,
  tokenId: null,
  createdAt: NOW,
  lastSeenAt: NOW,
  expiresAt: NOW + DAY,
  address: "::1",
  userAgent: "“a browser”",
  ...more,
});
const aToken = (id: string, more: Partial<ApiToken> = {}): ApiToken => ({
  id,
  hash: `hash of ${id}`,
  name: id,
  hint: "cg_abcd",
  rights: ["READ", "WORK"],
  userId: null,
  namespaceId: null,
  createdAt: NOW,
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  ...more,
});

export function access(open: () => Store): void {
  it("keeps users by their names, whatever the case", async () => {
    const { access: kept, write } = bound(open());
    const ada = aUser("Ada");
    expect(await write((tx) => tx.access.insertUser(ada))).toBe(true);
    expect(await write((tx) => tx.access.insertUser(aUser("ADA", { id: "other" })))).toBe(false);
    expect(await kept.userNamed("aDA")).toEqual(ada);
    expect(await kept.userNamed("Grace")).toBeNull();
    await write((tx) => tx.access.insertUser(aUser("bob", { role: "VIEWER", disabled: true })));
    expect((await kept.users()).map(({ name }) => name)).toEqual(["Ada", "bob"]);
    expect(await write((tx) => tx.access.admins())).toEqual([ada]);
    const changed: User = { ...ada, role: "EDITOR", disabled: true, updatedAt: NOW + 1 };
    await write((tx) => tx.access.saveUser(changed));
    expect(await kept.usersById(["user-Ada", "nobody"])).toEqual(new Map([["user-Ada", changed]]));
    expect(await write((tx) => tx.access.countUsers())).toBe(2);
  });

  it("knows users by what a provider calls them, and those without a password", async () => {
    const { access: kept, write } = bound(open());
    const issuer = "https://id.example.com/realms/one";
    const ada = aUser("Ada", { passwordHash: null, identity: { issuer, subject: "1" } });
    const other = aUser("Grace", { identity: { issuer: "https://other.example", subject: "1" } });
    await write(async (tx) => {
      for (const user of [ada, other, aUser("bob"), aUser("carl")]) expect(await tx.access.insertUser(user)).toBe(true);
    });
    const of = (subject: string) => write((tx) => tx.access.userOf({ issuer, subject }));
    expect([await of("1"), await of("2")]).toEqual([ada, null]);
    expect(await kept.userNamed("ada")).toEqual(ada);
    const named = { ...ada, passwordHash: "$argon2id$…", identity: { issuer, subject: "2" } };
    await write((tx) => tx.access.saveUser(named));
    expect([await of("1"), await of("2")]).toEqual([null, named]);
    // Nobody is two users.
    await expect(write((tx) => tx.access.insertUser({ ...named, id: "twin", name: "twin" }))).rejects.toThrow(
      /unique/i,
    );
  });

  it("spends a way back once, until it would be too old anyway", async () => {
    const { write } = bound(open());
    const spend = (hash: string, now: number) => write((tx) => tx.access.spendSignIn(hash, now, now + 10));
    expect([await spend("a", NOW), await spend("b", NOW + 1), await spend("a", NOW + 9)]).toEqual([true, true, false]);
    expect([await spend("a", NOW + 10), await spend("b", NOW + 10)]).toEqual([true, false]);
  });

  it("finds what stands behind a cookie or a token, and nothing behind others", async () => {
    const { access: kept, write } = bound(open());
    const user = aUser("Ada");
    const [own, nobodys] = [aToken("own", { userId: user.id, expiresAt: NOW + 1 }), aToken("nobody's")];
    const [direct, byToken] = [aSession("direct", { userId: user.id }), aSession("by token", { tokenId: own.id })];
    await write(async (tx) => {
      await tx.access.insertUser(user);
      for (const token of [own, nobodys]) await tx.access.insertToken(token);
      for (const session of [direct, byToken]) await tx.access.insertSession(session);
    });
    expect(await kept.grant("SESSION", direct.hash)).toEqual({
      session: direct,
      token: null,
      user,
      memberships: new Map(),
    });
    expect(await kept.grant("SESSION", byToken.hash)).toEqual({
      session: byToken,
      token: own,
      user,
      memberships: new Map(),
    });
    expect(await kept.grant("TOKEN", own.hash)).toEqual({ session: null, token: own, user, memberships: new Map() });
    expect(await kept.grant("TOKEN", nobodys.hash)).toEqual({
      session: null,
      token: nobodys,
      user: null,
      memberships: new Map(),
    });
    // Neither opens what is of the other kind.
    expect(await kept.grant("TOKEN", direct.hash)).toBeNull();
    expect(await kept.grant("SESSION", own.hash)).toBeNull();
    const asked = [
      { kind: "SESSION", id: direct.id },
      { kind: "TOKEN", id: nobodys.id },
      { kind: "TOKEN", id: direct.id },
    ] as const;
    expect([...(await kept.grants(asked)).keys()]).toEqual([direct.id, nobodys.id]);
    expect(await kept.sessionsOf([user.id], NOW)).toEqual(new Map([[user.id, [direct]]]));
    expect((await kept.tokens(user.id, NOW)).map(({ id }) => id)).toEqual(["own"]);
    expect((await kept.tokens(null, NOW)).map(({ id }) => id)).toEqual(["own", "nobody's"].sort().reverse());
    // Ninety days after its end it is not shown any more.
    expect((await kept.tokens(null, NOW + 91 * DAY)).map(({ id }) => id)).toEqual(["nobody's"]);
  });

  it("notes uses, moves a session's end along, and sweeps sessions that have ended with the next sign-in", async () => {
    const { access: kept, write } = bound(open());
    const user = aUser("Ada");
    const session = aSession("one", { userId: user.id });
    await write(async (tx) => {
      await tx.access.insertUser(user);
      await tx.access.insertSession(session);
      await tx.access.insertToken(aToken("token"));
      await tx.access.touch({ kind: "SESSION", id: session.id }, NOW + 5, NOW + 2 * DAY);
      await tx.access.touch({ kind: "TOKEN", id: "token" }, NOW + 6, null);
    });
    const seen = { ...session, lastSeenAt: NOW + 5, expiresAt: NOW + 2 * DAY };
    expect(await kept.grant("SESSION", session.hash)).toEqual({
      session: seen,
      token: null,
      user: { ...user, lastSeenAt: NOW + 5 },
      memberships: new Map(),
    });
    expect((await kept.tokens(null, NOW))[0]).toMatchObject({ lastUsedAt: NOW + 6 });
    await write((tx) => tx.access.insertSession(aSession("two", { userId: user.id, createdAt: NOW + 2 * DAY })));
    expect(await kept.grant("SESSION", session.hash)).toBeNull();
  });

  it("takes along what belongs to a user or a token that goes", async () => {
    const { access: kept, write } = bound(open());
    const user = aUser("Ada");
    const own = aToken("own", { userId: user.id });
    const sessions = [
      aSession("a", { userId: user.id }),
      aSession("b", { userId: user.id }),
      aSession("c", { tokenId: own.id }),
    ];
    await write(async (tx) => {
      await tx.access.insertUser(user);
      await tx.access.insertToken(own);
      for (const session of sessions) await tx.access.insertSession(session);
      await tx.access.deleteSessionsOf(user.id, "b");
    });
    const left = async () =>
      (await Promise.all(sessions.map(({ id }) => write((tx) => tx.access.session(id))))).map(
        (each) => each?.id ?? null,
      );
    expect(await left()).toEqual([null, "b", "c"]);
    await write((tx) => tx.access.revokeToken(own.id, NOW + 7));
    expect(await left()).toEqual([null, "b", null]);
    await write((tx) => tx.access.revokeToken(own.id, NOW + 8));
    expect(await write((tx) => tx.access.token(own.id))).toEqual({ ...own, revokedAt: NOW + 7 });
    await write((tx) => tx.access.deleteUser(user.id));
    expect(await left()).toEqual([null, null, null]);
    expect(await kept.users()).toEqual([]);
    expect(await write((tx) => tx.access.countTokens())).toBe(0);
  });
}

const bound = (store: Store) => ({ access: store.access, write: store.write.bind(store) as Store["write"] });
