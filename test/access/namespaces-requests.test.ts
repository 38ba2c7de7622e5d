// Of which namespace a request is, on every transport; tokens for one alone; what the audit tells of each; quotas.
import { describe, expect, it } from "vitest";
import { codeOf, member, owner, socket, WHO } from "./members.ts";
import { ask, type By, OWNER, PASSWORD, post, soon, told, userWith, useSignIn } from "./support.ts";
import { aTask, done, MARK, namespace } from "./teams.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const start = useSignIn();

describe("requests", () => {
  it("of a namespace that is not there are refused, on every transport alike", async () => {
    const { url } = await start();
    for (const path of ["/graphql", "/graphql/stream", "/events", "/runs.csv", "/schema.graphql"]) {
      const headers = { authorization: `Bearer ${OWNER}`, "cronograph-namespace": "nowhere" };
      const response = await fetch(url + path, { headers });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect([path, response.status, errors[0]?.extensions.code]).toEqual([path, 404, "NOT_FOUND"]);
    }
    const lost = socket(url, { token: OWNER, namespace: "nowhere" });
    await soon(() => expect(lost.state.closed).toBe(4_404));
    await lost.stop();
  });

  it("a stream that was reserved in one namespace is not there in another one", async () => {
    const { url } = await start();
    await namespace(url, "alpha");
    await namespace(url, "beta");
    const headers = (name: string) => ({ authorization: `Bearer ${OWNER}`, "cronograph-namespace": name });
    const reserved = await fetch(`${url}/graphql/stream`, { method: "PUT", headers: headers("alpha") });
    const token = await reserved.text();
    const connect = async (name: string) => {
      const cut = new AbortController();
      const accept = { ...headers(name), accept: "text/event-stream" };
      const response = await fetch(`${url}/graphql/stream?token=${token}`, { headers: accept, signal: cut.signal });
      cut.abort();
      return response.status;
    };
    expect(await connect("beta")).toBe(404);
    expect(await connect("alpha")).toBe(200);
  });

  it("subscriptions tell of their own namespace only, in what was and in what happens", async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha");
    const beta = await namespace(url, "beta");
    await done(url, alpha, "createTask", aTask({ name: "of alpha before" }), "task { id }");
    await done(url, beta, "createTask", aTask({ name: "of beta before" }), "task { id }");
    const [a, b, none] = [socket(url, alpha), socket(url, beta), socket(url, owner)];
    await soon(() => {
      for (const each of [a, b, none]) expect(JSON.stringify(each.events)).toContain("SNAPSHOT_END");
    });
    await done(url, alpha, "createTask", aTask({ name: "of alpha now" }), "task { id }");
    await done(url, beta, "createTask", aTask({ name: "of beta now" }), "task { id }");
    await done(url, owner, "createTask", aTask({ name: "of nobody now" }), "task { id }");
    const names = ({ events }: { events: unknown[] }) =>
      [...JSON.stringify(events).matchAll(/"name":"([^"]+)"/g)].map(([, name = ""]) => name).toSorted();
    await soon(() => {
      expect(names(a)).toEqual(["of alpha before", "of alpha now"]);
      expect(names(b)).toEqual(["of beta before", "of beta now"]);
      expect(names(none)).toEqual(["of nobody now"]);
    });
    for (const each of [a, b, none]) await each.stop();
  });

  it("a token for one namespace opens no other, and nothing of the server", async () => {
    const { url } = await start();
    await namespace(url, "alpha");
    await namespace(url, "beta");
    const input = { name: "deploy", rights: ["READ", "EDIT", "ADMINISTER"], namespace: "alpha" };
    const made = await done(url, owner, "createApiToken", input, "secret token { namespace { name } }");
    expect(made.token.namespace).toEqual({ name: "alpha" });
    const by = (name?: string): By => ({ token: made.secret, namespace: name });
    expect((await told(url, by(), WHO)).viewer).toEqual({
      rights: ["READ", "EDIT", "ADMINISTER"],
      serverRights: [],
      namespace: { name: "alpha" },
      namespaces: [{ name: "alpha" }],
    });
    for (const name of ["beta", "default"]) expect(await codeOf(url, by(name), WHO)).toBe("NOT_FOUND");
    expect(await codeOf(url, by(), "{ users { name } }")).toBe("FORBIDDEN");
    const more = 'mutation { createApiToken(input: { name: "more", rights: [READ] }) { userErrors { code } } }';
    expect(await codeOf(url, by(), more)).toBe("FORBIDDEN");
    const ada = await userWith(url, "ada", "NONE");
    await member(url, "alpha", ada.id, "VIEWER");
    const cookie = (await post(url, "sign-in", { name: "ada", password: PASSWORD })).cookie as string;
    const hers =
      'mutation { createApiToken(input: { name: "x", rights: [READ], namespace: "beta" }) { userErrors { code } } }';
    await soon(async () => expect(await codeOf(url, { cookie, namespace: "alpha" }, hers)).toBe("NOT_FOUND"));
  });

  it("the audit tells of each namespace what was done there, and of the server who administers it", async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha");
    const beta = await namespace(url, "beta");
    const ada = await userWith(url, "ada", "NONE");
    await member(url, "alpha", ada.id, "ADMIN");
    await done(url, alpha, "createTask", aTask(), "task { id }");
    await done(url, beta, "createTask", aTask({ name: "of beta" }), "task { id }");
    const entries = async (by: By) =>
      (await told(url, by, "{ auditEntries { nodes { action namespace { name } subject { kind name } } } }"))
        .auditEntries.nodes;
    const hers = { cookie: ada.cookie, namespace: "alpha" };
    await soon(async () =>
      expect(await entries(hers)).toEqual([
        { action: "createTask", namespace: { name: "alpha" }, subject: { kind: "TASK", name: `${MARK} task` } },
      ]),
    );
    const actions = (await entries(alpha)).map(({ action }: { action: string }) => action);
    for (const action of ["createNamespace", "setMembership", "createUser", "createTask"])
      expect(actions).toContain(action);
    const members = (await entries(beta)).filter(({ action }: { action: string }) => action === "setMembership");
    expect(members).toEqual([
      { action: "setMembership", namespace: null, subject: { kind: "MEMBERSHIP", name: "ada in alpha" } },
    ]);
  });
});

describe("quotas", () => {
  it("refuse what would be too many, saying which quota, how much there is and how much there may be", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const alpha = await namespace(url, "alpha", { tasks: 1, secrets: 1, webhooks: 0, waitingRuns: 2 });
    const { task } = await done(url, alpha, "createTask", aTask(), "task { id version }");
    await done(url, alpha, "createSecret", { name: "ONE", value: "a value" }, "secret { id }");
    const refused = async (mutation: string, input: object) => {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const text = `mutation($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message } } }`;
      return (await ask(url, alpha, text, { input })).data[mutation].userErrors[0];
    };
    const second = await refused("createTask", aTask({ name: "one more" }));
    expect(second).toEqual({
      code: "QUOTA_EXCEEDED",
      message:
        'The namespace "alpha" has 1 of at most 1 tasks (quota tasks); one more would be too many. Remove some, wait, or have the quota raised.',
    });
    expect((await refused("createSecret", { name: "TWO", value: "a value" })).code).toBe("QUOTA_EXCEEDED");
    const hook = { name: "hook", url: "https://example.com/", filter: { taskEvents: ["CREATED"] } };
    expect((await refused("createWebhook", hook)).code).toBe("QUOTA_EXCEEDED");
    const trigger = { id: task.id };
    for (let index = 0; index < 2; index++) await done(url, alpha, "triggerTask", trigger, "run { id }");
    expect((await refused("triggerTask", trigger)).code).toBe("QUOTA_EXCEEDED");
    // Whoever asks again with the key of what was done is answered, not refused.
    const { usage } = (await told(url, alpha, '{ namespace(name: "alpha") { usage { tasks waitingRuns secrets } } }'))
      .namespace;
    expect(usage).toEqual({ tasks: 1, waitingRuns: 2, secrets: 1 });
    // Another namespace is not meant; nor is one that was raised, or one that has room again.
    await done(url, owner, "createTask", aTask(), "task { id }");
    const raise = { name: "alpha", version: 1, quotas: { tasks: 2, waitingRuns: null } };
    await done(url, owner, "updateNamespace", raise, "namespace { name }");
    await done(url, alpha, "createTask", aTask({ name: "one more" }), "task { id }");
    await done(url, alpha, "triggerTask", trigger, "run { id }");
    await done(url, alpha, "deleteTask", { id: task.id, version: task.version }, "task { id }");
    expect((await refused("restoreTask", { id: task.id })) ?? null).toBeNull();
    expect((await refused("createTask", aTask({ name: "a third" }))).code).toBe("QUOTA_EXCEEDED");
  });

  it("of runs at a time hold while there is more to do, and all of it is done", { timeout: 30_000 }, async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha", { runningRuns: 1 });
    const target = { module: { name: "waits" } };
    const made = [];
    for (const name of ["one", "two", "three"])
      made.push(
        (await done(url, alpha, "createTask", aTask({ name, target, payload: { ms: 300 } }), "task { id }")).task.id,
      );
    for (const id of made) await done(url, alpha, "triggerTask", { id }, "run { id }");
    let most = 0;
    await soon(async () => {
      const { runs, namespace: shown } = await told(
        url,
        alpha,
        '{ runs { nodes { state why } } namespace(name: "alpha") { usage { runningRuns } } }',
      );
      most = Math.max(most, shown.usage.runningRuns);
      expect(runs.nodes.map(({ state }: { state: string }) => state)).toEqual(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED"]);
    }, 20_000);
    expect(most).toBe(1);
  });
});
