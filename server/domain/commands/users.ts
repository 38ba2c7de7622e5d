// Makes, changes and deletes users. Somebody who administers always stays.
import type { User, UserRole, Viewer } from "../access.ts";
import { fail, ok, type Result, refuse } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkId } from "../input/text.ts";
import type { StoreTransaction } from "../ports.ts";
import { type AccessDeps, checkName, checkPassword, triesFor } from "./access.ts";
import { notFound } from "./deps.ts";

export interface CreateUser {
  readonly name: string;
  readonly role: UserRole;
  readonly password: string;
}

export async function createUser(deps: AccessDeps, input: CreateUser): Promise<Result<User>> {
  const made = await newUser(deps, input);
  return made.ok ? deps.store.write((tx) => addUser(tx, made.value)) : made;
}

/** Checked, and with its password's hash, which takes its time: outside of any transaction. */
export async function newUser(deps: AccessDeps, input: CreateUser): Promise<Result<User>> {
  const collector = new Collector();
  const name = collector.take(checkName(input.name, "ada")) ?? input.name;
  collector.take(checkPassword(["password"], input.password, name));
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  const passwordHash = await deps.passwords.hash(input.password);
  const now = deps.clock.now();
  const { role } = input;
  return ok({
    id: deps.newId(),
    name,
    role,
    passwordHash,
    identity: null,
    disabled: false,
    createdAt: now,
    updatedAt: now,
    lastSeenAt: null,
  });
}

export async function addUser(tx: StoreTransaction, user: User): Promise<Result<User>> {
  if (await tx.access.insertUser(user)) return ok(user);
  return refuse(
    "ALREADY_EXISTS",
    ["name"],
    `Another user is named ${JSON.stringify(user.name)}. Names are unique, ignoring case; choose another one.`,
  );
}

export interface UpdateUser {
  readonly id: string;
  readonly role?: UserRole | null | undefined;
  readonly disabled?: boolean | null | undefined;
  readonly password?: string | null | undefined;
}

export async function updateUser(deps: AccessDeps, input: UpdateUser): Promise<Result<User>> {
  const collector = new Collector();
  collector.take(checkId(["id"], input.id));
  const password = input.password ?? undefined;
  if (password !== undefined) collector.take(checkPassword(["password"], password, ""));
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  const passwordHash = password === undefined ? undefined : await deps.passwords.hash(password);
  return deps.store.write(async (tx) => {
    const current = await tx.access.user(input.id);
    if (!current) return fail(notFound("user", input.id));
    const user: User = {
      ...current,
      role: input.role ?? current.role,
      disabled: input.disabled ?? current.disabled,
      passwordHash: passwordHash ?? current.passwordHash,
      updatedAt: deps.clock.now(),
    };
    if ((user.role !== "ADMIN" || user.disabled) && (await isLastAdmin(tx, current))) return LAST_ADMIN;
    await tx.access.saveUser(user);
    if (passwordHash !== undefined || user.disabled) await tx.access.deleteSessionsOf(user.id, null);
    return ok(user);
  });
}

export async function deleteUser(deps: AccessDeps, { id }: { id: string }): Promise<Result<User>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const user = await tx.access.user(id);
    if (!user) return fail(notFound("user", id));
    if (await isLastAdmin(tx, user)) return LAST_ADMIN;
    await tx.access.deleteUser(id);
    return ok(user);
  });
}

const LAST_ADMIN = refuse(
  "ILLEGAL_STATE",
  ["id"],
  "This is the last user who administers; nobody could undo it. Give the role ADMIN to somebody else first.",
);

export async function isLastAdmin(tx: StoreTransaction, { id }: User): Promise<boolean> {
  const admins = await tx.access.admins();
  return admins.length === 1 && admins[0]?.id === id;
}

export interface ChangePassword {
  readonly current: string;
  readonly new: string;
}

/** The session that asks goes on; the user's others end. @throws RequestError RATE_LIMITED */
export async function changePassword(
  deps: AccessDeps,
  { kind, userId, credential }: Viewer,
  input: ChangePassword,
): Promise<Result<User>> {
  if (kind !== "USER" || userId === null)
    return refuse("ILLEGAL_STATE", null, "Only who has signed in with a password can change it.");
  const known = (await deps.store.access.usersById([userId])).get(userId);
  // A session that somebody else has got hold of must not be a way to guess without end.
  const key = triesFor(known?.name ?? "");
  await deps.tries.allowed(key);
  const right = await deps.passwords.matches(known?.passwordHash ?? null, input.current);
  if (!known || !right) {
    await deps.tries.failed(key);
    return refuse("FORBIDDEN", ["current"], "current is not the present password.");
  }
  const checked = checkPassword(["new"], input.new, known.name);
  if (!checked.ok) return checked;
  const passwordHash = await deps.passwords.hash(input.new);
  return deps.store.write(async (tx) => {
    const user = await tx.access.user(userId);
    if (!user) return fail(notFound("user", userId));
    // Somebody else has changed it meanwhile.
    if (user.passwordHash !== known.passwordHash)
      return refuse("CONFLICT", ["current"], "The password was changed meanwhile. Sign in anew.");
    const changed: User = { ...user, passwordHash, updatedAt: deps.clock.now() };
    await tx.access.saveUser(changed);
    await tx.access.deleteSessionsOf(userId, credential?.id ?? null);
    return ok(changed);
  });
}
