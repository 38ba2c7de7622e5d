// Who has signed in here: asked once before the first page, since everything else depends on it. The cookie itself is out of reach.
import type { Right } from "../gql/graphql";

export interface Session {
  readonly signedIn: boolean;
  /** Nobody has to sign in. */
  readonly anonymous: boolean;
  /** There is no user yet; the link that the server has printed makes the first. */
  readonly needsOwner: boolean;
  readonly name: string | null;
  readonly rights: readonly Right[];
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
  name: null,
  rights: [],
  trustedDocuments: "off",
  introspection: true,
};
let known: Session | undefined;

export async function loadSession(): Promise<Session> {
  try {
    const response = await fetch("/auth/state", { headers: { accept: "application/json" } });
    if (response.ok) known = (await response.json()) as Session;
  } catch {
    // It cannot be reached; it will decide by itself what to answer.
  }
  return session();
}

export const session = (): Session => known ?? UNKNOWN;

/** What the viewer may not do is not offered. The server decides in any case. */
export const may = (right: Right): boolean => known === undefined || known.rights.includes(right);

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
