// What is carried out for a namespace is carried out with what is its own: secrets, webhooks, follow-ups, queues. And who is let in by
// other ways than a sign-in of ours is bound to theirs.
import { afterEach, expect, it } from "vitest";
import { createLiveClient, subscribeTaskEvents } from "../../client/node.ts";
import { type Issuer, startIssuer } from "../identity/jwt-support.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { codeOf, owner, WHO } from "./members.ts";
import { type By, OWNER, told, useSignIn } from "./support.ts";
import { aTask, done, namespace } from "./teams.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const start = useSignIn();
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
async function aReceiver(): Promise<Receiver> {
  const receiver = await startReceiver();
  ends.push(receiver.stop);
  return receiver;
}
async function anIssuer(): Promise<Issuer> {
  const issuer = await startIssuer();
  ends.push(issuer.stop);
  return issuer;
}

it("a task is given the secret of its own namespace, where two have the same name", async () => {
  const { url } = await start({ SECRETS_KEY: KEY });
  const receiver = await aReceiver();
  for (const name of [undefined, "alpha", "beta"]) {
    const by = name === undefined ? owner : await namespace(url, name);
    await done(url, by, "createSecret", { name: "KEY", value: `value of ${name ?? "nobody"}` }, "secret { id }");
    const headers = [{ name: "X-Key", value: "{{ secrets.KEY }}" }];
    const target = { http: { url: `${receiver.url}/${name ?? "default"}`, headers } };
    const { task } = await done(url, by, "createTask", aTask({ target }), "task { id }");
    await done(url, by, "triggerTask", { id: task.id }, "run { id }");
  }
  await until("all three were called", () => receiver.received.length === 3);
  const keys = Object.fromEntries(receiver.received.map(({ path, headers }) => [path, headers["x-key"]]));
  expect(keys).toEqual({ "/default": "value of nobody", "/alpha": "value of alpha", "/beta": "value of beta" });
});

it("a webhook is sent the events of its own namespace", async () => {
  const { url } = await start({ SECRETS_KEY: KEY });
  const receiver = await aReceiver();
  const alpha = await namespace(url, "alpha");
  const beta = await namespace(url, "beta");
  const filter = { taskEvents: ["CREATED"] };
  for (const by of [alpha, beta])
    await done(
      url,
      by,
      "createWebhook",
      { name: "hook", url: `${receiver.url}/${by.namespace}`, filter },
      "webhook { id }",
    );
  await done(url, owner, "createTask", aTask({ name: "of nobody" }), "task { id }");
  await done(url, beta, "createTask", aTask({ name: "of beta" }), "task { id }");
  await done(url, alpha, "createTask", aTask({ name: "of alpha" }), "task { id }");
  await until("both were sent one", () => receiver.received.length >= 2);
  const sent = receiver.received.map(({ path, body }) => [path, /of (alpha|beta|nobody)/.exec(body)?.[0]]);
  expect(sent.toSorted(([a = ""], [b = ""]) => a.localeCompare(b))).toEqual([
    ["/alpha", "of alpha"],
    ["/beta", "of beta"],
  ]);
});

it("a JWT opens the namespace that its claim names, and one that names none opens nothing", async () => {
  const issuer = await anIssuer();
  const { url } = await start({ ...issuer.settings, JWT_NAMESPACE_CLAIM: "team.name" });
  await namespace(url, "alpha");
  await namespace(url, "beta");
  const scope = "cronograph:read cronograph:administer";
  const by = async (team: unknown, name?: string): Promise<By> => ({
    token: await issuer.sign({ scope, team }),
    namespace: name,
  });
  const alphas = { name: "alpha" };
  expect((await told(url, await by(alphas), WHO)).viewer).toEqual({
    rights: ["READ", "ADMINISTER"],
    serverRights: [],
    namespace: { name: "alpha" },
    namespaces: [{ name: "alpha" }],
  });
  expect(await codeOf(url, await by(alphas, "beta"), WHO)).toBe("NOT_FOUND");
  expect(await codeOf(url, await by(alphas), "{ users { name } }")).toBe("FORBIDDEN");
  for (const team of [undefined, {}, { name: "" }, { name: "nowhere" }, { name: 7 }])
    expect([team, await codeOf(url, await by(team), WHO)]).toEqual([team, "UNAUTHENTICATED"]);
});

it("the client kit follows the namespace that it is given, and gives up where there is none", async () => {
  const { url } = await start();
  const alpha = await namespace(url, "alpha");
  const connectionParams = { authorization: `Bearer ${OWNER}` };
  const names: string[] = [];
  const live = createLiveClient({ url, connectionParams, namespace: "alpha" });
  ends.push(async () => live.close());
  let caughtUp = false;
  subscribeTaskEvents({
    client: live,
    onEvent: ({ task }) => void names.push(task?.name ?? ""),
    onStatus: (status) => {
      caughtUp ||= status === "caught up";
    },
  });
  await until("it has caught up", () => caughtUp);
  await done(url, owner, "createTask", aTask({ name: "of nobody" }), "task { id }");
  await done(url, alpha, "createTask", aTask({ name: "of alpha" }), "task { id }");
  await until("it is told", () => names.length > 0);
  expect(names).toEqual(["of alpha"]);
  const lost = subscribeTaskEvents({ url, connectionParams, namespace: "nowhere", onEvent: () => {} });
  await expect(lost.done).rejects.toMatchObject({ name: "LiveError", closeCode: 4_404 });
});
