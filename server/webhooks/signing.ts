// Signs messages by the rules of Standard Webhooks 1.0.0: HMAC-SHA256 of `id.timestamp.body`, one signature for each key.
import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const KEY_BYTES = 32;

export const newSigningKey = (): string => `${PREFIX}${randomBytes(KEY_BYTES).toString("base64")}`;

/** `timestamp`: seconds since 1970. */
export function signatures(keys: readonly string[], id: string, timestamp: number, body: string): string {
  return keys
    .map((key) => {
      const hmac = createHmac("sha256", Buffer.from(key.slice(PREFIX.length), "base64"));
      return `v1,${hmac.update(`${id}.${timestamp}.${body}`).digest("base64")}`;
    })
    .join(" ");
}
