// Fields of a payload that a module's schema marks as secret hold names of secrets, and nothing else ever gets in.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { done, finished, mutate, taskInput } from "../api/support.ts";
import { temporaryFolder, useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";

const start = useApps();
const VALUE = "correct-horse-in-a-payload";
const MODULE = `import { defineTask } from "cronograph/task";
export default defineTask({
  payload: {
    type: "object",
    properties: { host: { type: "string" }, password: { type: "string", writeOnly: true } },
    required: ["host", "password"],
  },
  run: ({ host, password }) => ({ host, length: password.length }),
});
`;

it("a field that is marked writeOnly takes the name of a secret; a value is refused and stands nowhere", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "login.mjs"), MODULE);
  const files = { TASKS_DIR: folder, DATABASE_URL: `file:${join(folder, "login.db")}` };
  const app = await start({ ...files, SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
  const { url } = app;
  const target = { module: { name: "login" } };
  const given = { host: "db", password: VALUE };
  const named = { host: "db", password: "{{ secrets.DB }}" };
  expect(
    (await mutate(url, "createSecret", { name: "DB", value: "twelve-chars" }, "secret { id }")).userErrors,
  ).toEqual([]);
  const { id } = await done(
    url,
    "createTask",
    taskInput({ name: "Login", schedule: { manual: true }, target, payload: named }),
  );
  const run = await finished(url, (await done(url, "triggerTask", { id })).id);
  expect(run.result).toEqual({ host: "db", length: 12 });

  const refusals = [
    await mutate(url, "createTask", taskInput({ name: "Other", target, payload: given })),
    await mutate(url, "updateTask", { id, version: 1, payload: given }),
    await mutate(url, "triggerTask", { id, payload: given }),
    await mutate(url, "retryRun", { id: run.id, payload: given }),
  ];
  for (const { userErrors } of refusals) {
    expect(userErrors).toMatchObject([{ code: "INVALID_PAYLOAD", field: ["payload", "password"] }]);
    expect(userErrors[0].message).toMatch(
      /^payload.password is not told: expected the name of a secret, such as \{\{ secrets.NAME \}\}/,
    );
    expect(JSON.stringify(userErrors)).not.toContain(VALUE);
  }
  const { tasks } = await data(url, "{ tasks { nodes { payload runs { totalCount } } } }");
  expect(tasks.nodes).toEqual([{ payload: named, runs: { totalCount: 1 } }]);
  await app.stop();
  for (const file of (await readdir(folder)).filter((name) => name.startsWith("login.db")))
    expect((await readFile(join(folder, file))).includes(VALUE), file).toBe(false);
});

it("a value is refused too while the module cannot be read", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "login.mjs"), MODULE);
  const { url } = await start({ TASKS_DIR: folder, SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
  await mutate(url, "createSecret", { name: "DB", value: "twelve-chars" }, "secret { id }");
  const target = { module: { name: "login" } };
  const payload = { host: "db", password: "{{ secrets.DB }}" };
  const { id } = await done(url, "createTask", taskInput({ schedule: { manual: true }, target, payload }));
  await writeFile(join(folder, "login.mjs"), `${MODULE}{{{`);
  await until("the module is known to be broken", async () => {
    const { modules } = await data(url, "{ modules { problem } }");
    return modules[0].problem !== null;
  });
  const given = { host: "db", password: VALUE };
  for (const [mutation, input] of [
    ["updateTask", { id, version: 1, payload: given }],
    ["triggerTask", { id, payload: given }],
  ] as const)
    expect((await mutate(url, mutation, input)).userErrors).toMatchObject([{ code: "INVALID_PAYLOAD" }]);
});
