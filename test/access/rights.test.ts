// Every root field × every role × every transport: answered for who has the right that schema.graphql declares, FORBIDDEN for others.
import { createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { rightsOf, type UserRole } from "../../server/domain/access.ts";
import { createSchema } from "../../server/gateway/graphql/schema.ts";
import { type Minimal, minimalOperations } from "./minimal.ts";
import { ask, type By, headersOf, tokenWith, userWith, useSignIn } from "./support.ts";

const start = useSignIn();
const schema = createSchema();
const OPERATIONS = minimalOperations(schema);
const ROLES: readonly UserRole[] = ["VIEWER", "OPERATOR", "EDITOR", "ADMIN"];
/** Long enough for a refusal, which comes at once; a subscription that is let in may say nothing. The others always have an answer. */
const waitFor = ({ kind }: Minimal): number => (kind === "subscription" ? 500 : 20_000);

/** As the text of the contract declares it. */
function declared({ kind, field }: Minimal): string | null {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind];
  const node = type?.getFields()[field]?.astNode?.directives?.find(({ name }) => name.value === "needs");
  if (!node) throw new Error(`${field} declares nothing`);
  const value = node.arguments?.find(({ name }) => name.value === "right")?.value;
  return value?.kind === "EnumValue" ? value.value : null;
}

const isForbidden = (errors: readonly { extensions?: { code?: unknown } }[] | undefined) =>
  errors?.some(({ extensions }) => extensions?.code === "FORBIDDEN") ?? false;

const TRANSPORTS: Record<string, (url: string, by: By, operation: Minimal) => Promise<boolean>> = {
  async HTTP(url, by, { text }) {
    const { status, errors } = await ask(url, by, text);
    expect([text, status]).toEqual([text, 200]);
    return isForbidden(errors);
  },
  async WebSocket(url, by, operation) {
    const { text } = operation;
    class AsBrowser extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: headersOf({ cookie: by.cookie as string }) });
      }
    }
    const client = createClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: AsBrowser,
      retryAttempts: 0,
    });
    try {
      return await new Promise<boolean>((resolve, reject) => {
        const timer = setTimeout(() => resolve(false), waitFor(operation));
        const done = (forbidden: boolean) => {
          clearTimeout(timer);
          resolve(forbidden);
        };
        client.subscribe(
          { query: text },
          {
            next: ({ errors }) => done(isForbidden(errors as never)),
            error: (error) => (Array.isArray(error) ? done(isForbidden(error)) : reject(error as Error)),
            complete: () => done(false),
          },
        );
      });
    } finally {
      await client.dispose();
    }
  },
  async SSE(url, by, operation) {
    const { text } = operation;
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(), waitFor(operation));
    let body = "";
    try {
      const response = await fetch(`${url}/graphql/stream`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "text/event-stream", ...headersOf(by) },
        body: JSON.stringify({ query: text }),
        signal: cut.signal,
      });
      expect([text, response.status]).toEqual([text, 200]);
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        body += Buffer.from(chunk).toString();
    } catch (error) {
      if (!cut.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
    }
    return body.includes('"code":"FORBIDDEN"');
  },
};

describe.each(Object.entries(TRANSPORTS))("over %s", (name, carry) => {
  it.each(ROLES)("every field is answered as declared for the role %s", { timeout: 60_000 }, async (role) => {
    const { url } = await start();
    const { cookie } = await userWith(url, role, role);
    const wrong: string[] = [];
    for (const operation of OPERATIONS) {
      if (name === "HTTP" && operation.kind === "subscription") continue;
      const right = declared(operation);
      const may = right === null || (rightsOf(role) as readonly string[]).includes(right);
      const forbidden = await carry(url, { cookie }, operation);
      if (forbidden === may) wrong.push(`${operation.field} needs ${right}: ${forbidden ? "FORBIDDEN" : "answered"}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("rights", () => {
  it("are declared by every root field, and asked for whatever way a field is reached", async () => {
    expect(OPERATIONS.map(declared)).not.toContain(undefined);
    const { url } = await start();
    const by = { token: await tokenWith(url, ["READ"]) };
    for (const text of [
      'mutation { a: deleteTask(input: { id: "x" }) { userErrors { code } } }',
      'mutation { ...F } fragment F on Mutation { deleteTask(input: { id: "x" }) { userErrors { code } } }',
      'mutation { ... on Mutation { deleteTask(input: { id: "x" }) { userErrors { code } } } }',
      'mutation($yes: Boolean!) { deleteTask(input: { id: "x" }) @include(if: $yes) { userErrors { code } } }',
      "query { viewer { name } users { name } }",
    ]) {
      const { errors } = await ask(url, by, text, { yes: true });
      expect([text, errors?.[0]?.extensions.code]).toEqual([text, "FORBIDDEN"]);
    }
  });

  it("of the log of events are those of its subscription", async () => {
    const { url } = await start();
    const events = async (rights: readonly string[]) =>
      (await fetch(`${url}/events`, { headers: headersOf({ token: await tokenWith(url, rights) }) })).status;
    expect(await events(["READ"])).toBe(200);
    expect(await events(["WORK"])).toBe(403);
  });
});
