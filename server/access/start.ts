// Puts together what decides who comes in, from the settings.
import { createHash } from "node:crypto";
import type { Config } from "../config.ts";
import { createRefusals, type Refusals } from "../domain/audit/refusals.ts";
import type { AccessDeps } from "../domain/commands/access.ts";
import type { Log } from "../log.ts";
import { type Access, createAccess, newSecret } from "./access.ts";
import { firstStart } from "./first-start.ts";
import { createJwts } from "./jwt.ts";
import { createPasswordAttempts } from "./limits.ts";
import { createOidc, type Oidc } from "./oidc.ts";
import { createPasswords } from "./passwords.ts";

export interface StartedAccess {
  readonly deps: AccessDeps;
  readonly access: Access;
  readonly refusals: Refusals;
  readonly oidc: Oidc | null;
  /** What the link that makes the owner holds; null: none is needed. */
  readonly ownerLink: string | null;
}

/** @throws StartupError when nobody could ever sign in */
export async function startAccess(
  given: Pick<AccessDeps, "store" | "clock" | "newId"> & { readonly log: Log },
  config: Config,
): Promise<StartedAccess> {
  const { log, clock } = given;
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const deps = { ...given, digest, newSecret, passwords: createPasswords(), tries: createPasswordAttempts() };
  const ownerLink = await firstStart(deps, config);
  const { anonymous, passwordSignIn } = config;
  const jwts = config.jwt && createJwts({ config: config.jwt, clock, log });
  const onFailure = (err: unknown) => log.warn({ err }, "a refused attempt could not be written to the audit");
  const refusals = createRefusals({ ...deps, onFailure });
  const access = createAccess({ ...deps, refusals, anonymous, passwordSignIn, jwts, ownerLink });
  const oidc = config.oidc && createOidc({ ...deps, refusals, config: config.oidc, access });
  return { deps, access, refusals, oidc, ownerLink };
}
