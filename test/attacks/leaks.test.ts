// Well-known words as every kind of secret there is, then most of what one can do, right and wrong. Afterwards none of them stands in the log,
// in any answer or event, or in the database. What is given once and asked for by whoever made it (a new token, a new signing secret) is noted
// as a secret from then on.
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSchema } from "../../server/gateway/graphql/schema.ts";
import { minimalOperations } from "../access/minimal.ts";
import { type By, headersOf, post } from "../access/support.ts";
import { temporaryFolder } from "../support/app.ts";
import { type Program, startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { type Params, TRANSPORTS } from "./transports.ts";

let serial = 0;
const SECRETS: string[] = [];
/** A word that is found wherever it gets to. */
function secret(prefix = ""): string {
  const value = `${prefix}MARKER${++serial}${randomBytes(9).toString("hex")}`;
  SECRETS.push(value);
  return value;
}
const OWNER_TOKEN = secret("owner-token-");
const KEY = randomBytes(32).toString("base64");
const owner = { token: OWNER_TOKEN };
SECRETS.push(KEY);

const folder = await temporaryFolder();
const ANSWERS: string[] = [];
let program: Program;
let receiver: Receiver;
let refuser: Receiver;

beforeAll(async () => {
  [receiver, refuser] = await Promise.all([startReceiver(), startReceiver()]);
  refuser.answer = ({ headers, body }, response) =>
    response.writeHead(500).end(`no: ${JSON.stringify(headers)} ${body}`);
  receiver.answer = ({ headers, path, body }, response) => response.end(JSON.stringify({ headers, path, body }));
  program = await startProgram({
    DATABASE_URL: `file:${join(folder, "leaks.db")}`,
    ALLOW_ANONYMOUS: "false",
    ALLOW_SHELL: "true",
    OWNER_TOKEN,
    SECRETS_KEY: KEY,
    LOG_LEVEL: "debug",
  });
}, 120_000);
afterAll(async () => {
  await program?.terminate();
  await Promise.all([receiver?.stop(), refuser?.stop()]);
});

/** Over one transport after another. `once`: what may be told this time, and never again. */
async function say(by: By, params: Params, once?: (data: never) => string): Promise<Record<string, never>> {
  const [, carry] = TRANSPORTS[serial++ % TRANSPORTS.length] as (typeof TRANSPORTS)[number];
  const outcome = await carry(program.url, by, params);
  let text = JSON.stringify(outcome);
  if (once) {
    const told = once(outcome.data as never);
    text = text.replaceAll(told, "");
    SECRETS.push(told);
  }
  ANSWERS.push(text);
  return outcome.data as Record<string, never>;
}
const mutation = (name: string, selection: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($i: ${type}) { ${name}(input: $i) { ${selection} userErrors { code field message } } }`;
};
const change = (by: By, name: string, i: object, selection: string, once?: (data: never) => string) =>
  say(by, { query: mutation(name, selection), variables: { i } }, once);

async function signIn(body: object): Promise<string | undefined> {
  const { cookie, body: answer } = await post(program.url, "sign-in", body);
  ANSWERS.push(JSON.stringify(answer));
  if (cookie) SECRETS.push(cookie.split("=")[1] as string);
  return cookie;
}

async function people(): Promise<void> {
  const [password, next] = [secret("a password "), secret("another one ")];
  await change(owner, "createUser", { name: "Ada", role: "EDITOR", password }, "user { id name }");
  await signIn({ name: "Ada", password: secret("wrong ") });
  const cookie = (await signIn({ name: "Ada", password })) as string;
  await change({ cookie }, "changePassword", { current: secret("wrong "), new: next }, "user { id }");
  await change({ cookie }, "changePassword", { current: password, new: next }, "user { id }");
  await change(owner, "createUser", { name: "Ada", role: "EDITOR", password: secret() }, "user { id }");
  await change(owner, "createUser", { name: "short", role: "EDITOR", password: "MARKERs" }, "user { id }");
  SECRETS.push("MARKERs");
  const made = { name: "deploys", rights: ["READ"] };
  const told = (data: { createApiToken: { secret: string } }) => data.createApiToken.secret;
  await change({ cookie }, "createApiToken", made, "secret token { id hint }", told as never);
  for (const by of [{ token: secret("cg_") }, { cookie: `cronograph_session=${secret()}` }])
    for (const [, carry] of TRANSPORTS)
      ANSWERS.push(JSON.stringify(await carry(program.url, by, { query: "{ viewer { name } }" })));
  await signIn({ token: secret("cg_") });
  ANSWERS.push(
    JSON.stringify((await post(program.url, "setup", { link: secret(), name: "x", password: secret() })).body),
  );
  ANSWERS.push(
    JSON.stringify((await post(program.url, "sign-in", { name: "x", password: secret(), more: secret() })).body),
  );
}

/** Requests that GraphQL itself refuses, which repeats values where it can. */
async function slips(): Promise<void> {
  const input = () => ({ name: "slip", role: "VIEWER", password: secret() });
  const create = mutation("createUser", "user { id }");
  await say(owner, { query: create, variables: { i: { ...input(), unknown: 1 } } });
  await say(owner, { query: create, variables: { i: { ...input(), role: "NOBODY" } } });
  await say(owner, { query: create, variables: { i: { role: "VIEWER", password: secret() } } });
  await say(owner, { query: create, variables: { i: { ...input(), password: [secret()] } } });
  await say(owner, { query: create, variables: { i: { ...input(), password: { text: secret() } } } });
  await say(owner, { query: create, variables: { i: [input()] } });
  await say(owner, {
    query: mutation("createSecret", "secret { id }"),
    variables: { i: { name: "X", value: { v: secret() } } },
  });
  await say(owner, { query: mutation("createSecret", "secret { id }"), variables: { i: { value: secret() } } });
  for (const value of [`${secret()}\u0000`, `${secret()}\ud800`, secret().repeat(9_000)]) {
    await change(owner, "createSecret", { name: "ODD", value }, "secret { id }");
    await change(owner, "createSecret", { name: "not a name", value }, "secret { id }");
    await change(owner, "createUser", { name: "odd", role: "VIEWER", password: value }, "user { id }");
  }
}

async function work(): Promise<void> {
  const [value, later] = [secret("a value "), secret()];
  const made = await change(owner, "createSecret", { name: "DEPLOY", value }, "secret { id }");
  const signing = `whsec_${randomBytes(32).toString("base64")}`;
  SECRETS.push(signing);
  await change(owner, "createSecret", { name: "SIGNING", value: signing }, "secret { id }");
  const place = "{{secrets.DEPLOY}}";
  const http = (url: string, more = {}) => ({
    http: {
      url,
      method: "POST",
      headers: [{ name: "X-Key", value: `Bearer ${place}` }],
      body: `{"key":"${place}"}`,
      ...more,
    },
  });
  const targets = [
    http(`${receiver.url}/${place}`),
    http(`${receiver.url}/signed`, { signingSecret: "SIGNING" }),
    http(`${refuser.url}/?key=${place}`),
    http(`http://127.0.0.1:9/${place}`),
    { module: { name: "echo" } },
    { module: { name: "throws" } },
    { shell: { script: 'echo "$KEY"; echo "$KEY" >&2; exit 3', env: [{ name: "KEY", value: place }] } },
  ];
  const webhook = {
    name: "hook",
    filter: { runEvents: ["SUCCEEDED", "FAILED"] },
    headers: [{ name: "X-Key", value: place }],
  };
  for (const [at, url] of [`${receiver.url}/${place}`, `${refuser.url}/${place}`].entries())
    await change(
      owner,
      "createWebhook",
      { ...webhook, name: `hook ${at}`, url },
      "webhook { id } secret",
      ((data: { createWebhook: { secret: string } }) => data.createWebhook.secret) as never,
    );
  const runs: string[] = [];
  for (const [at, target] of targets.entries()) {
    const payload = "module" in target ? { payload: { message: `it broke: ${place}`, deep: [{ key: place }] } } : {};
    const input = { name: `task ${at}`, schedule: { manual: true }, target, retry: { maxAttempts: 1 }, ...payload };
    const task = (await change(owner, "createTask", input, "task { id }")) as never as {
      createTask: { task: { id: string } | null };
    };
    if (!task?.createTask) throw new Error(ANSWERS.at(-1));
    expect(task.createTask).toMatchObject({ userErrors: [] });
    const { id } = task.createTask.task as { id: string };
    const run = (await change(owner, "triggerTask", { id }, "run { id }")) as never as {
      triggerTask: { run: { id: string } };
    };
    runs.push(run.triggerTask.run.id);
  }
  for (const id of runs)
    await until(
      `run ${id} is over`,
      async () => {
        const { run } = (await say(owner, {
          query: `query ($id: ID!) { run(id: $id) { state why result error { code message } payload
        attempts(first: 9) { nodes { outcome error { message } } } logs(first: 100) { nodes { text } } task { payload target { summary } } } }`,
          variables: { id },
        })) as never as { run: { state: string } };
        return ["SUCCEEDED", "FAILED"].includes(run.state);
      },
      60_000,
    );
  await until("messages were sent", () =>
    receiver.received.some(({ headers }) => headers["webhook-id"] && !headers["x-run-attempt"]),
  );
  const { id } = (made as never as { createSecret: { secret: { id: string } } }).createSecret.secret;
  await change(owner, "updateSecret", { id, value: later }, "secret { id }");
}

/** Every root field, asked for in the least words. */
async function everything(): Promise<void> {
  for (const { kind, text } of minimalOperations(createSchema()))
    if (kind !== "subscription")
      ANSWERS.push(JSON.stringify(await TRANSPORTS[0]?.[1](program.url, owner, { query: text })));
  ANSWERS.push(
    JSON.stringify(
      await TRANSPORTS[0]?.[1](program.url, owner, {
        query: `{ overview { activeTasks } users { name sessions { userAgent address } } apiTokens { name hint } secrets { name description }
      webhooks { nodes { name url headers { name value } deliveries(first: 50) { nodes { body error status } } } } viewer { name rights } }`,
      }),
    ),
  );
  for (const path of ["/events?after=WyJlIiwwXQ&limit=500", "/auth/state", "/healthz", "/readyz"])
    ANSWERS.push(
      await (await fetch(program.url + path, { headers: { connection: "close", ...headersOf(owner) } })).text(),
    );
}

/** Also as JSON, an address or base64 have it. */
const forms = (value: string) => [
  ...new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString("base64").replace(/=+$/, ""),
  ]),
];
const foundIn = (text: string): string[] =>
  [...new Set(SECRETS)]
    .flatMap(forms)
    .filter((form) => text.includes(form))
    .map(
      (form) =>
        `${form}: …${text.slice(Math.max(0, text.indexOf(form) - 200), text.indexOf(form) + form.length + 50)}…`,
    );

describe("a secret, a token or a password", () => {
  it("stands in no log, no answer, no event and no table, whatever was done with it", {
    timeout: 240_000,
  }, async () => {
    await people();
    await slips();
    await work();
    await everything();
    await program.terminate();
    // They have reached those whom they were for.
    expect(receiver.received.some(({ headers }) => headers["x-key"]?.includes("MARKER"))).toBe(true);
    const answers = ANSWERS.flatMap(foundIn);
    expect(answers).toEqual([]);
    expect(program.output()).toContain('"msg":"signed in"');
    expect(foundIn(program.output())).toEqual([]);
    const db = new Sqlite(join(folder, "leaks.db"), { readonly: true });
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables)
      expect([table, foundIn(JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()))]).toEqual([table, []]);
    db.close();
    for (const file of readdirSync(folder))
      expect([file, foundIn(readFileSync(join(folder, file), "latin1"))]).toEqual([file, []]);
  });
});
