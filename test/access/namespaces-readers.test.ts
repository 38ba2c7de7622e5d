// What is told to many who follow the same is told to each of them alone: their sessions, and the namespaces that they see.
import { expect, it } from "vitest";
import { User } from "../../server/gateway/graphql/access.ts";
import { member, owner, socket } from "./members.ts";
import { type By, headersOf, soon, userWith, useSignIn } from "./support.ts";
import { aTask, done, namespace } from "./teams.ts";

const start = useSignIn();
const FOLLOWED = `subscription { taskEvents { task { history { nodes { actor { user {
  sessions { address } memberships { namespace { name } } } } } } } } }`;

/** All that it is told, as text. */
async function follower(url: string, by: By) {
  const cut = new AbortController();
  const headers = { ...headersOf(by), accept: "text/event-stream", "content-type": "application/json" };
  const body = JSON.stringify({ query: FOLLOWED });
  const response = await fetch(`${url}/graphql/stream`, { method: "POST", headers, body, signal: cut.signal });
  expect(response.status).toBe(200);
  const told = { text: "" };
  void (async () => {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) told.text += Buffer.from(chunk).toString();
  })().catch(() => {});
  return { told, stop: () => cut.abort() };
}

it("who follows the same as somebody else is not told of that one's sessions and namespaces", async () => {
  const { url } = await start();
  await namespace(url, "alpha");
  await namespace(url, "beta");
  const [ada, bob] = [await userWith(url, "ada", "NONE"), await userWith(url, "bob", "NONE")];
  await member(url, "beta", ada.id, "VIEWER");
  for (const { id } of [ada, bob]) await member(url, "alpha", id, "EDITOR");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const [hers, his] = [ada, bob].map(({ cookie }): By => ({ cookie, namespace: "alpha" })) as [By, By];
  const first = await follower(url, hers);
  const second = await follower(url, his);
  await done(url, hers, "createTask", aTask(), "task { id }");
  await soon(() => expect(second.told.text).toContain("history"));
  first.stop();
  second.stop();
  expect(second.told.text).not.toContain("beta");
  expect(second.told.text).not.toContain("127.0.0.1");
});

it("a socket ends when its user is no member of another namespace any more, of which it could tell", async () => {
  const { url } = await start();
  await namespace(url, "alpha");
  await namespace(url, "beta");
  await namespace(url, "gamma");
  const ada = await userWith(url, "ada", "NONE");
  for (const name of ["alpha", "beta"]) await member(url, name, ada.id, "VIEWER");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const hers = socket(url, { namespace: "alpha" }, ada.cookie);
  await soon(() => expect(JSON.stringify(hers.events)).toContain("SNAPSHOT_END"));
  // One more is nothing that could be told too much.
  await member(url, "gamma", ada.id, "VIEWER");
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(hers.state.closed).toBeNull();
  await done(url, owner, "removeMembership", { namespace: "beta", userId: ada.id }, "membership { role }");
  await soon(() => expect(hers.state.closed).toBe(4_401));
  await hers.stop();
});

it("when and by what somebody signs in is told to who administers the server and to themselves", () => {
  const eve = { id: "eve", identity: { issuer: "https://login.example", subject: "1" }, lastSeenAt: 1 };
  const told = (viewer: object) =>
    [User?.lastSeenAt, User?.issuer].map((field) => (field as (...args: unknown[]) => unknown)(eve, {}, { viewer }));
  const all = [1, "https://login.example"];
  expect(told({ serverRights: ["READ", "ADMINISTER"], userId: null })).toEqual(all);
  expect(told({ serverRights: [], userId: "eve" })).toEqual(all);
  expect(told({ serverRights: [], rights: ["READ", "ADMINISTER"], userId: "ada" })).toEqual([null, null]);
});
