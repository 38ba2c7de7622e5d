// Who may come in first: the operator's own token, or whoever opens the link that is printed. A port that others can reach is not
// opened while nobody could sign in.
import type { Config } from "../config.ts";
import { RIGHTS } from "../domain/access.ts";
import { audited } from "../domain/audit/audited.ts";
import { bySystem } from "../domain/audit/entry.ts";
import type { AccessDeps } from "../domain/commands/access.ts";
import { StartupError, shown } from "../domain/errors.ts";
import { makesAdmins } from "../identity.ts";
import { isLoopback } from "../loopback.ts";

/** What the link holds; null: none is needed. @throws StartupError when nobody could ever sign in */
export async function firstStart(
  { store, clock, newId, digest, newSecret }: AccessDeps,
  {
    roles,
    anonymous,
    ownerToken,
    host,
    oidc,
    passwordSignIn,
  }: Pick<Config, "roles" | "anonymous" | "ownerToken" | "host" | "oidc" | "passwordSignIn">,
): Promise<string | null> {
  if (anonymous || !roles.includes("gateway")) return null;
  const act = { origin: bySystem("SERVER"), action: "firstToken", of: "TOKEN", changeId: newId() } as const;
  const empty = await audited(store, act, { clock, newId }).store.write(async (tx) => {
    if ((await tx.access.countUsers()) > 0 || (await tx.access.countTokens()) > 0) return false;
    if (ownerToken === null) return true;
    await tx.access.insertToken({
      id: newId(),
      hash: digest(ownerToken),
      name: "owner",
      hint: ownerToken.slice(0, 4),
      rights: RIGHTS,
      userId: null,
      namespaceId: null,
      createdAt: clock.now(),
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    });
    return false;
  });
  if (!empty) return null;
  if (isLoopback(host) && passwordSignIn) return newSecret();
  if (makesAdmins({ oidc })) return null;
  throw new StartupError(
    `HOST=${shown(host)}: others can reach this port, and nobody could sign in yet. Set OWNER_TOKEN to a text of 24 characters or more for the first start ` +
      "(openssl rand -hex 24), or start it once on loopback and open the link that it prints, or let OIDC_ROLES give somebody the role ADMIN, or set ALLOW_ANONYMOUS=true where everybody who reaches the port may do everything.",
  );
}
