// Passwords as argon2id hashes, which carry their parameters. They take memory and time on purpose, so few are worked on at once.
import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "../domain/commands/access.ts";
import { RequestError } from "../domain/errors.ts";

/** OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. argon2id is the library's usual kind. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MOST_AT_ONCE = 8;

export function createPasswords(): Passwords {
  let going = 0;
  let nobody: Promise<string> | undefined;
  async function bounded<T>(work: () => Promise<T>): Promise<T> {
    if (going >= MOST_AT_ONCE)
      throw new RequestError("RATE_LIMITED", "Too many sign-ins at once. Try again in a few seconds.");
    going++;
    try {
      return await work();
    } finally {
      going--;
    }
  }
  return {
    hash: (password) => bounded(() => hash(password, COST)),
    matches: (known, password) =>
      bounded(async () => {
        nobody ??= hash("nobody's", COST);
        const right = await verify(known ?? (await nobody), password);
        return right && known !== null;
      }),
  };
}
