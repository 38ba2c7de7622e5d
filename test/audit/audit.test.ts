// Who did what, when, from where: over HTTP, WebSocket and server-sent events.
import { createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { createSchema } from "../../server/gateway/graphql/schema.ts";
import { ask, headersOf, OWNER, PASSWORD, post, tokenWith, userWith, useSignIn } from "../access/support.ts";
import { until } from "../support/wait.ts";
import { aTask, changed, entries, mutate, owner } from "./support.ts";

const start = useSignIn();

describe("the audit", () => {
  it("tells who changed a task, when, from where, and what differs", async () => {
    const { url } = await start();
    const { cookie, id: userId } = await userWith(url, "ada", "EDITOR");
    const began = Date.now();
    const { task } = await mutate(
      url,
      { cookie },
      "createTask",
      { ...aTask("Backup"), idempotencyKey: "k1" },
      "task { id }",
    );
    await mutate(url, { cookie }, "updateTask", { id: task.id, version: 1, description: "Nightly", timeout: "PT5M" });
    await mutate(url, { cookie }, "pauseTask", { id: task.id, reason: "Disk" });
    await mutate(url, owner, "deleteTask", { id: task.id });
    const [gone, paused, edited, made] = await entries(url, { subjectId: task.id });
    expect(made).toMatchObject({
      action: "createTask",
      outcome: "DONE",
      errorCode: null,
      transport: "HTTP",
      version: 1,
      idempotencyKey: "k1",
      actor: { kind: "USER", id: userId, name: "ada", user: { name: "ada" } },
      subject: { kind: "TASK", id: task.id, name: "Backup" },
    });
    expect(made.address).toMatch(/127\.0\.0\.1|::1/);
    expect(made.userAgent).toBe("node");
    expect(Date.parse(made.at)).toBeGreaterThanOrEqual(began - 1);
    expect(changed(made)).toMatchObject({ name: [null, "Backup"], state: [null, "ACTIVE"], timeout: [null, "PT5M"] });
    expect(edited.version).toBe(2);
    expect(changed(edited)).toEqual({ description: [null, "Nightly"] });
    expect(changed(paused)).toEqual({ state: ["ACTIVE", "PAUSED"], pauseReason: [null, "Disk"] });
    expect(gone).toMatchObject({ action: "deleteTask", actor: { kind: "TOKEN", name: "owner", user: null } });
    expect(changed(gone)).toMatchObject({ name: ["Backup", null], description: ["Nightly", null] });
    expect(new Set([gone, paused, edited, made].map(({ changeId }) => changeId)).size).toBe(4);
  });

  it("tells the same over WebSocket and server-sent events", async () => {
    const { url } = await start();
    const text = `mutation($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }`;
    const client = createClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${OWNER}` },
      retryAttempts: 0,
    });
    await new Promise<void>((resolve, reject) => {
      client.subscribe(
        { query: text, variables: { input: aTask("By socket") } },
        { next: () => {}, error: reject, complete: resolve },
      );
    });
    await client.dispose();
    const response = await fetch(`${url}/graphql/stream`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream", ...headersOf(owner) },
      body: JSON.stringify({ query: text, variables: { input: aTask("By stream") } }),
    });
    await response.text();
    const told = await entries(url, { action: ["createTask"] });
    expect(told.map(({ transport, subject }) => [transport, subject.name])).toEqual([
      ["STREAM", "By stream"],
      ["WEBSOCKET", "By socket"],
    ]);
    for (const { address, actor } of told) {
      expect(address).toMatch(/127\.0\.0\.1|::1/);
      expect(actor.name).toBe("owner");
    }
  });

  it("has no entry for what changed nothing: a mistake in the input, a repeated key, a dry run", async () => {
    const { url } = await start();
    const input = { ...aTask("Once"), idempotencyKey: "same" };
    await mutate(url, owner, "createTask", input);
    await mutate(url, owner, "createTask", input);
    expect((await mutate(url, owner, "createTask", aTask(""))).userErrors).not.toEqual([]);
    await mutate(url, owner, "redriveRuns", { dryRun: true });
    expect((await entries(url, { subjectKind: "TASK" })).map(({ action }) => action)).toEqual(["createTask"]);
    expect(await entries(url, { action: ["redriveRuns"] })).toEqual([]);
  });

  it("tells of sign-ins, of refused ones too, and never a name that may be a password", async () => {
    const { url } = await start();
    const { id, cookie } = await userWith(url, "ada", "VIEWER");
    await post(url, "sign-in", { name: "ada", password: "not the password" });
    await post(url, "sign-in", { name: "marker-typed-into-the-wrong-field", password: "x" });
    await post(url, "sign-in", { token: "cg_marker-that-is-no-token" });
    await post(url, "sign-out", {}, headersOf({ cookie }));
    const told = await until("all are written", async () => {
      const found = (await entries(url)).filter(({ action }) => action.startsWith("sign"));
      return found.length === 5 && found;
    });
    expect(
      told.map(({ action, outcome, errorCode, actor, subject }) => [
        action,
        outcome,
        errorCode,
        actor.name,
        subject?.id ?? null,
      ]),
    ).toEqual([
      ["signOut", "DONE", null, "ada", expect.any(String)],
      ["signIn", "REFUSED", "UNAUTHENTICATED", "anonymous", null],
      ["signIn", "REFUSED", "UNAUTHENTICATED", "anonymous", null],
      ["signIn", "REFUSED", "UNAUTHENTICATED", "anonymous", id],
      ["signIn", "DONE", null, "ada", expect.any(String)],
    ]);
    expect(JSON.stringify(await entries(url))).not.toContain("marker");
  });

  it("tells what was refused for want of a right, a storm of it in a few entries that say how many were left out", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "eve", "VIEWER");
    const attempt = () =>
      ask(
        url,
        { cookie },
        'mutation { deleteTask(input: { id: "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90" }) { userErrors { code } } }',
      );
    for (let index = 0; index < 40; index++) expect((await attempt()).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    await ask(
      url,
      { cookie },
      'mutation { createUser(input: { name: "x", role: ADMIN, password: "correct horse" }) { userErrors { code } } }',
    );
    const told = await until("the last one is written", async () => {
      const found = await entries(url, { outcome: "REFUSED" });
      return found[0]?.action === "createUser" && found;
    });
    expect(told.length).toBe(11);
    expect(told[0]).toMatchObject({
      action: "createUser",
      errorCode: "FORBIDDEN",
      omitted: 30,
      actor: { name: "eve" },
    });
    expect(told[1]).toMatchObject({
      action: "deleteTask",
      omitted: 0,
      subject: { kind: "TASK", id: "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90", name: null },
      changes: [],
    });
  });

  it("tells a wrong present password as refused", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "ada", "VIEWER");
    const answer = await mutate(url, { cookie }, "changePassword", { current: "wrong", new: "another long password" });
    expect(answer.userErrors[0].code).toBe("FORBIDDEN");
    await until("it is written", async () => (await entries(url, { action: ["changePassword"] })).length > 0);
    await mutate(url, { cookie }, "changePassword", { current: PASSWORD, new: "another long password" });
    const told = await entries(url, { action: ["changePassword"] });
    expect(told.map(({ outcome }) => outcome)).toEqual(["DONE", "REFUSED"]);
    expect(changed(told[0])).toEqual({ password: ["***", "***"] });
  });

  it("is searched by actor, action, subject, time and text, newest first and page by page", async () => {
    const { url } = await start();
    for (const name of ["Alpha", "Beta", "Gamma"]) await mutate(url, owner, "createTask", aTask(name));
    const names = async (filter: object) => (await entries(url, filter)).map(({ subject }) => subject?.name);
    expect(await names({ subjectKind: "TASK" })).toEqual(["Gamma", "Beta", "Alpha"]);
    expect(await names({ search: "BET" })).toEqual(["Beta"]);
    expect(await names({ action: ["createTask", "deleteTask"] })).toEqual(["Gamma", "Beta", "Alpha"]);
    expect(await names({ action: ["deleteTask"] })).toEqual([]);
    const [newest] = await entries(url, { subjectKind: "TASK" });
    expect(await names({ subjectKind: "TASK", actorId: newest.actor.id })).toEqual(["Gamma", "Beta", "Alpha"]);
    expect(await names({ subjectKind: "TASK", before: newest.at })).not.toContain("Gamma");
    expect(await names({ subjectKind: "TASK", from: newest.at })).toContain("Gamma");
    expect(await names({ changeId: newest.changeId })).toEqual(["Gamma"]);
    const page = `query($after: Cursor) { auditEntries(filter: { subjectKind: TASK }, first: 2, after: $after) { nodes { subject { name } } pageInfo { hasNextPage endCursor } totalCount } }`;
    const first = (await ask(url, owner, page)).data?.auditEntries as never as {
      pageInfo: { endCursor: string };
      totalCount: number;
    };
    expect(first.totalCount).toBe(3);
    const second = await ask(url, owner, page, { after: first.pageInfo.endCursor });
    expect(second.data?.auditEntries).toMatchObject({
      nodes: [{ subject: { name: "Alpha" } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("is for who administers; a task's own history for who may read the task, without addresses", async () => {
    const { url } = await start();
    const { task } = await mutate(url, owner, "createTask", aTask("Seen"), "task { id }");
    const by = { token: await tokenWith(url, ["READ"]) };
    expect((await ask(url, by, "{ auditEntries { totalCount } }")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const { data } = await ask(
      url,
      by,
      `{ task(id: "${task.id}") { history { nodes { action address userAgent actor { name } } } } }`,
    );
    expect(data?.task).toEqual({
      history: { nodes: [{ action: "createTask", address: null, userAgent: null, actor: { name: "owner" } }] },
    });
  });

  it("cannot be changed or shortened by any mutation", () => {
    const names = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
    expect(names.filter((name) => /audit/i.test(name))).toEqual([]);
  });
});
