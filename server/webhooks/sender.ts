// Sends one message to its webhook, once: fills in secrets, signs, posts, and says what came of it. Follows no redirect: an address
// that has moved is changed by a person.
import { request } from "undici";
import { isHeaderValue } from "../domain/input/target.ts";
import { ERROR_LENGTH, WEBHOOK_TIMEOUT_MS } from "../domain/limits.ts";
import { maskFor } from "../domain/mask.ts";
import type { Clock } from "../domain/ports.ts";
import { fillText, references } from "../domain/template.ts";
import { type Message, type Outcome, signingKeyName, type Webhook } from "../domain/webhook.ts";
import { CONTENT_TYPES } from "../domain/webhook-messages.ts";
import { createOutgoingAgent, type Outgoing, refusalIn } from "../outgoing/agent.ts";
import { signed } from "../outgoing/signing.ts";

/** Of an answer: enough for what a receiver says is wrong. */
const ANSWER_SHOWN = 200;

export interface SenderDeps {
  readonly clock: Clock;
  readonly version: string;
  readonly outgoing: Outgoing;
  /** @throws Error saying which secret is not there or cannot be opened */
  readonly secrets: (names: readonly string[], namespaceId: string) => Promise<ReadonlyMap<string, string>>;
  /** @throws Error when it cannot be opened; null without a key of the operator's */
  readonly open: ((name: string, sealed: string) => string) | null;
}

export interface Sender {
  /** Null: `signal` was aborted, and nobody knows whether the message arrived. */
  send(webhook: Webhook, message: Message, signal: AbortSignal): Promise<Outcome | null>;
  stop(): Promise<void>;
}

export function createSender(deps: SenderDeps): Sender {
  const { clock, version, outgoing } = deps;
  const agent = createOutgoingAgent(outgoing, { connections: 8, connectTimeoutMs: WEBHOOK_TIMEOUT_MS });

  function keys({ id, sealedKey, oldSealedKey, oldKeyUntil }: Webhook): string[] {
    if (sealedKey === null) return [];
    const { open } = deps;
    if (open === null) throw new Error("The signing key cannot be opened: this server has no SECRETS_KEY.");
    const old = oldKeyUntil !== null && oldKeyUntil > clock.now() ? oldSealedKey : null;
    return [sealedKey, ...(old === null ? [] : [old])].map((sealed) => open(signingKeyName(id), sealed));
  }

  async function prepare({ url, headers, format, ...webhook }: Webhook, { messageId, body }: Message) {
    const names = references([url, ...headers.map(({ value }) => value)]).secrets;
    const secrets = names.length > 0 ? await deps.secrets(names, webhook.namespaceId) : new Map<string, string>();
    const lookup = (name: string) => secrets.get(name.slice("secrets.".length));
    const filled = headers.map(({ name, value }) => [name.toLowerCase(), fillText(value, lookup)] as const);
    const broken = filled.find(([, value]) => !isHeaderValue(value));
    if (broken)
      throw new Error(`Header ${broken[0]} has line breaks or control characters when its secrets are filled in.`);
    const timestamp = Math.floor(clock.now() / 1_000);
    const signature = signed(keys({ url, headers, format, ...webhook }), messageId, timestamp, body);
    return {
      url: fillText(url, lookup),
      mask: maskFor(secrets.values()),
      headers: {
        "user-agent": `Cronograph/${version}`,
        ...Object.fromEntries(filled),
        "content-type": CONTENT_TYPES[format],
        ...signature,
      },
    };
  }

  return {
    async send(webhook, message, signal) {
      const started = clock.now();
      const ended = (status: number | null, error: string | null, retryAfter?: string): Outcome => ({
        status,
        error: error?.slice(0, ERROR_LENGTH) ?? null,
        durationMs: Math.max(0, clock.now() - started),
        retryAfter,
      });
      const timeout = new AbortController();
      const cancel = clock.after(WEBHOOK_TIMEOUT_MS, () => timeout.abort());
      let mask = (text: string) => text;
      try {
        const { url, headers, ...prepared } = await prepare(webhook, message);
        mask = prepared.mask;
        const answer = await request(url, {
          dispatcher: agent,
          method: "POST",
          headers,
          body: message.body,
          signal: AbortSignal.any([signal, timeout.signal]),
          headersTimeout: 0,
          bodyTimeout: 0,
        });
        const said = await startOf(answer.body);
        const { statusCode: status } = answer;
        if (status >= 200 && status < 300) return ended(status, null);
        const words = said === "" ? "." : `: ${mask(said)}`;
        const moved = status >= 300 && status < 400 ? " Redirects are not followed: give the address itself." : "";
        return ended(
          status,
          `The receiver answered ${status}${words}${moved}`,
          answer.headers["retry-after"]?.toString(),
        );
      } catch (error) {
        if (signal.aborted) return null;
        const refused = refusalIn(error);
        if (refused) return { ...ended(null, mask(`url is refused: ${refused.message}`)), permanent: true };
        if (timeout.signal.aborted) return ended(null, `No answer within ${WEBHOOK_TIMEOUT_MS / 1_000} seconds.`);
        return ended(null, mask(reason(error)));
      } finally {
        cancel();
      }
    },
    stop: () => agent.destroy(),
  };
}

/** The rest is not read: the connection is given up instead. */
async function startOf(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > 4 * ANSWER_SHOWN) break;
  }
  body.destroy();
  const text = Buffer.concat(chunks).toString("utf8").replace(/\s+/g, " ").trim();
  return text.length > ANSWER_SHOWN ? `${text.slice(0, ANSWER_SHOWN)}…` : text;
}

function reason(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string; cause?: Error };
  return [message || code, cause?.message].filter(Boolean).join(": ") || "no answer";
}
