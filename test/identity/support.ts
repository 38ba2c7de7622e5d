// A provider, a server that lets people in by it, and a browser without a screen.
import { afterEach } from "vitest";
import { useSignIn } from "../access/support.ts";
import { CLIENT_ID, CLIENT_SECRET, startProvider, type TestProvider } from "../support/provider.ts";

export const settingsFor = ({ issuer }: Pick<TestProvider, "issuer">): Record<string, string> => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT_ID,
  OIDC_CLIENT_SECRET: CLIENT_SECRET,
  OIDC_SCOPES: "openid profile email groups",
  OIDC_ROLES: "admins=ADMIN,devs=EDITOR,everybody=VIEWER",
});

export function useProviders(): typeof startProvider {
  const running: TestProvider[] = [];
  afterEach(async () => void (await Promise.all(running.splice(0).map((provider) => provider.stop()))));
  return async (options) => {
    const provider = await startProvider(options);
    running.push(provider);
    return provider;
  };
}

/** Apps stop before their provider does: hooks run backwards. */
export function useBoth() {
  const provide = useProviders();
  const start = useSignIn();
  return async (settings: Record<string, string> = {}) => {
    const provider = await provide();
    const app = await start({ ...settingsFor(provider), ...settings });
    return { provider, ...app, url: app.url };
  };
}

export interface Page {
  readonly status: number;
  readonly url: URL;
  readonly body: string;
}

/** Keeps cookies for a host, whatever its port, as browsers do; follows redirects until `stopAt` says to look first. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get session(): { cookie: string } {
    const found = [...this.cookies].find(([name]) => name.endsWith("cronograph_session"));
    return { cookie: found ? found.join("=") : "" };
  }

  /** One request, no redirect followed. */
  async ask(url: URL, init: RequestInit = {}): Promise<Page & { readonly next: URL | null }> {
    const headers = { cookie: this.cookie(), connection: "close", ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] as string).split(/=(.*)/s);
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get("location");
    return {
      status: response.status,
      url,
      body: await response.text(),
      next: location === null ? null : new URL(location, url),
    };
  }

  async follow(url: URL, stopAt: (url: URL) => boolean = () => false, init?: RequestInit): Promise<Page> {
    let page = await this.ask(url, init);
    while (page.next !== null && !stopAt(page.next)) page = await this.ask(page.next);
    return page.next === null ? page : { ...page, url: page.next };
  }

  /** To the provider and, as somebody, to the callback, which is not asked yet. */
  async away(url: string, login: string, to = "/tasks"): Promise<URL> {
    const there = await this.follow(new URL(`/auth/oidc/start?to=${encodeURIComponent(to)}`, url), isCallback);
    if (isCallback(there.url)) return there.url;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams({ login }).toString();
    return (await this.follow(there.url, isCallback, { method: "POST", headers, body })).url;
  }

  /** All the way. Answers where it ended, without the server's address. */
  async signIn(url: string, login: string, to?: string): Promise<string> {
    return this.back(await this.away(url, login, to));
  }

  async back(callback: URL): Promise<string> {
    const { next } = await this.ask(callback);
    return next === null || next.origin !== callback.origin ? String(next) : next.pathname + next.search + next.hash;
  }
}

const isCallback = ({ pathname }: URL): boolean => pathname === "/auth/oidc/callback";

/** What the sign-in page is told. */
export const problemIn = (where: string): string | null => new URL(where, "http://here").searchParams.get("problem");
