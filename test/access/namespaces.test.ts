// Namespaces as people use them: names that repeat, what is lent to nobody, and members and what they may.
import { describe, expect, it } from "vitest";
import { codeOf, member, owner, socket, WHO } from "./members.ts";
import { ask, type By, soon, told, userWith, useSignIn } from "./support.ts";
import { aTask, done, MARK, namespace } from "./teams.ts";

const KEY = Buffer.alloc(32, 7).toString("base64");
const start = useSignIn();

describe("a namespace", () => {
  it("has its own names: what one team has, another may call the same", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    for (const by of [owner, await namespace(url, "alpha"), await namespace(url, "beta")]) {
      await done(url, by, "createQueue", { name: "mail", concurrency: 1 }, "queue { name }");
      await done(url, by, "createSecret", { name: "KEY", value: "a value" }, "secret { name }");
      const task = aTask({ name: "Report", target: { module: { name: "echo" } }, queue: "mail" });
      await done(url, by, "createTask", task, "task { id }");
      const again = `mutation { createTask(input: { name: "REPORT", schedule: { manual: true }, target: { module: { name: "echo" } } }) { userErrors { code } } }`;
      expect(await codeOf(url, by, again)).toBe("ALREADY_EXISTS");
      const calendar = { name: "Days off", entries: [{ from: "2026-12-25", until: "2026-12-26" }] };
      await done(url, by, "createCalendar", calendar, "calendar { id }");
      const { tasks, queues, secrets, calendars } = await told(
        url,
        by,
        "{ tasks { totalCount } queues { name tasks { name } } secrets { name } calendars { name } }",
      );
      expect(tasks.totalCount).toBe(1);
      expect(queues).toEqual([{ name: "mail", tasks: [{ name: "Report" }] }]);
      expect([secrets.length, calendars.length]).toEqual([1, 1]);
    }
  });

  it("does not lend its secrets, queues, calendars and tasks to the tasks of another one", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const alpha = await namespace(url, "alpha");
    const beta = await namespace(url, "beta");
    await done(url, alpha, "createQueue", { name: "mail" }, "queue { name }");
    await done(url, alpha, "createSecret", { name: "KEY", value: "a value" }, "secret { name }");
    const calendar = { name: "Off", entries: [{ from: "2026-12-25", until: "2026-12-26" }] };
    const { id } = (await done(url, alpha, "createCalendar", calendar, "calendar { id }")).calendar;
    const task = (await done(url, alpha, "createTask", aTask(), "task { id }")).task.id;
    const headers = [{ name: "X-Key", value: "{{ secrets.KEY }}" }];
    const http = { http: { url: "https://example.com/", headers } };
    const wishes: Record<string, object> = {
      queue: { queue: "mail", target: { module: { name: "echo" } } },
      secret: { target: http },
      followUps: { followUps: [{ on: "SUCCESS", taskId: task }] },
      calendar: {
        schedule: { cron: { expression: "0 3 * * *", timezone: "UTC" } },
        exclusions: [{ calendarId: id }],
      },
    };
    const text =
      "mutation($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code message } } }";
    for (const [what, wish] of Object.entries(wishes)) {
      const input = aTask({ name: what, ...wish });
      const refused = await ask(url, beta, text, { input });
      expect([what, refused.data?.createTask.userErrors[0]?.code]).toEqual([what, "NOT_FOUND"]);
      // Where they are, all of them are taken.
      const taken = await ask(url, alpha, text, { input });
      expect([what, taken.data?.createTask.userErrors]).toEqual([what, []]);
    }
  });

  it("has its own idempotency keys", async () => {
    const { url } = await start();
    const made: string[] = [];
    for (const by of [owner, await namespace(url, "alpha"), await namespace(url, "beta")]) {
      const input = { ...aTask({ name: "Once" }), idempotencyKey: "the same" };
      const { task } = await done(url, by, "createTask", input, "task { id }");
      expect((await done(url, by, "createTask", input, "task { id }")).task.id).toBe(task.id);
      made.push(task.id);
    }
    expect(new Set(made).size).toBe(3);
  });

  it("gives its workers its own runs, also where the queues have the same name", async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha");
    const beta = await namespace(url, "beta");
    const task = (await done(url, alpha, "createTask", aTask(), "task { id }")).task.id;
    const run = (await done(url, alpha, "triggerTask", { id: task }, "run { id }")).run.id;
    const claim = async (by: By) =>
      (await done(url, by, "claimRuns", { queue: `${MARK}-queue`, workerId: "one" }, "claims { run { id } attempt }"))
        .claims;
    expect(await claim(beta)).toEqual([]);
    expect(await claim(owner)).toEqual([]);
    expect(await claim(alpha)).toEqual([{ run: { id: run }, attempt: 1 }]);
    const complete = { runId: run, attempt: 1, workerId: "one", result: 1 };
    const text =
      "mutation($input: CompleteRunInput!) { completeRun(input: $input) { run { state } userErrors { code } } }";
    expect((await ask(url, beta, text, { input: complete })).data.completeRun.userErrors[0].code).toBe("NOT_FOUND");
    expect((await done(url, alpha, "completeRun", complete, "run { state }")).run.state).toBe("SUCCEEDED");
  });

  it("is deleted only when it is empty, and never the default one", async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha");
    const { task } = await done(url, alpha, "createTask", aTask(), "task { id version }");
    const remove = (name: string) => `mutation { deleteNamespace(input: { name: "${name}" }) { userErrors { code } } }`;
    expect(await codeOf(url, owner, remove("alpha"))).toBe("ILLEGAL_STATE");
    expect(await codeOf(url, owner, remove("default"))).toBe("ILLEGAL_STATE");
    expect(await codeOf(url, owner, remove("nowhere"))).toBe("NOT_FOUND");
    await done(url, alpha, "deleteTask", { id: task.id, version: task.version }, "task { id }");
    expect(await codeOf(url, owner, remove("alpha"))).toBeNull();
    await soon(async () => expect(await codeOf(url, alpha, "{ viewer { name } }")).toBe("NOT_FOUND"));
    // Whoever has the name next has nothing of what was there before.
    const anew = await namespace(url, "alpha");
    expect((await told(url, anew, "{ runs { totalCount } auditEntries { nodes { subject { kind } } } }")).runs).toEqual(
      {
        totalCount: 0,
      },
    );
    expect((await ask(url, anew, `{ task(id: "${task.id}") { name } }`)).data.task).toBeNull();
  });

  it("says what is wrong with its name, its quotas and its version", async () => {
    const { url } = await start();
    const create = (input: string) => `mutation { createNamespace(input: ${input}) { userErrors { code } } }`;
    const codes: Record<string, string> = {
      '{ name: "" }': "REQUIRED",
      '{ name: "Billing" }': "INVALID_CHARACTERS",
      '{ name: "-a" }': "INVALID_CHARACTERS",
      [`{ name: "${"a".repeat(64)}" }`]: "TOO_LONG",
      '{ name: "default" }': "ALREADY_EXISTS",
      '{ name: "a", quotas: { tasks: -1 } }': "OUT_OF_RANGE",
    };
    for (const [input, code] of Object.entries(codes))
      expect([input, await codeOf(url, owner, create(input))]).toEqual([input, code]);
    await namespace(url, "alpha", { tasks: 3, secrets: 1 });
    const update = (version: number) =>
      `mutation { updateNamespace(input: { name: "alpha", version: ${version}, quotas: { tasks: null } }) { namespace { quotas { tasks secrets } } userErrors { code } } }`;
    expect(await codeOf(url, owner, update(2))).toBe("CONFLICT");
    expect((await ask(url, owner, update(1))).data.updateNamespace.namespace.quotas).toEqual({
      tasks: null,
      secrets: 1,
    });
  });
});

describe("members", () => {
  it("may what the server's role or that of the namespace allows, and see no others", async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha");
    await namespace(url, "beta");
    await done(url, alpha, "createTask", aTask(), "task { id }");
    const ada = await userWith(url, "ada", "NONE");
    const at = (name?: string): By => ({ cookie: ada.cookie, namespace: name });
    // Nowhere: she learns who she is, and nothing else.
    expect((await told(url, at(), WHO)).viewer).toEqual({
      rights: [],
      serverRights: [],
      namespace: null,
      namespaces: [],
    });
    expect(await codeOf(url, at(), "{ tasks { totalCount } }")).toBe("FORBIDDEN");
    for (const name of ["alpha", "beta", "default", "nowhere"])
      expect([name, await codeOf(url, at(name), WHO)]).toEqual([name, "NOT_FOUND"]);
    await member(url, "alpha", ada.id, "EDITOR");
    const seen = async () => (await told(url, at("alpha"), WHO)).viewer;
    await soon(async () =>
      expect(await seen()).toEqual({
        rights: ["READ", "OPERATE", "EDIT", "WORK"],
        serverRights: [],
        namespace: { name: "alpha" },
        namespaces: [{ name: "alpha" }],
      }),
    );
    // Hers is where she is when she names none.
    expect((await told(url, at(), "{ tasks { totalCount } }")).tasks.totalCount).toBe(1);
    expect(await codeOf(url, at("beta"), WHO)).toBe("NOT_FOUND");
    expect(await codeOf(url, at("default"), WHO)).toBe("NOT_FOUND");
    await member(url, "alpha", ada.id, "ADMIN");
    await soon(async () => expect((await seen()).rights).toContain("ADMINISTER"));
    // She keeps what is in it, and not the server.
    expect(await codeOf(url, at("alpha"), "{ auditEntries { totalCount } secrets { name } }")).toBeNull();
    for (const text of [
      "{ users { name } }",
      'mutation { createUser(input: { name: "eve", role: ADMIN, password: "correct horse battery" }) { userErrors { code } } }',
      'mutation { createNamespace(input: { name: "gamma" }) { userErrors { code } } }',
      'mutation { updateNamespace(input: { name: "alpha", version: 1, quotas: { tasks: null } }) { userErrors { code } } }',
      `mutation { setMembership(input: { namespace: "beta", userId: "${ada.id}", role: ADMIN }) { userErrors { code } } }`,
      "{ namespaces { members { role } } }",
    ])
      expect([text, await codeOf(url, at("alpha"), text)]).toEqual([text, "FORBIDDEN"]);
  });

  it("who may something everywhere may more where they are a member", async () => {
    const { url } = await start();
    await namespace(url, "alpha");
    const bob = await userWith(url, "bob", "VIEWER");
    await member(url, "alpha", bob.id, "EDITOR");
    const rights = async (name?: string) =>
      (await told(url, { cookie: bob.cookie, namespace: name }, WHO)).viewer.rights;
    await soon(async () => expect(await rights("alpha")).toContain("EDIT"));
    expect(await rights()).toEqual(["READ"]);
    const { users } = await told(url, owner, "{ users { name memberships { role namespace { name } } } }");
    expect(users).toEqual([{ name: "bob", memberships: [{ role: "EDITOR", namespace: { name: "alpha" } }] }]);
    const { namespace: shown } = await told(
      url,
      owner,
      '{ namespace(name: "alpha") { members { role user { name } } } }',
    );
    expect(shown.members).toEqual([{ role: "EDITOR", user: { name: "bob" } }]);
  });

  it("lose what they have open in a namespace with their membership, and with the namespace", {
    timeout: 30_000,
  }, async () => {
    const { url } = await start();
    const alpha = await namespace(url, "alpha");
    const ada = await userWith(url, "ada", "NONE");
    await member(url, "alpha", ada.id, "VIEWER");
    await done(url, alpha, "createTask", aTask(), "task { id }");
    const hers = socket(url, { namespace: "alpha" }, ada.cookie);
    const stays = socket(url, alpha);
    await soon(() => expect(hers.events.length).toBeGreaterThan(0));
    const input = { namespace: "alpha", userId: ada.id };
    await done(url, owner, "removeMembership", input, "membership { role }");
    await soon(() => expect(hers.state.closed).toBe(4_401), 10_000);
    expect(stays.state.closed).toBeNull();
    await hers.stop();
    await stays.stop();
  });
});
