// A task goes back to what it was; a deleted one comes back; a change of many is taken back.
import { describe, expect, it } from "vitest";
import { told, userWith, useSignIn } from "../access/support.ts";
import { aTask, changed, entries, mutate, owner } from "./support.ts";

const start = useSignIn();
const TASK = `task { id name description state version timeout payload pauseReason deletedAt nextRunAt
  schedule { __typename ... on CronSchedule { expression } } target { ... on HttpTarget { url headers { name value } } } }`;
const RESULTS = "changeId count results { taskId outcome task { name state version } error { code message } }";

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
type Any = any;

async function app(settings: Record<string, string> = {}) {
  const { url } = await start({ OUTGOING_ALLOW: "private", ...settings });
  const ok = async (name: string, input: object, selection = TASK): Promise<Any> => {
    const payload = await mutate(url, owner, name, input, selection);
    expect([name, payload.userErrors]).toEqual([name, []]);
    return payload.task ?? payload;
  };
  const errors = async (name: string, input: object): Promise<Any[]> =>
    (await mutate(url, owner, name, input)).userErrors;
  const read = async (id: string): Promise<Any> => (await told(url, owner, `query($id: ID!) { task(id: $id) { ${TASK.slice(7, -2)} } }`, { id })).task; // biome-ignore format: one line
  return { url, ok, errors, read };
}

describe("revertTask", () => {
  it("gives a task the definition of an earlier version, as a new edit with its entry", async () => {
    const { url, ok, errors, read } = await app();
    const cron = { cron: { expression: "0 3 * * *", timezone: "Europe/Berlin" } };
    const made = await ok("createTask", aTask("Backup", { schedule: cron, payload: { rows: 1 }, timeout: "PT1M" }));
    const { id } = made;
    await ok("updateTask", {
      id,
      version: 1,
      name: "Backup of all",
      schedule: { every: { interval: "PT5M" } },
      payload: null,
    });
    await ok("pauseTask", { id, reason: "Disk" });
    await ok("updateTask", { id, version: 3, description: "Later", timeout: "PT9M" });
    const back = await ok("revertTask", { id, version: 4, toVersion: 1 });
    expect(back).toMatchObject({
      name: "Backup",
      description: null,
      timeout: "PT1M",
      payload: { rows: 1 },
      schedule: { expression: "0 3 * * *" },
      version: 5,
      state: "PAUSED",
      pauseReason: "Disk",
    });
    const [newest] = await entries(url, { subjectId: id });
    expect(newest).toMatchObject({ action: "revertTask", version: 5, actor: { name: "owner" } });
    expect(Object.keys(changed(newest)).sort()).toEqual(["description", "name", "payload", "schedule", "timeout"]);
    // And forward again, to what it was in between.
    expect(await ok("revertTask", { id, version: 5, toVersion: 3 })).toMatchObject({
      name: "Backup of all",
      timeout: "PT1M",
      payload: null,
    });
    expect((await errors("revertTask", { id, version: 5, toVersion: 1 }))[0]).toMatchObject({
      code: "CONFLICT",
      field: ["version"],
    });
    expect((await errors("revertTask", { id, version: 6, toVersion: 6 }))[0]).toMatchObject({
      code: "OUT_OF_RANGE",
      field: ["toVersion"],
    });
    expect((await errors("revertTask", { id, version: 6, toVersion: 2 }))[0]).toMatchObject({ code: "ILLEGAL_STATE" });
    await ok("resumeTask", { id });
    await ok("updateTask", { id, version: 7, timeout: "PT2M" });
    expect((await read(id)).state).toBe("ACTIVE");
  });

  it("says what of it is not possible any more: a name that is taken, a secret and a queue that are gone", async () => {
    const { ok, errors, read } = await app({ SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
    const { secret } = await ok("createSecret", { name: "KEY", value: "a secret value" }, "secret { id }");
    await ok("createQueue", { name: "mail" }, "queue { name }");
    const target = {
      http: {
        url: "https://example.com/",
        method: "POST",
        headers: [{ name: "Authorization", value: "Bearer {{ secrets.KEY }}" }],
      },
    };
    const { id } = await ok("createTask", aTask("First", { target, queue: "mail" }));
    await ok("updateTask", { id, version: 1, name: "Second", target: { module: { name: "echo" } }, queue: null });
    await ok("deleteSecret", { id: secret.id }, "secret { id }");
    await ok("deleteQueue", { name: "mail" }, "queue { name }");
    const gone = await errors("revertTask", { id, version: 2, toVersion: 1 });
    expect(gone.map(({ code, field }) => `${code} ${field[0]}`)).toEqual(["NOT_FOUND target", "NOT_FOUND queue"]);
    await ok("createSecret", { name: "KEY", value: "a secret value" }, "secret { id }");
    await ok("createQueue", { name: "mail" }, "queue { name }");
    await ok("createTask", aTask("first"));
    expect((await errors("revertTask", { id, version: 2, toVersion: 1 }))[0]).toMatchObject({
      code: "ALREADY_EXISTS",
      field: ["name"],
    });
    expect(await read(id)).toMatchObject({ name: "Second", version: 2 });
  });

  it("keeps a credential that is there, and asks for one that is not", async () => {
    const { ok, errors } = await app();
    const http = (url: string, value: string) => ({
      http: { url, method: "GET", headers: [{ name: "Authorization", value }] },
    });
    const { id } = await ok("createTask", aTask("Calls", { target: http("https://example.com/1", "Bearer one") }));
    await ok("updateTask", { id, version: 1, target: http("https://example.com/2", "Bearer two") });
    expect((await ok("revertTask", { id, version: 2, toVersion: 1 })).target).toEqual({
      url: "https://example.com/1",
      headers: [{ name: "Authorization", value: "Bearer two" }],
    });
    await ok("updateTask", { id, version: 3, target: { module: { name: "echo" } } });
    const [error] = await errors("revertTask", { id, version: 4, toVersion: 1 });
    expect(error).toMatchObject({ code: "ILLEGAL_STATE", field: ["target"] });
    expect(error.message).toContain("credential");
  });
});

describe("restoreTask", () => {
  it("brings a deleted task back as it was, and plans it from now on", async () => {
    const { ok, errors } = await app();
    const hourly = { schedule: { every: { interval: "PT1H" } } };
    const { id } = await ok("createTask", aTask("Hourly", hourly));
    expect((await errors("restoreTask", { id }))[0]).toMatchObject({ code: "ILLEGAL_STATE" });
    await ok("deleteTask", { id });
    const back = await ok("restoreTask", { id });
    expect(back).toMatchObject({ name: "Hourly", state: "ACTIVE", version: 3, deletedAt: null });
    expect(Date.parse(back.nextRunAt)).toBeGreaterThan(Date.now());
    await ok("deleteTask", { id });
    const other = await ok("createTask", aTask("HOURLY"));
    expect((await errors("restoreTask", { id }))[0]).toMatchObject({ code: "ALREADY_EXISTS", field: ["name"] });
    await ok("deleteTask", { id: other.id });
    await ok("restoreTask", { id });
  });
});

describe("many tasks", () => {
  it("are paused by a filter, and the pause is taken back where nobody has changed a task since", async () => {
    const { url, ok, read } = await app();
    const tasks: Any[] = [];
    for (let index = 0; index < 20; index++)
      tasks.push(await ok("createTask", aTask(`Report ${index}`, { schedule: { every: { interval: "PT1H" } } })));
    await ok("createTask", aTask("Other"));
    await ok("pauseTask", { id: tasks[0].id, reason: "Before" });
    const filter = { filter: { search: "report" } };
    const dry = await ok("pauseTasks", { tasks: filter, dryRun: true }, RESULTS);
    expect([dry.count, dry.changeId]).toEqual([19, null]);
    const paused = await ok("pauseTasks", { tasks: filter, reason: "Move" }, RESULTS);
    expect(paused.count).toBe(19);
    const told = await entries(url, { changeId: paused.changeId });
    expect(told).toHaveLength(19);
    expect(new Set(told.map(({ action }) => action))).toEqual(new Set(["pauseTasks"]));
    await ok("updateTask", { id: tasks[5].id, version: 2, description: "Mine" });
    await ok("deleteTask", { id: tasks[6].id });
    const undone = await ok("undoChange", { changeId: paused.changeId }, RESULTS);
    const outcomes = Object.fromEntries(undone.results.map((each: Any) => [each.taskId, each.outcome]));
    expect(undone.count).toBe(17);
    expect([outcomes[tasks[5].id], outcomes[tasks[6].id]]).toEqual(["CHANGED_SINCE", "CHANGED_SINCE"]);
    expect((await read(tasks[0].id)).pauseReason).toBe("Before");
    expect((await read(tasks[5].id)).state).toBe("PAUSED");
    expect((await read(tasks[7].id)).state).toBe("ACTIVE");
    const [entry] = await entries(url, { changeId: undone.changeId });
    expect(entry).toMatchObject({ action: "undoChange", undoes: paused.changeId });
    // What was taken back can be done again the same way: it is a change like any other.
    expect((await ok("undoChange", { changeId: undone.changeId }, RESULTS)).count).toBe(17);
    expect((await read(tasks[7].id)).pauseReason).toBe("Move");
    expect((await ok("undoChange", { changeId: undone.changeId }, RESULTS)).count).toBe(0);
  });

  it("are deleted and come back; are changed and go back; each tells its own error", async () => {
    const { url, ok, errors, read } = await app();
    const tasks: Any[] = [];
    for (const name of ["A", "B", "C"]) tasks.push(await ok("createTask", aTask(name, { timeout: "PT1M" })));
    const ids = tasks.map(({ id }) => id);
    const set = await ok("updateTasks", { tasks: { ids }, set: { timeout: "PT7M", priority: 5 } }, RESULTS);
    expect(set.count).toBe(3);
    expect((await read(ids[1])).timeout).toBe("PT7M");
    await ok("undoChange", { changeId: set.changeId }, RESULTS);
    expect((await read(ids[1])).timeout).toBe("PT1M");
    const bad = await ok("updateTasks", { tasks: { ids }, set: { queue: "nowhere" } }, RESULTS);
    expect(bad).toMatchObject({ count: 0, changeId: null });
    expect(bad.results.map((each: Any) => [each.outcome, each.error.code])).toEqual(
      Array(3).fill(["REFUSED", "NOT_FOUND"]),
    );
    const nobody = "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90";
    const deleted = await ok("deleteTasks", { tasks: { ids: [...ids, nobody] } }, RESULTS);
    expect(deleted.results.map((each: Any) => each.outcome)).toEqual(["DONE", "DONE", "DONE", "REFUSED"]);
    await ok("createTask", aTask("b"));
    const back = await ok("undoChange", { changeId: deleted.changeId }, RESULTS);
    const byId = Object.fromEntries(
      back.results.map((each: Any) => [each.taskId, [each.outcome, each.error?.code ?? null]]),
    );
    expect(byId).toEqual({
      [ids[0]]: ["DONE", null],
      [ids[1]]: ["REFUSED", "ALREADY_EXISTS"],
      [ids[2]]: ["DONE", null],
    });
    expect((await errors("updateTasks", { tasks: { ids }, set: {} }))[0]).toMatchObject({
      code: "REQUIRED",
      field: ["set"],
    });
    expect(
      (
        await errors("pauseTasks", {
          tasks: { ids: Array.from({ length: 501 }, (_, n) => `${nobody.slice(0, -3)}${100 + n}`) },
        })
      )[0],
    ).toMatchObject({ code: "OUT_OF_RANGE", field: ["ids"] });
    expect((await errors("undoChange", { changeId: "none" }))[0]).toMatchObject({
      code: "NOT_FOUND",
      field: ["changeId"],
    });
    // A task that was made is taken back by deleting it.
    const { id } = await ok("createTask", aTask("Made"));
    const [made] = await entries(url, { subjectId: id });
    expect((await ok("undoChange", { changeId: made.changeId }, RESULTS)).count).toBe(1);
    expect((await read(id)).deletedAt).not.toBeNull();
  });

  it("may be taken back by an operator only as far as an operator could do it", async () => {
    const { url, ok } = await app();
    const { id } = await ok("createTask", aTask("A"));
    const { cookie } = await userWith(url, "olga", "OPERATOR");
    const deleted = await ok("updateTasks", { tasks: { ids: [id] }, set: { priority: 1 } }, RESULTS);
    const refused = await mutate(url, { cookie }, "undoChange", { changeId: deleted.changeId });
    expect(refused.userErrors[0]).toMatchObject({ code: "FORBIDDEN", field: ["changeId"] });
    const paused = await mutate(url, { cookie }, "pauseTasks", { tasks: { ids: [id] } }, RESULTS);
    expect((await mutate(url, { cookie }, "undoChange", { changeId: paused.changeId }, RESULTS)).count).toBe(1);
  });
});
