// A target as a user gives it, checked.
import { ok, type Result, refuse, shown } from "../errors.ts";
import { BODY_BYTES, HEADER_LENGTH, MAX_HEADERS, URL_LENGTH } from "../limits.ts";
import type { PayloadCheck } from "../payload-schema.ts";
import type { HttpMethod, HttpTarget, Json, Target } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkSecretName } from "./secret.ts";
import { checkShell, type ShellInput } from "./shell-target.ts";
import { checkQueue } from "./worker.ts";

type Maybe<T> = T | null | undefined;

/** Exactly one field is set. */
export interface TargetInput {
  readonly http?: Maybe<HttpInput>;
  readonly module?: Maybe<{ readonly name: string }>;
  readonly shell?: Maybe<ShellInput>;
  readonly worker?: Maybe<{ readonly queue: string }>;
}

interface HttpInput {
  readonly url: string;
  readonly method: HttpMethod;
  readonly headers?: Maybe<readonly { readonly name: string; readonly value: string }[]>;
  readonly body?: Maybe<string>;
  readonly expectedStatus?: Maybe<readonly number[]>;
  readonly signingSecret?: Maybe<string>;
}

export interface ModuleEntry {
  readonly name: string;
  readonly description: string | null;
  /** Null: it takes any payload. */
  readonly payloadSchema: Json | null;
  readonly check: PayloadCheck | null;
  /** Why what it says of itself could not be read. */
  readonly problem: string | null;
}

/** The modules of the tasks folder. */
export interface ModuleCatalog {
  has(name: string): Promise<boolean>;
  find(name: string): Promise<ModuleEntry | null>;
  list(): Promise<ModuleEntry[]>;
}

/** What the operator lets tasks do. */
export interface TargetRules {
  readonly modules: ModuleCatalog;
  readonly shellAllowed: boolean;
  readonly urlRefusal: UrlRefusal;
}

/** Why no request may go to this host of a URL, as far as it tells without a resolver; null: as far as that goes, it may. */
export type UrlRefusal = (hostname: string) => string | null;

export async function checkTarget(
  field: readonly string[],
  input: TargetInput,
  { modules, shellAllowed, urlRefusal }: TargetRules,
): Promise<Result<Target>> {
  if (input.http) return checkHttp([...field, "http"], input.http, urlRefusal);
  if (input.module) return checkModule([...field, "module", "name"], input.module.name, modules);
  if (input.shell) return checkShell([...field, "shell"], input.shell, shellAllowed);
  if (input.worker) {
    const queue = checkQueue([...field, "worker", "queue"], input.worker.queue);
    return queue.ok ? ok({ kind: "WORKER", queue: queue.value }) : queue;
  }
  return refuse(
    "REQUIRED",
    field,
    'target needs one of http, module, shell and worker. Example: { module: { name: "backup-folder" } }.',
  );
}

/** Folders and files of letters, digits, `.`, `_` and `-`; none starts with a dot, so that no name leads out of the folder. */
const MODULE_NAME = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

async function checkModule(field: readonly string[], name: string, modules: ModuleCatalog): Promise<Result<Target>> {
  if (name.length <= 200 && MODULE_NAME.test(name) && (await modules.has(name))) return ok({ kind: "MODULE", name });
  const names = (await modules.list()).map((module) => module.name);
  const known =
    names.length > 0 ? `It has: ${names.slice(0, 10).join(", ")}${names.length > 10 ? ", …" : ""}.` : "It is empty.";
  return refuse("MODULE_NOT_ALLOWED", field, `The tasks folder has no module ${shown(name)}. ${known}`);
}

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** No line breaks and no NUL: what follows them would be read as another header. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Set by the HTTP client itself; a value of the user's would break the request's framing. */
const RESERVED = new Set([
  "idempotency-key",
  "x-run-attempt",
  "x-run-fence",
  "x-scheduled-for",
  "host",
  "content-length",
  "transfer-encoding",
  "connection",
  "keep-alive",
  "upgrade",
  "te",
  "trailer",
  "expect",
  "proxy-connection",
  "proxy-authenticate",
  "proxy-authorization",
  "http2-settings",
]);
/** Set where a request is signed. */
const SIGNED = new Set(["webhook-id", "webhook-timestamp", "webhook-signature"]);

function checkHttp(field: readonly string[], input: HttpInput, urlRefusal: UrlRefusal): Result<HttpTarget> {
  const collector = new Collector();
  const url = collector.take(checkUrl([...field, "url"], input.url, urlRefusal));
  const signing = input.signingSecret
    ? collector.take(checkSecretName(input.signingSecret, [...field, "signingSecret"]))
    : undefined;
  const headers = input.headers ?? [];
  if (headers.length > MAX_HEADERS) {
    collector.take(
      refuse(
        "OUT_OF_RANGE",
        [...field, "headers"],
        `headers has ${headers.length} entries; at most ${MAX_HEADERS} are allowed.`,
      ),
    );
  }
  headers.slice(0, MAX_HEADERS).forEach((header, index) => {
    collector.take(
      checkHeader([...field, "headers", String(index)], header.name, header.value, signing ? SIGNED : undefined),
    );
  });
  const body = input.body ?? null;
  if (body !== null && (input.method === "GET" || input.method === "HEAD")) {
    collector.take(
      refuse(
        "BAD_REQUEST",
        [...field, "body"],
        `A ${input.method} request has no body. Use POST, PUT, PATCH or DELETE, or leave the body out.`,
      ),
    );
  } else if (body !== null && (body.includes("\u0000") || !body.isWellFormed())) {
    collector.take(
      refuse("INVALID_CHARACTERS", [...field, "body"], `body ${shown(body)} has a NUL character or broken Unicode.`),
    );
  } else if (body !== null && Buffer.byteLength(body) > BODY_BYTES) {
    collector.take(
      refuse(
        "PAYLOAD_TOO_LARGE",
        [...field, "body"],
        `body has ${Buffer.byteLength(body)} bytes; at most ${BODY_BYTES} are allowed.`,
      ),
    );
  }
  const expectedStatus = [...new Set(input.expectedStatus ?? [])];
  if (
    expectedStatus.length > 50 ||
    expectedStatus.some((status) => !Number.isInteger(status) || status < 200 || status > 599)
  ) {
    collector.take(
      refuse(
        "OUT_OF_RANGE",
        [...field, "expectedStatus"],
        `expectedStatus ${shown(expectedStatus)} must be at most 50 status codes from 200 to 599. Example: [200, 204].`,
      ),
    );
  }
  return collector.finish(() => ({
    kind: "HTTP",
    url: url as string,
    method: input.method,
    headers,
    body,
    expectedStatus,
    ...(signing && { signingSecret: `{{ secrets.${signing} }}` }),
  }));
}

/** With a host: the URL parser would take `http:///x` and `http:x` too, and make something of them. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\/\/[^/\\]/i;
/** Characters that a URL has in no place; the URL parser would drop or change them. */
const NO_URL = /[\p{Cc}\p{Cs}\s]/u;

export function checkUrl(field: readonly string[], text: string, urlRefusal: UrlRefusal): Result<string> {
  const example = 'Example: "https://example.com/health".';
  if (text.length > URL_LENGTH)
    return refuse("TOO_LONG", field, `url has ${text.length} characters; at most ${URL_LENGTH} are allowed.`);
  const address = text.trim();
  const absolute = ABSOLUTE.test(address) && !NO_URL.test(address) && URL.canParse(address);
  const url = absolute ? new URL(address) : null;
  if (!url) return refuse("INVALID_URL", field, `url ${shown(text)} is not an absolute URL. ${example}`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refuse(
      "INVALID_URL",
      field,
      `url ${shown(text)} has the scheme ${url.protocol} but only http: and https: are allowed. ${example}`,
    );
  }
  if (url.username || url.password) {
    return refuse(
      "INVALID_URL",
      field,
      `url must not hold a user name or password: they would show in lists. Use an Authorization header. ${example}`,
    );
  }
  const refusal = urlRefusal(url.hostname);
  if (refusal !== null) return refuse("URL_NOT_ALLOWED", field, `url ${shown(text)} is refused: ${refusal}`);
  return ok(address);
}

export const isHeaderValue = (text: string): boolean => HEADER_VALUE.test(text);

const NONE: ReadonlySet<string> = new Set();

/** `ours`: names in small letters that are set by Cronograph beside those that always are. */
export function checkHeader(
  field: readonly string[],
  name: string,
  value: string,
  ours: ReadonlySet<string> = NONE,
): Result<true> {
  const example = 'Example: { name: "Accept", value: "application/json" }.';
  if (!HEADER_NAME.test(name))
    return refuse(
      "INVALID_HEADER",
      [...field, "name"],
      `Header name ${shown(name)} has characters that RFC 9110 does not allow. ${example}`,
    );
  if (RESERVED.has(name.toLowerCase()) || ours.has(name.toLowerCase()))
    return refuse(
      "INVALID_HEADER",
      [...field, "name"],
      `Header ${shown(name)} is set by Cronograph itself. ${example}`,
    );
  if (name.length + value.length > HEADER_LENGTH || !isHeaderValue(value)) {
    return refuse(
      "INVALID_HEADER",
      [...field, "value"],
      `The value of header ${shown(name)} is longer than ${HEADER_LENGTH} characters or has line breaks or control characters. ${example}`,
    );
  }
  return ok(true);
}
