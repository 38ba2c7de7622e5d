// For who is locked out but has the machine: a new password for a user, set past the API.
import { audited } from "../domain/audit/audited.ts";
import { bySystem } from "../domain/audit/entry.ts";
import type { AccessDeps } from "../domain/commands/access.ts";
import { StartupError } from "../domain/errors.ts";

export interface Recovered {
  readonly user: string;
  readonly password: string;
  readonly role: string;
}

/** The user may sign in again and their sessions have ended. @throws StartupError naming the users there are */
export async function resetPassword(
  {
    store,
    clock,
    newId,
    newSecret,
    passwords,
  }: Pick<AccessDeps, "store" | "clock" | "newId" | "newSecret" | "passwords">,
  name: string,
): Promise<Recovered> {
  const password = newSecret();
  const passwordHash = await passwords.hash(password);
  const act = { origin: bySystem("COMMAND_LINE"), action: "resetPassword", of: "USER", changeId: newId() } as const;
  const user = await audited(store, act, { clock, newId }).store.write(async (tx) => {
    const found = await tx.access.userNamed(name.trim());
    if (!found) return null;
    await tx.access.saveUser({ ...found, passwordHash, disabled: false, updatedAt: clock.now() });
    await tx.access.deleteSessionsOf(found.id, null);
    return found;
  });
  if (user) return { user: user.name, password, role: user.role };
  const names = (await store.access.users()).map((each) => `${each.name} (${each.role})`);
  throw new StartupError(
    `No user is named ${JSON.stringify(name)}. ${names.length > 0 ? `There are: ${names.join(", ")}.` : "There is none yet: the start prints a link that makes the owner."}`,
  );
}
