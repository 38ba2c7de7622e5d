// Fills in what a run's target and payload leave open: its own times and names, and secrets, whose values then never leave in a log,
// a result or an error.
import { targetOf } from "../domain/fallback.ts";
import type { ModuleCatalog } from "../domain/input/target.ts";
import { maskFor } from "../domain/mask.ts";
import type { Claimed } from "../domain/ports.ts";
import { fillJson, fillText, lookupFor, references } from "../domain/template.ts";
import type { Json, Target } from "../domain/types.ts";

/** A secret that is not there or cannot be opened. */
export class SecretError extends Error {
  override readonly name = "SecretError";
}

/** What is given is not what the module takes. */
export class PayloadError extends Error {
  override readonly name = "PayloadError";
}

/** Opens secrets of a namespace by name. @throws SecretError naming the one that is not there or cannot be opened */
export type SecretReader = (names: readonly string[], namespaceId: string) => Promise<ReadonlyMap<string, string>>;

export interface Prepared {
  readonly target: Target;
  readonly payload: Json | undefined;
  readonly mask: (text: string) => string;
}

/** @throws SecretError, and PayloadError when the module does not take the filled payload */
export async function prepare(
  { run, task, payload, payloadLiteral }: Claimed,
  secretReader: SecretReader,
  modules: Pick<ModuleCatalog, "find">,
): Promise<Prepared> {
  const open = payloadLiteral ? undefined : payload;
  const called = targetOf(run, task);
  const names = references([called as unknown as Json, open ?? null]).secrets;
  const secrets = names.length === 0 ? new Map<string, string>() : await secretReader(names, task.namespaceId);
  const lookup = lookupFor(run, task, secrets);
  const target = fillTarget(called, lookup);
  const filled = open === undefined ? payload : fillJson(open, lookup);
  return {
    target,
    // What is shown of it is the payload before it was filled in: a cut secret is not masked.
    payload: await taken(target, filled, open ?? payload, modules),
    mask: maskFor(secrets.values()),
  };
}

/** With the defaults of the module's schema. */
async function taken(
  target: Target,
  payload: Json | undefined,
  shownAs: Json | undefined,
  modules: Pick<ModuleCatalog, "find">,
): Promise<Json | undefined> {
  const check = target.kind === "MODULE" ? (await modules.find(target.name))?.check : undefined;
  if (!check) return payload;
  const fits = check.check(payload, { shownAs });
  if (fits.ok) return fits.value;
  throw new PayloadError(`The payload is refused. ${fits.errors.map(({ message }) => message).join(" ")}`);
}

function fillTarget(target: Target, lookup: (name: string) => string | undefined): Target {
  const filled = fillJson(target as unknown as Json, lookup) as unknown as Target;
  if (target.kind !== "HTTP" || filled.kind !== "HTTP") return filled;
  return {
    ...filled,
    url: fillText(target.url, lookup, encodeURIComponent),
    headers: target.headers.map(({ name, value }) => ({ name, value: fillText(value, lookup, inHeader) })),
    body: target.body === null ? null : fillText(target.body, lookup, isJson(target.body) ? inJson : undefined),
  };
}

/** An error's message may have characters that a header cannot hold. */
const inHeader = (value: string): string => value.replace(/[^\t\x20-\x7e\x80-\xff]+/g, " ");

/** Within the quotes of a JSON text. */
const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
