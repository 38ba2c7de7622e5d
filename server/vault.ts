// Seals secrets under the operator's keys: AES-256-GCM (NIST SP 800-38D) with a random nonce, the secret's name as associated data,
// so that a sealed value cannot be moved to another name. The first key seals; the others only open what older ones have sealed.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Vault {
  /** `v1.KEY.BASE64`: the key's name, then nonce, ciphertext and tag. */
  seal(name: string, value: string): string;
  /** @throws Error saying why it cannot be opened; never with the value in it */
  open(name: string, sealed: string): string;
  /** Whether it is sealed by the first key. */
  fresh(sealed: string): boolean;
  /** Whether it is sealed by a key that is known here. */
  knows(sealed: string): boolean;
}

/** Says which key sealed a value without telling anything of the key. */
const nameOf = (key: Buffer): string =>
  createHash("sha256").update("cronograph key ").update(key).digest("hex").slice(0, 8);

export function createVault(keys: readonly [Buffer, ...Buffer[]]): Vault {
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const [first] = keys;
  const keyNameOf = (sealed: string) => sealed.split(".")[1] ?? "";
  return {
    seal(name, value) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, first, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(name));
      const sealed = Buffer.concat([nonce, cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `v1.${nameOf(first)}.${sealed.toString("base64")}`;
    },
    open(name, sealed) {
      const [version, keyName = "", text = ""] = sealed.split(".");
      const key = byName.get(keyName);
      if (version !== "v1" || !key)
        throw new Error(`The secret ${name} is sealed by the key ${keyName}, which SECRETS_KEY does not have.`);
      const bytes = Buffer.from(text, "base64");
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(name));
      try {
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
      } catch {
        throw new Error(`The secret ${name} cannot be opened: its stored value was changed. Give it a new value.`);
      }
    },
    fresh: (sealed) => keyNameOf(sealed) === nameOf(first),
    knows: (sealed) => byName.has(keyNameOf(sealed)),
  };
}
