// A secret as a user gives it, checked. No message ever holds a value.
import { ok, type Result, refuse, shown } from "../errors.ts";
import { DESCRIPTION_LENGTH, SECRET_BYTES, SECRET_LEAST } from "../limits.ts";
import { checkText } from "./text.ts";

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/;

export function checkSecretName(name: string, field: readonly string[] = ["name"]): Result<string> {
  if (NAME.test(name)) return ok(name);
  const why = `${field.at(-1)} ${shown(name)} is not 1 to 64 capital letters, digits and underscores that begin with a letter. Example: "DEPLOY_TOKEN".`;
  return refuse("INVALID_CHARACTERS", field, why);
}

export function checkSecretValue(value: string): Result<string> {
  const characters = [...value].length;
  if (characters < SECRET_LEAST) {
    const why = `value has ${characters} characters; at least ${SECRET_LEAST} are needed, since shorter ones cannot be masked in logs.`;
    return refuse(characters === 0 ? "REQUIRED" : "OUT_OF_RANGE", ["value"], why);
  }
  const bytes = Buffer.byteLength(value);
  if (bytes > SECRET_BYTES)
    return refuse("TOO_LONG", ["value"], `value has ${bytes} bytes; at most ${SECRET_BYTES} are allowed.`);
  if (value.includes("\u0000") || !value.isWellFormed())
    return refuse("INVALID_CHARACTERS", ["value"], "value has a NUL character or broken Unicode.");
  return ok(value);
}

export const checkSecretDescription = (text: string | null | undefined): Result<string | null> =>
  text
    ? checkText(["description"], text, { most: DESCRIPTION_LENGTH, lines: true, example: "Pushes to the registry" })
    : ok(null);
