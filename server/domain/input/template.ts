// Names in braces that a target or payload gives, checked: a slip shows when the task is saved, not at night.
import { shown, type UserError } from "../errors.ts";
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
