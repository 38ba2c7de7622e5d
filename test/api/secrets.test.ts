// Secrets through the API: they go in, are used by runs, and come out nowhere, not even from the database file.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder, useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { createTask, ECHO, finished, IN_2099, mutate, readRun, readTask, taskInput } from "./support.ts";

const KEY = randomBytes(32).toString("base64");
const SECRET = "secret { id name description usable tasks { name } createdAt updatedAt }";
const VALUE = 'hunter2 "quoted" ümlaut';
const start = useApps();
const folder = temporaryFolder();
let receiver: Receiver;
let serial = 0;

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());

async function startWithKey(settings: Record<string, string> = {}) {
  const file = join(await folder, `${++serial}.db`);
  const app = await start({ DATABASE_URL: `file:${file}`, SECRETS_KEY: KEY, ...settings });
  return { url: app.url, app, file };
}

const create = async (url: string, name: string, value = VALUE) =>
  (await mutate(url, "createSecret", { name, value }, SECRET)).secret;

/** Runs the task once and answers all that the API tells of the run. */
async function outcome(url: string, changes: object) {
  const task = await createTask(url, { retry: { maxAttempts: 1 }, ...changes });
  const { run } = await mutate(url, "triggerTask", { id: task.id }, "run { id }");
  await finished(url, run.id);
  return readRun(
    url,
    run.id,
    `state result error { code message } payload progressMessage attempts(first: 5) { nodes { error { message } } }
     logs(first: 100) { nodes { text } } task { target { ... on HttpTarget { url headers { value } body } } }`,
  );
}

describe("a secret", () => {
  it("reaches headers, address and body of a request, and is masked in all that the run says", async () => {
    const { url, file, app } = await startWithKey();
    await create(url, "TOKEN");
    receiver.answer = ({ headers, body }, response) =>
      response.end(`you sent ${String(headers["x-token"])} and ${body}`);
    await create(url, "ASCII", "abc-123-def");
    const good = await outcome(url, {
      target: {
        http: {
          url: `${receiver.url}/{{secrets.TOKEN}}?q={{run.id}}`,
          method: "POST",
          headers: [{ name: "X-Token", value: "Bearer {{ secrets.ASCII }}" }],
          body: '{ "password": "{{ secrets.TOKEN }}", "for": "{{ run.scheduledFor }}" }',
        },
      },
    });
    expect(good.state).toBe("SUCCEEDED");
    const [sent] = receiver.received.splice(0);
    expect(sent?.headers["x-token"]).toBe("Bearer abc-123-def");
    expect(JSON.parse(sent?.body ?? "")).toMatchObject({ password: VALUE });
    expect(decodeURIComponent(sent?.path ?? "")).toContain(`/${VALUE}?q=`);
    expect(good.result.body).toMatch(/^you sent Bearer \*\*\* and \{ "password": "\*\*\*", "for": "\d{4}-/);
    const said = JSON.stringify(good);
    for (const form of ["hunter2", "abc-123-def"]) expect(said).not.toContain(form);
    expect(said).toContain("{{ secrets.TOKEN }}");
    await app.stop();
    for (const suffix of ["", "-wal"]) {
      const bytes = readBytes(`${file}${suffix}`);
      for (const form of ["hunter2", "abc-123-def"]) expect(bytes.includes(form)).toBe(false);
    }
  });

  it("reaches the payload of a module, whose output, result and failure do not tell it", async () => {
    const { url } = await startWithKey();
    await create(url, "TOKEN");
    const payload = { token: "{{ secrets.TOKEN }}", day: "{{ run.scheduledDate }}" };
    const run = await outcome(url, { target: ECHO, payload });
    expect(run).toMatchObject({ state: "SUCCEEDED", result: { payload: { token: "***" } } });
    expect(run.result.payload.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    const thrown = await outcome(url, { target: { module: { name: "throws" } }, payload: { message: payload.token } });
    expect(thrown.state).toBe("FAILED");
    expect(JSON.stringify([run, thrown])).not.toContain("hunter2");
  });

  it("is listed with the tasks that use it, never with its value, and not deleted while they do", async () => {
    const { url } = await startWithKey();
    const secret = await create(url, "TOKEN");
    await create(url, "TOKEN_2");
    const task = await createTask(url, { name: "user", payload: ["{{ secrets.TOKEN }}"] });
    expect(await data(url, "{ secrets { name usable tasks { name } } server { secretsEnabled } }")).toEqual({
      secrets: [
        { name: "TOKEN", usable: true, tasks: [{ name: "user" }] },
        { name: "TOKEN_2", usable: true, tasks: [] },
      ],
      server: { secretsEnabled: true },
    });
    const { __type } = await data(url, `{ __type(name: "Secret") { fields { name } } }`);
    expect(__type.fields.map(({ name }: { name: string }) => name)).not.toContain("value");
    const kept = await mutate(url, "deleteSecret", { id: secret.id }, SECRET);
    expect(kept.userErrors).toMatchObject([{ code: "ILLEGAL_STATE", message: expect.stringContaining('"user"') }]);
    await mutate(url, "updateTask", { id: task.id, version: 1, payload: null });
    expect((await mutate(url, "deleteSecret", { id: secret.id }, SECRET)).userErrors).toEqual([]);
  });

  it("has its new value in every attempt that starts after the change", async () => {
    const { url } = await startWithKey();
    const { id } = await create(url, "TOKEN");
    await mutate(url, "updateSecret", { id, value: "a newer value", description: "of the registry" }, SECRET);
    receiver.answer = (_, response) => void response.end();
    receiver.received.splice(0);
    const http = { url: receiver.url, method: "POST", body: "{{ secrets.TOKEN }}" };
    expect((await outcome(url, { target: { http } })).state).toBe("SUCCEEDED");
    expect(receiver.received.map(({ body }) => body)).toEqual(["a newer value"]);
  });

  it("is opened by an older key until it is sealed anew at a start, and needs the older one no more", async () => {
    const first = await startWithKey();
    await create(first.url, "TOKEN");
    await first.app.stop();
    const newer = randomBytes(32).toString("base64");
    const again = (SECRETS_KEY: string) => start({ DATABASE_URL: `file:${first.file}`, SECRETS_KEY });
    for (const [keys, usable] of [
      [newer, false],
      [`${newer},${KEY}`, true],
      [newer, true],
    ] as const) {
      const app = await again(keys);
      expect(await data(app.url, "{ secrets { usable } }")).toEqual({ secrets: [{ usable }] });
      const run = await outcome(app.url, { target: ECHO, payload: "{{ secrets.TOKEN }}" });
      expect(run.state).toBe(usable ? "SUCCEEDED" : "FAILED");
      if (!usable) expect(run.error).toMatchObject({ code: "SECRET_UNAVAILABLE", message: /sealed by the key/ });
      await app.stop();
    }
  });

  it("cannot be made without the operator's key, and the answer says how to have one", async () => {
    const app = await start();
    const made = await mutate(app.url, "createSecret", { name: "TOKEN", value: VALUE }, SECRET);
    expect(made).toMatchObject({ secret: null, userErrors: [{ code: "UNAVAILABLE", field: null }] });
    expect(made.userErrors[0].message).toContain("openssl rand -base64 32");
  });

  it.each([
    ["with small letters", { name: "token" }, "INVALID_CHARACTERS", "name"],
    ["with a long name", { name: "A".repeat(65) }, "INVALID_CHARACTERS", "name"],
    ["of three characters", { value: "abc" }, "OUT_OF_RANGE", "value"],
    ["of none", { value: "" }, "REQUIRED", "value"],
    ["of 33 KiB", { value: "x".repeat(33 * 1024) }, "TOO_LONG", "value"],
    ["with NUL", { value: "abc\u0000def" }, "INVALID_CHARACTERS", "value"],
    ["with a long description", { description: "x".repeat(2_001) }, "TOO_LONG", "description"],
  ])("%s is refused, without its value in the answer", async (_, changes, code, field) => {
    const app = await start({ SECRETS_KEY: KEY });
    const made = await mutate(app.url, "createSecret", { name: "TOKEN", value: "a good value", ...changes }, SECRET);
    expect(made).toMatchObject({ secret: null, userErrors: [{ code, field: [field] }] });
    if (field === "value") expect(JSON.stringify(made)).not.toMatch(/abc|xxx/);
    expect(await data(app.url, "{ secrets { id } }")).toEqual({ secrets: [] });
  });
});

describe("a task", () => {
  it.each([
    ["{{ secrets.NOWHERE }}", /names the secret "NOWHERE", which does not exist/],
    ["{{ run.scheduled }}", /\{\{ run\.scheduled \}\}, which stands for nothing; there are run\.id, /],
  ])("whose target or payload has %s is refused", async (text, message) => {
    const app = await start();
    for (const [changes, field] of [
      [{ payload: { deep: [text] } }, "payload"],
      [{ target: { http: { url: "http://127.0.0.1:1", method: "POST", body: text } } }, "target"],
    ] as const) {
      const input = taskInput({ schedule: IN_2099, ...changes });
      const { userErrors } = await mutate(app.url, "createTask", input, "task { id }");
      expect(userErrors).toMatchObject([{ code: "NOT_FOUND", field: [field] }]);
      expect(userErrors[0].message).toMatch(message);
    }
  });
});

describe("what another run said", () => {
  it("names no secret: a follow-up is given it as it is, and so is whoever does that run again", async () => {
    const { url } = await startWithKey();
    await create(url, "TOKEN");
    const ask = "{{ secrets.TOKEN }} {{ run.id }}";
    receiver.received.splice(0);
    receiver.answer = ({ path }, response) => {
      if (path === "/first") response.setHeader("content-type", "application/json").end(JSON.stringify({ ask }));
      else response.writeHead(500).end();
    };
    const follower = await createTask(url, {
      schedule: { manual: true },
      target: { http: { url: `${receiver.url}/second`, method: "POST" } },
      retry: { maxAttempts: 1 },
    });
    await outcome(url, {
      target: { http: { url: `${receiver.url}/first` } },
      followUps: [{ taskId: follower.id }],
    });
    const failed = await until("the follow-up has failed", async () => {
      const { runs } = await readTask(url, follower.id, "runs(first: 5) { nodes { id state } }");
      return runs.nodes.find(({ state }: { state: string }) => state === "FAILED");
    });
    const { run } = await mutate(url, "retryRun", { id: failed.id }, "run { id }");
    await finished(url, run.id);
    const told = receiver.received.filter(({ path }) => path === "/second").map(({ body }) => JSON.parse(body));
    expect(told.map(({ result }) => result.body)).toEqual([{ ask }, { ask }]);
  });
});

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
