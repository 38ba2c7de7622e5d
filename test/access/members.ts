// What the tests of namespaces share: whoever asks, and sockets that stay open.
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { ask, type By, OWNER } from "./support.ts";
import { done } from "./teams.ts";

export const owner: By = { token: OWNER };
export const WHO = "{ viewer { rights serverRights namespace { name } namespaces { name } } }";

export const member = (url: string, name: string, userId: string, role: string) =>
  done(url, owner, "setMembership", { namespace: name, userId, role }, "membership { role }");

/** Of the first error, or of the first thing that the input was told; null: there is none. */
export const codeOf = async (url: string, by: By, text: string) => {
  const { errors, data } = await ask(url, by, text);
  const [payload] = Object.values((data ?? {}) as Record<string, { userErrors?: { code: string }[] } | null>);
  return errors?.[0]?.extensions.code ?? payload?.userErrors?.[0]?.code ?? null;
};

/** A socket that stays open, and with which code it was closed. */
export function socket(url: string, { token, namespace: name }: By, cookie?: string) {
  class WithCookie extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, cookie ? { headers: { cookie } } : {});
    }
  }
  const events: unknown[] = [];
  const state: { closed: number | null; events: unknown[] } = { closed: null, events };
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WithCookie,
    retryAttempts: 0,
    connectionParams: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(name === undefined ? {} : { namespace: name }),
    },
    on: {
      closed: (event) => {
        state.closed = (event as { code: number }).code;
      },
    },
  });
  client.subscribe(
    { query: "subscription { taskEvents(snapshot: true) { type task { name } } }" },
    { next: ({ data }) => void events.push(data), error: () => {}, complete: () => {} },
  );
  return { ...state, state, stop: () => client.dispose() };
}
