// What the image holds is enough: the program starts from it on both databases, knows passwords, and runs modules in TypeScript.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { OWNER, PASSWORD, told } from "../access/support.ts";
import { temporaryFolder } from "../support/app.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";
import { makeImage } from "./image.ts";

let app: string;
let tasks: string;
let postgres: TestPostgres;

beforeAll(async () => {
  execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT, stdio: "pipe" });
  app = await temporaryFolder();
  makeImage(app);
  tasks = await temporaryFolder();
  writeFileSync(
    join(tasks, "greet.ts"),
    `import { defineTask, TaskContext } from "cronograph/task";
     enum Greeting { Hello = "Hello" }
     const run = async (payload: unknown, { log }: TaskContext): Promise<string> => (log("greeting"), \`\${Greeting.Hello} \${String(payload)}\`);
     export default defineTask({ run });`,
  );
  postgres = await startPostgres();
}, 300_000);
afterAll(() => postgres?.stop());

describe("the image", () => {
  it.each(["SQLite", "PostgreSQL"])("has all that the program needs on %s", async (database) => {
    const url = database === "SQLite" ? `file:${join(await temporaryFolder(), "image.db")}` : await postgres.database();
    const program = await startProgram(
      { NODE_ENV: "production", DATABASE_URL: url, TASKS_DIR: tasks, ALLOW_ANONYMOUS: "false", OWNER_TOKEN: OWNER },
      [],
      [join(app, "dist/server/main.js")],
    );
    onTestFinished(() => program.kill());
    const by = { token: OWNER };
    expect(program.child.exitCode, program.output()).toBe(null);
    const make = `mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { message } } }`;
    await told(program.url, by, make, { input: { name: "Ada", password: PASSWORD, role: "ADMIN" } });
    const signIn = await fetch(`${program.url}/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: program.url },
      body: JSON.stringify({ name: "Ada", password: PASSWORD }),
    });
    expect(signIn.status, await signIn.text()).toBe(200);
    const create = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
    const input = {
      name: "greet",
      schedule: { manual: true },
      target: { module: { name: "greet" } },
      payload: "image",
    };
    const { createTask } = await told(program.url, by, create, { input });
    const trigger = `mutation ($input: TriggerTaskInput!) { triggerTask(input: $input) { run { id } userErrors { message } } }`;
    const { triggerTask } = await told(program.url, by, trigger, { input: { id: createTask.task.id } });
    const look = `query ($id: ID!) { run(id: $id) { state result error { message } } }`;
    const run = await until("the run has ended", async () => {
      const found = (await told(program.url, by, look, { id: triggerTask.run.id })).run;
      return ["SUCCEEDED", "FAILED"].includes(found.state) && found;
    });
    expect(run).toEqual({ state: "SUCCEEDED", result: "Hello image", error: null });
    expect((await fetch(program.url, { headers: { accept: "text/html" } })).status).toBe(200);
  });
});
