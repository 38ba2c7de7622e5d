// A server that wants to know who asks, and requests that say so.
import { vi } from "vitest";
import type { Clock } from "../../server/domain/ports.ts";
import { useApps } from "../support/app.ts";
import type { Answer } from "../support/client.ts";

export const OWNER = "owner-token-of-the-tests-0123456789";
export const PASSWORD = "correct horse battery";

/** What a request shows. */
export interface By {
  readonly token?: string;
  readonly cookie?: string;
  /** Undefined: none is named. */
  readonly namespace?: string | undefined;
}

export const headersOf = ({ token, cookie, namespace }: By): Record<string, string> => ({
  ...(token ? { authorization: `Bearer ${token}` } : {}),
  ...(cookie ? { cookie } : {}),
  ...(namespace === undefined ? {} : { "cronograph-namespace": namespace }),
});

export async function ask(url: string, by: By, text: string, variables?: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headersOf(by) },
    body: JSON.stringify({ query: text, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  return { status: response.status, ...((await response.json()) as object) } as Answer;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
export async function told(url: string, by: By, text: string, variables?: object): Promise<any> {
  const { data, errors } = await ask(url, by, text, variables);
  if (errors) throw new Error(`The API answered ${JSON.stringify(errors)}`);
  const [payload] = Object.values(data as Record<string, { userErrors?: unknown[] } | null>);
  if (payload?.userErrors?.length) throw new Error(`The API refused ${JSON.stringify(payload.userErrors)}`);
  return data;
}

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
  /** As a browser sends it back; undefined when none was set. */
  readonly cookie: string | undefined;
}

/** To `/auth/…`. */
export async function post(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const response = await fetch(`${url}/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const set = response.headers.getSetCookie()[0];
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : JSON.parse(text),
    cookie: set?.split(";")[0],
  };
}

export const useSignIn = () => {
  const start = useApps();
  return (settings: Record<string, string> = {}, clock?: Clock) =>
    start({ ALLOW_ANONYMOUS: "false", OWNER_TOKEN: OWNER, LOG_LEVEL: "error", ...settings }, clock);
};

export async function tokenWith(url: string, rights: readonly string[]): Promise<string> {
  const text =
    "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret userErrors { message } } }";
  const made = await told(url, { token: OWNER }, text, { input: { name: rights.join(" "), rights } });
  return made.createApiToken.secret;
}

export async function userWith(url: string, name: string, role: string): Promise<{ id: string; cookie: string }> {
  const text =
    "mutation($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { message } } }";
  const made = await told(url, { token: OWNER }, text, { input: { name, role, password: PASSWORD } });
  const { cookie } = await post(url, "sign-in", { name, password: PASSWORD });
  return { id: made.createUser.user.id, cookie: cookie as string };
}

/** Retries until it throws no more: what ends somewhere is noticed elsewhere within seconds. */
export const soon = <T>(check: () => T | Promise<T>, timeout = 8_000): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 50 });
