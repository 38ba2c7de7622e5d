// What commands about users, sessions and tokens need beside the store.
import type { Viewer } from "../access.ts";
import { ok, type Result, refuse, type UserError } from "../errors.ts";
import { checkText } from "../input/text.ts";
import type { Clock, Store } from "../ports.ts";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Whether it is the password of the hash. Takes as long with a hash of null, so that nobody learns which users there are. */
  matches(hash: string | null, password: string): Promise<boolean>;
}

/** Counts what was tried in vain, so that it cannot be tried for ever. */
export interface Attempts {
  /** @throws RequestError RATE_LIMITED with `retryAfter`, seconds */
  allowed(...keys: readonly string[]): Promise<void>;
  /** One more in vain. */
  failed(...keys: readonly string[]): Promise<void>;
}

/** What tries for the password of a name are counted under, wherever they are made. */
export const triesFor = (name: string): string => `name ${name.trim().toLowerCase().slice(0, NAME_LENGTH)}`;

export interface AccessDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly digest: (text: string) => string;
  readonly passwords: Passwords;
  /** Of passwords. */
  readonly tries: Attempts;
  /** 256 random bits as text. */
  readonly newSecret: () => string;
}

export const NAME_LENGTH = 100;
const PASSWORD_LEAST = 12;
const PASSWORD_MOST = 200;

export const checkName = (name: string, example: string): Result<string> =>
  checkText(["name"], name, { least: 1, most: NAME_LENGTH, example });

/** Long rather than mixed (NIST SP 800-63B §3.1.1). No message holds any of it. */
export function checkPassword(field: readonly string[], password: string, name: string): Result<string> {
  const length = [...password].length;
  const what = field.at(-1);
  if (length < PASSWORD_LEAST)
    return refuse(
      length === 0 ? "REQUIRED" : "OUT_OF_RANGE",
      field,
      `${what} has ${length} characters; at least ${PASSWORD_LEAST} are needed. Example: four words that do not belong together.`,
    );
  if (length > PASSWORD_MOST)
    return refuse("TOO_LONG", field, `${what} has ${length} characters; at most ${PASSWORD_MOST} are allowed.`);
  if (!password.isWellFormed() || password.includes("\0"))
    return refuse("INVALID_CHARACTERS", field, `${what} has a NUL character or broken Unicode.`);
  if (new Set(password).size < 4 || password.toLowerCase() === name.toLowerCase())
    return refuse("OUT_OF_RANGE", field, `${what} is too easy to guess: it is the name, or a few characters repeated.`);
  return ok(password);
}

export const FORBIDDEN = (message: string): UserError => ({ code: "FORBIDDEN", field: null, message });

/** The server, not only the namespace of the request. */
export const administers = ({ serverRights }: Viewer): boolean => serverRights.includes("ADMINISTER");
