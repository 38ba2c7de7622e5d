// Finds out who asks, by session cookie, API token or JWT, and begins and ends sessions.
import { randomBytes, timingSafeEqual } from "node:crypto";
import {
  type Grant,
  type KeptCredential,
  type Session,
  STANDING_OF_ANYBODY,
  type Standing,
  standingOf,
  type User,
  type Viewer,
} from "../domain/access.ts";
import { type Act, audited } from "../domain/audit/audited.ts";
import { type AuditActor, type AuditSubject, actorOf, NOBODY } from "../domain/audit/entry.ts";
import type { Refusals } from "../domain/audit/refusals.ts";
import { type AccessDeps, triesFor } from "../domain/commands/access.ts";
import { addUser, newUser } from "../domain/commands/users.ts";
import { RequestError, type Result, refuse } from "../domain/errors.ts";
import type { Log } from "../log.ts";
import type { Jwts } from "./jwt.ts";
import { createGuesses } from "./limits.ts";
import { createNamespaces } from "./namespaces.ts";
import { networkOf } from "./network.ts";

const DAY_MS = 86_400_000;
const SESSION_MS = 30 * DAY_MS;
const IDLE_MS = 7 * DAY_MS;
/** How finely uses are noted. */
const NOTED_EVERY_MS = 60_000;
/** How long a revoked credential may still pass. */
const REMEMBERED_MS = 1_000;
const MOST_REMEMBERED = 10_000;

export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What a request shows. */
export interface Shown {
  readonly bearer: string | null;
  readonly cookie: string | null;
}

/** Where a sign-in comes from. */
export interface From {
  readonly address: string;
  readonly userAgent: string;
}

/** What the cookie is to hold, until when. */
export interface Begun {
  readonly secret: string;
  readonly expiresAt: number;
  readonly name: string;
}

export interface Access {
  readonly anonymous: boolean;
  /** Whether names and passwords open anything. */
  readonly passwordSignIn: boolean;
  /**
   * In the namespace named; null: in the default one, or where they are at home. Null: nobody, or nobody any more.
   * @throws RequestError RATE_LIMITED when that happens too often from the address; NOT_FOUND where they may not see the namespace
   */
  viewer(shown: Shown, address: string, namespace?: string | null): Promise<Viewer | null>;
  /** Those whose credential holds no more, or who have other rights now. */
  lapsed(viewers: readonly Viewer[]): Promise<Set<Viewer>>;
  /** Whether the one-time link waits for somebody to become the owner. */
  needsOwner(): Promise<boolean>;
  makeOwner(link: string, input: { name: string; password: string }, from: From): Promise<Result<Begun>>;
  /** @throws RequestError RATE_LIMITED */
  signIn(by: { name: string; password: string } | { token: string }, from: From): Promise<Result<Begun>>;
  /** For whom another one has found out who it is. */
  begin(user: User, from: From): Promise<Begun>;
  signOut(cookie: string, from: From): Promise<void>;
}

export interface AccessOptions extends AccessDeps {
  readonly anonymous: boolean;
  readonly refusals: Refusals;
  readonly passwordSignIn: boolean;
  /** Null: none is accepted. */
  readonly jwts: Jwts | null;
  /** What the link that was printed holds; null: none was. */
  readonly ownerLink: string | null;
  readonly log: Log;
}

export function createAccess(options: AccessOptions): Access {
  const { store, clock, newId, digest, passwords, tries, anonymous, passwordSignIn, jwts, ownerLink, log, refusals } =
    options;
  const guesses = createGuesses();
  const namespaces = createNamespaces(store);
  const remembered = new Map<string, { readonly until: number; readonly grant: Promise<Grant | null> }>();
  let linkUsed = false;

  /** Once for requests that come together. A failure is not kept. */
  function grantOf(kind: KeptCredential["kind"], secret: string): Promise<Grant | null> {
    const hash = digest(secret);
    const key = `${kind} ${hash}`;
    const now = performance.now();
    const known = remembered.get(key);
    if (known && known.until > now) return known.grant;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const grant = store.access.grant(kind, hash);
    remembered.set(key, { until: now + REMEMBERED_MS, grant });
    grant.then(
      (found) => found === null && remembered.delete(key),
      () => remembered.delete(key),
    );
    return grant;
  }

  /** Nobody waits for it, and where it fails nothing is lost but a time. */
  function note({ session, token }: Grant, { credential }: Standing, now: number): void {
    const seenAt = session ? session.lastSeenAt : (token?.lastUsedAt ?? 0);
    if (credential === null || credential.kind === "JWT" || now - seenAt < NOTED_EVERY_MS) return;
    const expiresAt = session && Math.min(session.createdAt + SESSION_MS, now + IDLE_MS);
    store.write((tx) => tx.access.touch(credential, now, expiresAt)).catch(() => {});
  }

  const act = (action: string, of: Act["of"], actor: AuditActor, from: From): Act => {
    const { address, userAgent } = from;
    return { action, of, changeId: newId(), origin: { actor, address, userAgent, transport: "HTTP" } };
  };
  const refused = (action: string, from: From, code: "FORBIDDEN" | "UNAUTHENTICATED", subject: AuditSubject | null) =>
    refusals.note(act(action, "SESSION", NOBODY, from), code, subject);

  async function begin(
    whose: Pick<Session, "userId" | "tokenId">,
    { name, userId }: Pick<AuditActor, "name" | "userId">,
    from: From,
  ): Promise<Begun> {
    const secret = newSecret();
    const now = clock.now();
    const expiresAt = now + IDLE_MS;
    const userAgent = from.userAgent.slice(0, 300);
    const actor: AuditActor = whose.tokenId
      ? { kind: "TOKEN", id: whose.tokenId, name, userId }
      : { kind: "USER", id: whose.userId, name, userId };
    await audited(store, act("signIn", "SESSION", actor, from), options).store.write((tx) =>
      tx.access.insertSession({
        ...whose,
        id: newId(),
        hash: digest(secret),
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
        address: from.address,
        userAgent,
      }),
    );
    log.info({ name, address: from.address }, "signed in");
    return { secret, expiresAt, name };
  }

  async function holds(viewer: Viewer, grants: ReadonlyMap<string, Grant>, now: number): Promise<boolean> {
    const { credential, rights, serverRights, namespace, sees } = viewer;
    if (credential === null) return true;
    if (credential.kind === "JWT") return now < credential.expiresAt && (await namespaces.exists(namespace.id));
    const grant = grants.get(credential.id);
    const found = grant && standingOf(grant, now);
    const present = found && (await namespaces.still(found, viewer));
    if (present?.rights.join() !== rights.join() || present.serverRights.join() !== serverRights.join()) return false;
    // Of a namespace that they see no more nothing may be told on what is open elsewhere either.
    return present.sees === null || (sees?.every((id) => present.sees?.includes(id)) ?? false);
  }

  const isLink = (link: string): boolean => {
    if (ownerLink === null || linkUsed) return false;
    const [given, right] = [link, ownerLink].map((text) => Buffer.from(digest(text)));
    return timingSafeEqual(given as Buffer, right as Buffer);
  };

  async function known(kind: KeptCredential["kind"], secret: string): Promise<Standing | null> {
    const now = clock.now();
    const grant = await grantOf(kind, secret);
    const standing = grant && standingOf(grant, now);
    if (standing) note(grant, standing, now);
    return standing;
  }

  /** A JWT names its namespace. Null: it names one that is not there. */
  async function ofJwt(jwt: string): Promise<Standing | null> {
    const found = await (jwts as Jwts).standing(jwt);
    if (found === null || found.namespace === null) return found?.standing ?? null;
    const boundTo = await namespaces.idOf(found.namespace);
    return boundTo === null ? null : { ...found.standing, boundTo };
  }

  async function standing({ bearer, cookie }: Shown, address: string): Promise<Standing | null> {
    if (anonymous) return STANDING_OF_ANYBODY;
    if (bearer === null) return cookie === null ? null : known("SESSION", cookie);
    const found = await (jwts?.isOne(bearer) ? ofJwt(bearer) : known("TOKEN", bearer));
    if (found === null) {
      await guesses.allowed(networkOf(address));
      await guesses.failed(networkOf(address));
    }
    return found;
  }

  return {
    anonymous,
    passwordSignIn,
    async viewer(shown, address, namespace = null) {
      const found = await standing(shown, address);
      return found && namespaces.placed(found, namespace);
    },
    async lapsed(viewers) {
      const now = clock.now();
      const kept = viewers.map(({ credential }) => credential).filter((each) => each !== null && each.kind !== "JWT");
      const grants =
        kept.length > 0
          ? await store.access.grants([...new Map(kept.map((each) => [each.id, each])).values()])
          : new Map<string, Grant>();
      const ended = new Set<Viewer>();
      for (const viewer of viewers) if (!(await holds(viewer, grants, now))) ended.add(viewer);
      return ended;
    },
    async needsOwner() {
      if (anonymous || ownerLink === null || linkUsed) return false;
      return (await store.access.users()).length === 0;
    },
    async makeOwner(link, input, from) {
      if (!isLink(link)) {
        await tries.allowed(`link ${networkOf(from.address)}`);
        await tries.failed(`link ${networkOf(from.address)}`);
        refused("setUp", from, "FORBIDDEN", null);
        return refuse(
          "FORBIDDEN",
          ["link"],
          "This link does not work (any more). The server prints one at its start, as long as it has no user.",
        );
      }
      const made = await newUser(options, { ...input, role: "ADMIN" });
      if (!made.ok) return made;
      const { id, name } = made.value;
      const setUp = act("setUp", "USER", { kind: "USER", id, name, userId: id }, from);
      const added = await audited(store, setUp, options).store.write(async (tx): Promise<Result<User>> => {
        if ((await tx.access.countUsers()) > 0)
          return refuse("FORBIDDEN", ["link"], "There is a user already. Sign in, or ask who administers.");
        return addUser(tx, made.value);
      });
      if (!added.ok) return added;
      linkUsed = true;
      return { ok: true, value: await begin({ userId: id, tokenId: null }, { name, userId: id }, from) };
    },
    async signIn(by, from) {
      if ("token" in by) {
        const who = await standing({ bearer: by.token, cookie: null }, from.address);
        if (who?.credential?.kind !== "TOKEN") {
          refused("signIn", from, "UNAUTHENTICATED", null);
          return refuse("UNAUTHENTICATED", ["token"], "No token like this works here.");
        }
        return { ok: true, value: await begin({ userId: null, tokenId: who.credential.id }, who, from) };
      }
      if (!passwordSignIn) {
        refused("signIn", from, "FORBIDDEN", null);
        return refuse(
          "FORBIDDEN",
          null,
          "Names and passwords open nothing here. Sign in by single sign-on, or with an API token.",
        );
      }
      const keys = [`address ${networkOf(from.address)}`, triesFor(by.name)];
      await tries.allowed(...keys);
      const user = await store.access.userNamed(by.name.trim());
      const right = await passwords.matches(user?.passwordHash ?? null, by.password);
      if (!user || !right || user.disabled) {
        await tries.failed(...keys);
        // A name that nobody has may be a password in the wrong field.
        refused("signIn", from, "UNAUTHENTICATED", user && { kind: "USER", id: user.id, name: user.name });
        log.warn({ name: by.name.slice(0, 100), address: from.address }, "sign-in refused");
        return refuse("UNAUTHENTICATED", null, "The name or the password is wrong.");
      }
      return {
        ok: true,
        value: await begin({ userId: user.id, tokenId: null }, { name: user.name, userId: user.id }, from),
      };
    },
    begin: ({ id, name }, from) => begin({ userId: id, tokenId: null }, { name, userId: id }, from),
    async signOut(cookie, from) {
      const hash = digest(cookie);
      const grant = await store.access.grant("SESSION", hash);
      remembered.delete(`SESSION ${hash}`);
      if (!grant?.session) return;
      const { id } = grant.session;
      const who = standingOf(grant, clock.now());
      const by = act("signOut", "SESSION", who ? actorOf(who) : NOBODY, from);
      await audited(store, by, options).store.write((tx) => tx.access.deleteSession(id));
    },
  };
}

export const unauthenticated = (): RequestError =>
  new RequestError(
    "UNAUTHENTICATED",
    "Nobody has signed in here. Sign in at /sign-in, or send an API token: Authorization: Bearer cg_…",
  );
