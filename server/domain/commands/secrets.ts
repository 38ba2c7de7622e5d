// Creates, changes and deletes secrets. Values go in and never come out: what is stored and answered is sealed or left out.
import { fail, ok, type Result, refuse, type UserError } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkSecretDescription, checkSecretName, checkSecretValue } from "../input/secret.ts";
import { checkId } from "../input/text.ts";
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import { overQuota } from "../quota.ts";
import { references } from "../template.ts";
import type { Secret } from "../types.ts";
import type { Webhook } from "../webhook.ts";
import { type Deps, notFound } from "./deps.ts";

export const NO_KEY: UserError = {
  code: "UNAVAILABLE",
  field: null,
  message:
    "Secrets are kept only under a key of the operator's, and this server has none. Set SECRETS_KEY to 32 bytes in base64, for example from `openssl rand -base64 32`, and start it again.",
};

/** What a value is sealed for: in the row of another namespace or name it cannot be opened. */
export const sealedAs = ({ namespaceId, name }: Pick<Secret, "namespaceId" | "name">): string =>
  namespaceId === DEFAULT_NAMESPACE ? name : `${namespaceId}/${name}`;

export interface CreateSecret {
  readonly name: string;
  readonly value: string;
  readonly description?: string | null | undefined;
}

export async function createSecret(deps: Deps, input: CreateSecret): Promise<Result<Secret>> {
  const { seal } = deps;
  if (seal === null) return fail(NO_KEY);
  const collector = new Collector();
  const name = collector.take(checkSecretName(input.name));
  const value = collector.take(checkSecretValue(input.value));
  const description = collector.take(checkSecretDescription(input.description));
  const checked = collector.finish(() => ({ name: name as string, description: description as string | null }));
  if (!checked.ok) return checked;
  const now = deps.clock.now();
  const namespaceId = deps.store.namespaceId ?? DEFAULT_NAMESPACE;
  const sealed = seal(sealedAs({ ...checked.value, namespaceId }), value as string);
  const secret: Secret = { id: deps.newId(), namespaceId, ...checked.value, sealed, createdAt: now, updatedAt: now };
  return deps.store.write(async (tx) => {
    const over = await overQuota(tx, namespaceId, "secrets");
    if (over) return over;
    if (await tx.insertSecret(secret)) return ok(secret);
    const why = `There is a secret ${secret.name} already. Give it a new value with updateSecret, or choose another name.`;
    return refuse("ALREADY_EXISTS", ["name"], why);
  });
}

export interface UpdateSecret {
  readonly id: string;
  readonly value?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** A value that is undefined or null stays. */
export async function updateSecret(deps: Deps, input: UpdateSecret): Promise<Result<Secret>> {
  const { seal } = deps;
  if (seal === null) return fail(NO_KEY);
  const collector = new Collector();
  collector.take(checkId(["id"], input.id));
  const value = typeof input.value === "string" ? collector.take(checkSecretValue(input.value)) : undefined;
  const description =
    input.description === undefined ? undefined : collector.take(checkSecretDescription(input.description));
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  return deps.store.write(async (tx) => {
    const current = await tx.secret(input.id);
    if (!current) return fail(notFound("secret", input.id));
    const secret: Secret = {
      ...current,
      ...(value === undefined ? {} : { sealed: seal(sealedAs(current), value) }),
      ...(description === undefined ? {} : { description }),
      updatedAt: deps.clock.now(),
    };
    await tx.saveSecret(secret);
    return ok(secret);
  });
}

export async function deleteSecret(deps: Deps, { id }: { id: string }): Promise<Result<Secret>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const secret = await tx.secret(id);
    if (!secret) return fail(notFound("secret", id));
    const hooks = (await tx.webhooks.list(secret.namespaceId)).filter(({ url, headers }) =>
      named(secret.name, url, headers),
    );
    const users = [...(await tx.tasksNaming(secret.name, secret.namespaceId)), ...hooks];
    if (users.length > 0) {
      const named = users.slice(0, 3).map(({ name }) => JSON.stringify(name));
      const more = users.length > 3 ? ` and ${users.length - 3} more` : "";
      const why = `The secret is used by ${named.join(", ")}${more}. Take it out of them first.`;
      return refuse("ILLEGAL_STATE", ["id"], why);
    }
    await tx.deleteSecret(id);
    return ok(secret);
  });
}

const named = (name: string, url: string, headers: Webhook["headers"]): boolean =>
  references([url, ...headers.map(({ value }) => value)]).secrets.includes(name);
