// Binds the vault to the store: opens secrets for attempts, and seals anew at a start what an older key has sealed.
import type { Config } from "./config.ts";
import { sealedAs } from "./domain/commands/secrets.ts";
import type { Store } from "./domain/ports.ts";
import { signingKeyName } from "./domain/webhook.ts";
import { SecretError, type SecretReader } from "./executor/prepare.ts";
import { createVault, type Vault } from "./vault.ts";

export function createSecretsVault({ secretsKeys }: Config): Vault | null {
  const [first, ...older] = secretsKeys;
  return first ? createVault([first, ...older]) : null;
}

export const secretReader =
  (store: Store, vault: Vault | null): SecretReader =>
  async (names, namespaceId) => {
    if (!vault) throw new SecretError(`The secret ${names[0]} cannot be opened: this server has no SECRETS_KEY.`);
    const found = await store.secretsByName(names, namespaceId);
    const missing = names.find((name) => !found.has(name));
    if (missing !== undefined) throw new SecretError(`There is no secret ${missing}.`);
    try {
      return new Map([...found].map(([name, secret]) => [name, vault.open(sealedAs(secret), secret.sealed)]));
    } catch (error) {
      throw new SecretError((error as Error).message);
    }
  };

/** After that the older keys are not needed any more. */
export async function resealSecrets(store: Store, vault: Vault): Promise<void> {
  const old = (await store.secrets()).filter(({ sealed }) => vault.knows(sealed) && !vault.fresh(sealed));
  const stale = (sealed: string | null) => sealed !== null && vault.knows(sealed) && !vault.fresh(sealed);
  const hooks = (await store.webhooks.list()).filter((hook) => stale(hook.sealedKey) || stale(hook.oldSealedKey));
  if (old.length + hooks.length === 0) return;
  await store.write(async (tx) => {
    for (const hook of hooks) {
      const anew = (sealed: string | null) => {
        const name = signingKeyName(hook.id);
        return sealed !== null && stale(sealed) ? vault.seal(name, vault.open(name, sealed)) : sealed;
      };
      const [sealedKey, oldSealedKey] = [anew(hook.sealedKey), anew(hook.oldSealedKey)];
      await tx.webhooks.save({ ...hook, sealedKey, oldSealedKey, version: hook.version + 1 });
    }
    for (const secret of old) {
      const sealed = vault.seal(sealedAs(secret), vault.open(sealedAs(secret), secret.sealed));
      await tx.saveSecret({ ...secret, sealed });
    }
  });
}
