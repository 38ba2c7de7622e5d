// Makes and revokes API tokens, and ends sessions.
import type { ApiToken, Right, Session, Viewer } from "../access.ts";
import { fail, ok, type Result, refuse, shown } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkId } from "../input/text.ts";
import { parseInstant } from "../instant.ts";
import type { StoreTransaction } from "../ports.ts";
import { type AccessDeps, administers, checkName } from "./access.ts";
import { notFound } from "./deps.ts";

const PREFIX = "cg_";
const HINT_LENGTH = PREFIX.length + 4;
const LONGEST_MS = 366 * 86_400_000;

export interface CreateApiToken {
  readonly name: string;
  readonly rights: readonly Right[];
  /** Its name. Null: it opens all that its maker sees. */
  readonly namespace?: string | null | undefined;
  readonly expiresAt?: string | null | undefined;
}

export interface NewToken {
  readonly token: ApiToken;
  readonly secret: string;
}

export async function createApiToken(
  deps: AccessDeps,
  viewer: Viewer,
  input: CreateApiToken,
): Promise<Result<NewToken>> {
  if (viewer.kind === "ANONYMOUS")
    return refuse("ILLEGAL_STATE", null, "Nobody has signed in, so nobody would own the token; none is needed either.");
  // Else a token that is about to expire could make one that does not.
  if (viewer.kind !== "USER" && !administers(viewer))
    return refuse("FORBIDDEN", null, "Only a token that may ADMINISTER can make tokens. Sign in with a password.");
  const now = deps.clock.now();
  const collector = new Collector();
  const name = collector.take(checkName(input.name, "deploy pipeline"));
  const rights = collector.take(checkRights(input.rights, viewer));
  const expiresAt = collector.take(checkExpiry(input.expiresAt, now));
  const secret = `${PREFIX}${deps.newSecret()}`;
  const made = collector.finish(
    (): ApiToken => ({
      id: deps.newId(),
      hash: deps.digest(secret),
      name: name as string,
      hint: secret.slice(0, HINT_LENGTH),
      rights: rights as Right[],
      userId: viewer.userId,
      namespaceId: null,
      createdAt: now,
      expiresAt: expiresAt as number | null,
      lastUsedAt: null,
      revokedAt: null,
    }),
  );
  if (!made.ok) return made;
  return deps.store.write(async (tx) => {
    const bound = await namespaceOf(tx, input.namespace ?? null, viewer);
    if (!bound.ok) return bound;
    const token = { ...made.value, namespaceId: bound.value };
    await tx.access.insertToken(token);
    return ok({ token, secret });
  });
}

/** One that the viewer does not see is not there for them. */
async function namespaceOf(
  tx: StoreTransaction,
  name: string | null,
  { sees }: Viewer,
): Promise<Result<string | null>> {
  if (name === null) return ok(null);
  const found = await tx.namespaces.named(name);
  if (found && (sees === null || sees.includes(found.id))) return ok(found.id);
  return refuse("NOT_FOUND", ["namespace"], `There is no namespace ${shown(name)}. viewer.namespaces lists them.`);
}

function checkRights(wanted: readonly Right[], viewer: Viewer): Result<Right[]> {
  if (wanted.length === 0) return refuse("REQUIRED", ["rights"], 'rights is empty. Example: ["READ"].');
  const rights = [...new Set(wanted)];
  const beyond = rights.filter((right) => !viewer.rights.includes(right));
  if (beyond.length === 0) return ok(rights);
  return refuse("FORBIDDEN", ["rights"], `rights has ${beyond.join(", ")}, which ${viewer.name} does not have.`);
}

function checkExpiry(text: string | null | undefined, now: number): Result<number | null> {
  if (text === null || text === undefined) return ok(null);
  const parsed = parseInstant(["expiresAt"], text);
  if (!parsed.ok) return parsed;
  if (parsed.value <= now) return refuse("DATE_IN_PAST", ["expiresAt"], `expiresAt ${JSON.stringify(text)} is past.`);
  if (parsed.value > now + LONGEST_MS)
    return refuse("OUT_OF_RANGE", ["expiresAt"], `expiresAt ${JSON.stringify(text)} is more than 366 days ahead.`);
  return parsed;
}

export async function revokeApiToken(
  deps: AccessDeps,
  viewer: Viewer,
  { id }: { id: string },
): Promise<Result<ApiToken>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const token = await tx.access.token(id);
    const own = token && (administers(viewer) || isOwn(viewer, token.userId) || viewer.credential?.id === id);
    // Of other people's tokens nobody learns that they are there.
    if (!token || !own) return fail(notFound("API token", id));
    const at = deps.clock.now();
    await tx.access.revokeToken(id, at);
    return ok({ ...token, revokedAt: token.revokedAt ?? at });
  });
}

export async function endSession(deps: AccessDeps, viewer: Viewer, { id }: { id: string }): Promise<Result<Session>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const session = await tx.access.session(id);
    const own = session && (administers(viewer) || isOwn(viewer, session.userId) || viewer.credential?.id === id);
    if (!session || !own) return fail(notFound("session", id));
    await tx.access.deleteSession(id);
    return ok(session);
  });
}

/** A token's own right to what is its user's ends with its rights: it keeps its user's things only where it may administer. */
const isOwn = (viewer: Viewer, userId: string | null): boolean =>
  viewer.kind === "USER" && userId !== null && viewer.userId === userId;
