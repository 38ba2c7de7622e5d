// Names in braces that a target or payload gives, checked: a slip shows when the task is saved, not at night.
import { ok, type Result, refuse, shown, type UserError } from "../errors.ts";
import type { Store } from "../ports.ts";
import { references, TEMPLATE_NAMES } from "../template.ts";
import type { Json } from "../types.ts";

export async function templateErrors(
  field: readonly string[],
  value: Json | undefined,
  store: Pick<Store, "secretsByName">,
): Promise<UserError[]> {
  const { secrets, unknown } = references(value);
  const known = await store.secretsByName(secrets);
  const example = 'Example: "{{ run.scheduledDate }}".';
  return [
    ...unknown.map((name): UserError => {
      const message = `${field[0]} has {{ ${shown(name).slice(1, -1)} }}, which stands for nothing; there are ${TEMPLATE_NAMES.join(", ")} and secrets.NAME. ${example}`;
      return { code: "NOT_FOUND", field, message };
    }),
    ...secrets
      .filter((name) => !known.has(name))
      .map((name): UserError => {
        const message = `${field[0]} names the secret ${shown(name)}, which does not exist. Make it with createSecret first.`;
        return { code: "NOT_FOUND", field, message };
      }),
  ];
}

/** A worker's payload goes out through the API, which gives no secret back. */
export function noSecrets(field: readonly string[], value: Json | undefined): Result<true> {
  const [name] = references(value).secrets;
  if (name === undefined) return ok(true);
  const why = `${field[0]} names the secret ${shown(name)}, which a worker cannot be given: it takes its payload through the API. Keep the value where the worker runs.`;
  return refuse("BAD_REQUEST", field, why);
}
