// How many subscriptions a caller may have, over all of their sockets and streams together.
import { createClient } from "graphql-ws";
import { expect, it } from "vitest";
import WebSocket from "ws";
import { headersOf, OWNER, tokenWith, useSignIn } from "./support.ts";

const start = useSignIn();
const EVENTS = "subscription { taskEvents(heartbeats: true) { cursor } }";

/** Resolves when the subscription is open, with how to end it, or with the code of its refusal. */
type Opened = Promise<string | (() => void)>;

function onSocket(url: string, token: string): Opened {
  const connectionParams = { Authorization: `Bearer ${token}` };
  const client = createClient({ url: `${url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 }); // biome-ignore format: one thought
  return new Promise((resolve) => {
    client.subscribe(
      { query: EVENTS },
      {
        next: ({ errors }) => resolve(errors ? String(errors[0]?.extensions?.code) : () => void client.dispose()),
        error: (error) => resolve(String((error as { extensions: { code: string } }[])[0]?.extensions.code)),
        complete: () => {},
      },
    );
  });
}

async function onStream(url: string, token: string, path: string): Opened {
  const off = new AbortController();
  const headers = { accept: "text/event-stream", ...headersOf({ token }) };
  const { body, status } = await fetch(`${url}${path}`, { headers, signal: off.signal });
  expect(status).toBe(200);
  let text = "";
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += Buffer.from(part.value).toString();
    const code = /"code":"(\w+)"/.exec(text)?.[1];
    if (code !== undefined) return code;
    if (text.includes("cursor") || text.includes("id: ")) break;
  }
  return () => off.abort();
}

it("are bounded, told apart from others', and free again when they end", async () => {
  const { url } = await start({ CALLER_SUBSCRIPTIONS: "3" });
  const token = await tokenWith(url, ["READ"]);
  const sse = `/graphql/stream?query=${encodeURIComponent(EVENTS)}`;
  const open = [await onSocket(url, token), await onStream(url, token, sse), await onStream(url, token, "/events")];
  expect(open.map((each) => typeof each)).toEqual(["function", "function", "function"]);
  const more = () => Promise.all([onSocket(url, token), onStream(url, token, sse), onStream(url, token, "/events")]);
  expect(await more()).toEqual(["TOO_MANY_SUBSCRIPTIONS", "TOO_MANY_SUBSCRIPTIONS", "TOO_MANY_SUBSCRIPTIONS"]);
  const other = await onSocket(url, OWNER);
  for (const end of [other, ...open.splice(0)]) (end as () => void)();
  await expect
    .poll(async () => {
      const opened = await onSocket(url, token);
      open.push(opened);
      return typeof opened;
    })
    .toBe("function");
  for (const end of open) if (typeof end === "function") end();
});
