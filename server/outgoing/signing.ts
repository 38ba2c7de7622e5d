// Signs messages by the rules of Standard Webhooks 1.0.0: HMAC-SHA256 of `id.timestamp.body`, one signature for each key.
import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const KEY_BYTES = 32;

export const newSigningKey = (): string => `${PREFIX}${randomBytes(KEY_BYTES).toString("base64")}`;

/** The keys of a text, the newest first, with white space between them; null when one is none: `whsec_` and 24 to 64 bytes in base64. */
export function readSigningKeys(text: string): string[] | null {
  const keys = text.trim().split(/\s+/);
  return keys.every(isKey) ? keys : null;
}

function isKey(text: string): boolean {
  const base64 = text.slice(PREFIX.length);
  const { length } = Buffer.from(base64, "base64");
  return text.startsWith(PREFIX) && /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && length >= 24 && length <= 64;
}

/** The headers of a message; no keys, no signature. `timestamp`: seconds since 1970. */
export function signed(keys: readonly string[], id: string, timestamp: number, body: string): Record<string, string> {
  const about = { "webhook-id": id, "webhook-timestamp": String(timestamp) };
  return keys.length === 0 ? about : { ...about, "webhook-signature": signatures(keys, id, timestamp, body) };
}

/** `timestamp`: seconds since 1970. */
function signatures(keys: readonly string[], id: string, timestamp: number, body: string): string {
  return keys
    .map((key) => {
      const hmac = createHmac("sha256", Buffer.from(key.slice(PREFIX.length), "base64"));
      return `v1,${hmac.update(`${id}.${timestamp}.${body}`).digest("base64")}`;
    })
    .join(" ");
}
