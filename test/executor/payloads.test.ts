// Modules made with `defineTask`, from the saving of a task to its run.
import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createModuleCatalog } from "../../server/executor/targets/module-catalog.ts";
import { done, finished, mutate, readRun, taskInput, useSharedApp } from "../api/support.ts";
import { FIXTURE_MODULES, temporaryFolder, useApps } from "../support/app.ts";
import { data } from "../support/client.ts";

const app = useSharedApp({ SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
const start = useApps();
const REPORTS = { module: { name: "reports" } };
const places = (answer: { userErrors: { code: string; field: string[] }[] }) =>
  answer.userErrors.map(({ code, field }) => `${code} ${field.join(".")}`);

describe("a module with a schema", () => {
  it("is listed with it, and the task's target shows it", async () => {
    const { url } = app();
    const { modules } = await data(url, "{ modules { name description payloadSchema problem } }");
    const entry = (name: string) => modules.find((each: { name: string }) => each.name === name);
    expect(entry("reports")).toMatchObject({
      description: "Writes a report.",
      payloadSchema: { type: "object", required: ["folder"], properties: { keep: { default: 7 } } },
      problem: null,
    });
    expect(entry("zodded").payloadSchema).toMatchObject({ properties: { name: { type: "string", minLength: 1 } } });
    expect(entry("echo")).toMatchObject({ payloadSchema: null, problem: null });
    const shown = "task { target { ... on ModuleTarget { module { payloadSchema } } } }";
    const task = await done(url, "createTask", taskInput({ target: REPORTS, payload: { folder: "x" } }), shown);
    expect(task.target.module.payloadSchema.required).toEqual(["folder"]);
  });

  it("has payloads refused when a task is made or edited, at their place", async () => {
    const { url } = app();
    const refused = await mutate(url, "createTask", taskInput({ target: REPORTS, payload: { keep: 0 } }));
    expect(places(refused)).toEqual(["INVALID_PAYLOAD payload.folder", "INVALID_PAYLOAD payload.keep"]);
    expect(refused.userErrors[1].message).toBe(
      "payload.keep is 0: expected a whole number of at least 1 and at most 100. Example: 7.",
    );
    expect(places(await mutate(url, "createTask", taskInput({ target: REPORTS })))).toHaveLength(1);

    const task = await done(url, "createTask", taskInput({ target: REPORTS, payload: { folder: "x" } }));
    const edit = { id: task.id, version: 1 };
    expect(places(await mutate(url, "updateTask", { ...edit, payload: { folder: 1 } }))).toHaveLength(1);
    const other = await done(url, "createTask", taskInput({ payload: [1] }));
    expect(places(await mutate(url, "updateTask", { id: other.id, version: 1, target: REPORTS }))).toHaveLength(1);
    await done(url, "updateTask", { ...edit, payload: { folder: "y", day: "{{ run.scheduledDate }}" } });
  });

  it("has payloads refused when a run is asked for, and runs with its defaults", async () => {
    const { url } = app();
    const { id } = await done(url, "createTask", taskInput({ target: REPORTS, payload: { folder: "x" } }));
    expect(places(await mutate(url, "triggerTask", { id, payload: { folder: "" } }))).toHaveLength(1);
    const run = await finished(url, (await done(url, "triggerTask", { id })).id);
    expect(run.result).toEqual({ written: "x", kept: 7, kind: "html", day: null });
    expect(places(await mutate(url, "retryRun", { id: run.id, payload: { folder: 2 } }))).toHaveLength(1);
  });

  it("does not begin with a payload that does not fit once it is filled in, and is not tried again", async () => {
    const { url } = app();
    await mutate(url, "createSecret", { name: "DAY", value: "not-a-day-but-a-secret" }, "secret { id }");
    const payload = { folder: "x", day: "{{ secrets.DAY }}" };
    const { id } = await done(url, "createTask", taskInput({ target: REPORTS, payload }));
    const run = await finished(url, (await done(url, "triggerTask", { id })).id);
    expect(run).toMatchObject({ state: "FAILED", attempt: 1, error: { code: "INVALID_PAYLOAD" } });
    expect(run.why).toBe("Another attempt would fail in the same way, so none is made.");
    expect(run.error.message).toMatch(/^The payload is refused. payload.day is "\{\{ secrets.DAY \}\}": expected text/);
    expect(JSON.stringify(await readRun(url, run.id, "logs { nodes { text } } error { message }"))).not.toContain(
      "not-a-day",
    );
  });

  it("may have a schema of zod: it is checked, and read by zod itself", async () => {
    const { url } = app();
    const input = (payload: object) => taskInput({ target: { module: { name: "zodded" } }, payload });
    expect(places(await mutate(url, "createTask", input({ name: "" })))).toEqual(["INVALID_PAYLOAD payload.name"]);
    const { id } = await done(url, "createTask", input({ name: "ab" }));
    expect((await finished(url, (await done(url, "triggerTask", { id })).id)).result).toBe("abab");
    // A rule that JSON Schema cannot say is the module's own.
    const even = await done(url, "triggerTask", { id, payload: { name: "ab", odd: 2 } });
    expect(await finished(url, even.id)).toMatchObject({
      attempt: 1,
      error: { code: "INVALID_PAYLOAD", message: "The payload is refused. payload.odd: expected an odd number." },
    });
  });

  it("holds dead letters that are done again with another payload to the schema of each task", async () => {
    const { url } = app();
    const { id } = await done(url, "createTask", taskInput({ target: REPORTS, payload: { folder: "x" } }));
    const bad = await done(url, "triggerTask", { id, payload: { folder: "x", day: "{{ run.id }}" } });
    expect((await finished(url, bad.id)).state).toBe("FAILED");
    const again = await mutate(url, "redriveRuns", { ids: [bad.id], payload: { keep: 1 } }, "count");
    expect(places(again)).toEqual(["INVALID_PAYLOAD payload.folder"]);
    expect(again.userErrors[0].message).toMatch(/^For .*: payload.folder is missing/);
  });
});

describe("the reading of modules", () => {
  const DEFINED = (schema: string) =>
    `import { defineTask } from "cronograph/task";\nexport default defineTask({ payload: ${schema}, run: (payload) => payload });\n`;

  it("finds cronograph/task from any folder, reads anew what has changed, and says what it cannot read", async () => {
    const folder = await temporaryFolder();
    const write = (name: string, text: string) => writeFile(join(folder, name), text);
    await write("a.js", DEFINED(`{ type: "object", properties: { n: { type: "integer" } } }`));
    await write("b.ts", `const kind: string = "array";\n${DEFINED("{ type: kind }")}`);
    await write("broken.js", `// defineTask\nthrow new Error("not today");`);
    await write("ends.js", `// defineTask\nprocess.exit(3);`);
    await write("odd.js", DEFINED(`{ type: "nonsense" }`));
    await write("plain.js", `console.log("not loaded"); export default () => 1;`);
    const catalog = createModuleCatalog(folder);
    const listed = Object.fromEntries((await catalog.list()).map((each) => [each.name, each]));
    expect(listed.a?.payloadSchema).toMatchObject({ properties: { n: { type: "integer" } } });
    expect(listed.b?.payloadSchema).toEqual({ type: "array" });
    expect(listed.broken?.problem).toBe("not today");
    expect(listed.ends?.problem).toContain("ended");
    expect(listed.odd?.problem).toMatch(/^Its payload schema is no JSON Schema: /);
    expect(listed.plain).toMatchObject({ payloadSchema: null, problem: null });
    await write("a.js", DEFINED(`{ type: "object", properties: { m: { type: "string" } } }`));
    await utimes(join(folder, "a.js"), new Date(), new Date(Date.now() + 5_000));
    expect((await catalog.find("a"))?.payloadSchema).toMatchObject({ properties: { m: { type: "string" } } });

    const { url } = await start({ TASKS_DIR: folder });
    const { id } = await done(url, "createTask", taskInput({ target: { module: { name: "a" } }, payload: { m: "x" } }));
    expect((await finished(url, (await done(url, "triggerTask", { id })).id)).result).toEqual({ m: "x" });
  });

  it("gives up a module that does not end its loading, and goes on with the next", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a-hangs.js"), "// defineTask\nfor (;;);");
    await writeFile(join(folder, "b.js"), DEFINED(`{ type: "object" }`));
    const [hangs, next] = await createModuleCatalog(folder, 2_000).list();
    expect(hangs?.problem).toBe("It did not load within 2 s.");
    expect(next?.payloadSchema).toEqual({ type: "object" });
  });

  it("leaves the fixtures' plain functions as they are", async () => {
    const echo = await createModuleCatalog(FIXTURE_MODULES).find("echo");
    expect(echo).toEqual({
      name: "echo",
      description: "Gives its payload back.",
      payloadSchema: null,
      check: null,
      problem: null,
    });
  });
});
