// Who has signed in here: asked once before the first page, since everything else depends on it. The cookie itself is out of reach.
import type { Right } from "../gql/graphql";
import { DEFAULT, namespaceHeaders, namespaceName } from "./namespace";

export interface Session {
  readonly signedIn: boolean;
  /** Nobody has to sign in. */
  readonly anonymous: boolean;
  /** There is no user yet; the link that the server has printed makes the first. */
  readonly needsOwner: boolean;
  /** Whether names and passwords open anything. */
  readonly passwordSignIn: boolean;
  /** What the provider is called that people can sign in with; null: there is none. */
  readonly singleSignOn: string | null;
  readonly name: string | null;
  /** In the namespace of this tab. */
  readonly rights: readonly Right[];
  /** In every namespace, and for the server itself. */
  readonly serverRights: readonly Right[];
  /** Where the server puts them; null: they may not see it, or none at all. */
  readonly namespace: string | null;
  /** Those that they see. */
  readonly namespaces: readonly string[];
  /** Who is refused operations that no manifest has: nobody, browsers, everybody. */
  readonly trustedDocuments: "off" | "sessions" | "only";
  /** Whether the schema is told. */
  readonly introspection: boolean;
}

/** Until the server has been asked, or when it cannot be: pages say themselves what they cannot load. */
const UNKNOWN: Session = {
  signedIn: true,
  anonymous: false,
  needsOwner: false,
  passwordSignIn: true,
  singleSignOn: null,
  name: null,
  rights: [],
  serverRights: [],
  namespace: namespaceName ?? DEFAULT,
  namespaces: [],
  trustedDocuments: "off",
  introspection: true,
};
let known: Session | undefined;

export async function loadSession(): Promise<Session> {
  try {
    const response = await fetch("/auth/state", { headers: { accept: "application/json", ...namespaceHeaders } });
    if (response.ok) known = (await response.json()) as Session;
    for (const listener of listeners) listener();
  } catch {
    // It cannot be reached; it will decide by itself what to answer.
  }
  return session();
}

const listeners = new Set<() => void>();
/** Called after each answer of the server's. Answers how to stop listening. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const session = (): Session => known ?? UNKNOWN;

/** What the viewer may not do is not offered. The server decides in any case. */
export const may = (right: Right): boolean => known === undefined || known.rights.includes(right);
export const mayServer = (right: Right): boolean => known === undefined || known.serverRights.includes(right);

const PAGES = ["/sign-in", "/setup"];
/** Pages for those whom nobody knows yet. */
export const isOutside = (pathname: string): boolean => PAGES.includes(pathname);

/** Only a path of this site. Judged by what a browser makes of it: it leaves out tabs, takes `\\` for `/`, and makes `//` of `/..//`. */
export function wayBack(to: unknown, here = location.origin): string {
  if (typeof to !== "string" || !to.startsWith("/") || !URL.canParse(to, here)) return "/";
  const { origin, pathname, search, hash } = new URL(to, here);
  return origin === here && !pathname.startsWith("//") && !isOutside(pathname) ? pathname + search + hash : "/";
}

let leaving = false;
/** To the sign-in and back again. The page is loaded anew, so that nothing of whoever was here stays in memory. */
export function leave(): void {
  if (leaving || isOutside(location.pathname)) return;
  leaving = true;
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
}

export interface Refusal {
  readonly message: string;
  readonly field: string | null;
}

/** Posts to `/auth/…`. Empty when it was done. */
export async function postAuth(path: "setup" | "sign-in" | "sign-out", body: object): Promise<Refusal[]> {
  let response: Response;
  try {
    response = await fetch(`/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    return [{ message: "The server cannot be reached. Check that Cronograph is running, and try again.", field: null }];
  }
  if (response.ok) return [];
  const { errors } = (await response.json().catch(() => ({}))) as {
    errors?: { message: string; extensions?: { field?: string[] } }[];
  };
  return (errors ?? [{ message: `The server answered with status ${response.status}.` }]).map((error) => ({
    message: error.message,
    field: ("extensions" in error && error.extensions?.field?.at(-1)) || null,
  }));
}
