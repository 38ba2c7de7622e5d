// Lets somebody in whom a provider has vouched for: finds or makes their user, with the role that the provider's claims give.
import { type Identity, USER_ROLES, type User, type UserRole } from "../access.ts";
import type { StoreTransaction } from "../ports.ts";
import { type AccessDeps, checkName, NAME_LENGTH } from "./access.ts";
import { isLastAdmin } from "./users.ts";

export interface RolePolicy {
  /** The claims decide at each sign-in; else administrators do after the first. */
  readonly byClaims: boolean;
  /** Of whom the claims give no role. Null: they are not let in. */
  readonly fallback: UserRole | null;
  /** Whether claims can make somebody who administers. */
  readonly makesAdmins: boolean;
}

export interface Vouched {
  readonly identity: Identity;
  /** What they may be called here, best first. */
  readonly names: readonly string[];
  readonly roles: readonly UserRole[];
  /** Of the way back that they have come, which nobody comes twice. */
  readonly way: { readonly hash: string; readonly expiresAt: number };
}

export type Admission =
  | { readonly user: User }
  | { readonly refused: "stale" | "no-role" | "kept-out"; readonly user: User | null };

/** Tried with a number behind it; beyond that a name gets its user's id. */
const MOST_NAMESAKES = 20;

export function admit(deps: AccessDeps, person: Vouched, policy: RolePolicy): Promise<Admission> {
  const now = deps.clock.now();
  const { hash, expiresAt } = person.way;
  return deps.store.write(async (tx): Promise<Admission> => {
    const known = await tx.access.userOf(person.identity);
    if (!(await tx.access.spendSignIn(hash, now, expiresAt))) return { refused: "stale", user: known };
    if (known?.disabled) return { refused: "kept-out", user: known };
    const role = greatest(person.roles) ?? (policy.byClaims || !known ? policy.fallback : known.role);
    if (role === null) {
      // Who had a role has lost it.
      if (known) await tx.access.deleteSessionsOf(known.id, null);
      return { refused: "no-role", user: known };
    }
    if (!known) return { user: await add(tx, deps, person, role, now) };
    if (role === known.role) return { user: known };
    // Where no claim could bring somebody who administers back, the last one stays.
    if (role !== "ADMIN" && !policy.makesAdmins && (await isLastAdmin(tx, known))) return { user: known };
    const user: User = { ...known, role, updatedAt: now };
    await tx.access.saveUser(user);
    return { user };
  });
}

const greatest = (roles: readonly UserRole[]): UserRole | null =>
  USER_ROLES.findLast((role) => roles.includes(role)) ?? null;

/** Whoever has the name already is somebody else: a name is no proof of anything. */
async function add(
  tx: StoreTransaction,
  { newId }: AccessDeps,
  { identity, names }: Vouched,
  role: UserRole,
  now: number,
): Promise<User> {
  const id = newId();
  const wanted = names.map(usable).find((name) => name !== null) ?? "user";
  const room = NAME_LENGTH - id.length - 3;
  const choices = [
    wanted,
    ...Array.from({ length: MOST_NAMESAKES }, (_, index) => `${cut(wanted, room)} (${index + 2})`),
  ];
  for (const name of [...choices, `${cut(wanted, room)} (${id})`]) {
    const user: User = {
      id,
      name,
      role,
      passwordHash: null,
      identity,
      disabled: false,
      createdAt: now,
      updatedAt: now,
      lastSeenAt: null,
    };
    if (await tx.access.insertUser(user)) return user;
  }
  throw new Error("A name with an id of its own was taken");
}

const cut = (text: string, length: number): string => [...text].slice(0, length).join("");

function usable(name: string): string | null {
  const checked = checkName(cut(name.trim(), NAME_LENGTH), "ada");
  return checked.ok ? checked.value : null;
}
