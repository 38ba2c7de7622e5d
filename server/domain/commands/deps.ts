// What every command needs, and the rule for repeated calls.
import { canonicalJson } from "../canonical-json.ts";
import { fail, type Result, type UserError } from "../errors.ts";
import type { TargetRules } from "../input/target.ts";
import { IDEMPOTENCY_MS } from "../limits.ts";
import type { Clock, Store, StoreTransaction } from "../ports.ts";
import type { Task } from "../types.ts";

export interface Deps extends TargetRules {
  readonly store: Store;
  readonly clock: Clock;
  /** A UUID of version 7 for the present instant. */
  readonly newId: () => string;
  /** Hex digest of a text, for comparing inputs. */
  readonly digest: (text: string) => string;
  /** Encrypts a secret's value; null without a key of the operator's. */
  readonly seal: ((name: string, value: string) => string) | null;
}

export const notFound = (what: string, id: string): UserError => ({
  code: "NOT_FOUND",
  field: ["id"],
  message: `No ${what} has the id "${id}".`,
});

export const nameTaken = (name: string): UserError => ({
  code: "ALREADY_EXISTS",
  field: ["name"],
  message: `Another task is named ${JSON.stringify(name)}. Names are unique, ignoring case; choose another one.`,
});

export const staleTask = (current: Task, version: number): UserError => ({
  code: "CONFLICT",
  field: ["version"],
  message: `The task has changed: you read version ${version}, it is now version ${current.version}. Read it again and repeat the edit.`,
});

/**
 * Runs `make` once for a key: the same key and input give the first call's object again for 24 hours, another input an error.
 * `make` answers the new object's id.
 */
export async function once(
  tx: StoreTransaction,
  deps: Deps,
  operation: string,
  key: string | undefined,
  input: unknown,
  make: () => Promise<Result<string>>,
): Promise<Result<string>> {
  if (key === undefined) return make();
  const inputHash = deps.digest(`${operation}\n${canonicalJson(input)}`);
  const now = deps.clock.now();
  const known = await tx.findKey(key);
  if (known && known.createdAt > now - IDEMPOTENCY_MS) {
    if (known.inputHash === inputHash) return { ok: true, value: known.resultId };
    return fail({
      code: "IDEMPOTENCY_CONFLICT",
      field: ["idempotencyKey"],
      message: `idempotencyKey ${JSON.stringify(key)} was used for ${known.operation} with another input in the past 24 hours. Use a new key.`,
    });
  }
  const made = await make();
  if (made.ok) await tx.saveKey(now, key, operation, inputHash, made.value);
  return made;
}
