// Ways round a check that is done once: redirects, and names that lead elsewhere at the next question.
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startApp } from "../../server/app.ts";
import { systemClock } from "../../server/clock.ts";
import { readConfig } from "../../server/config.ts";
import { createLog } from "../../server/log.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { createTask, finished, mutate, readRun } from "../api/support.ts";
import { FIXTURE_MODULES } from "../support/app.ts";
import { type NameServer, startNameServer } from "../support/dns.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { createWebhook, deliveriesOf } from "../webhooks/support.ts";
import { type Senders, senders } from "./support.ts";

/** Only 127.0.0.1 is let through: 127.0.0.2 stands for what must stay out of reach, on the same port. */
const ALLOW = "127.0.0.1";
const METADATA = "http://169.254.169.254/latest/meta-data/iam/security-credentials/";
let receiver: Receiver;
let port: number;
let forbidden: Server;
let reached: number;
let names: NameServer;
let out: Senders;

beforeEach(async () => {
  receiver = await startReceiver();
  port = Number(new URL(receiver.url).port);
  reached = 0;
  forbidden = createServer((_, response) => {
    reached++;
    response.end("secret");
  });
  forbidden.on("connection", () => reached++);
  await new Promise<void>((resolve, reject) => forbidden.on("error", reject).listen(port, "127.0.0.2", resolve));
  names = await startNameServer();
  out = senders(ALLOW, names.lookup);
});
afterEach(async () => {
  await out.stop();
  await names.stop();
  await new Promise((resolve) => forbidden.close(resolve));
  await receiver.stop();
});

/** Each connection is a new one. */
const closing =
  (text: string): Receiver["answer"] =>
  (_, response) =>
    response.setHeader("connection", "close").end(text);

describe("a redirect", () => {
  it.each([
    ["to metadata", METADATA, "169.254.169.254"],
    ["to metadata, decimal", "http://2852039166/", "169.254.169.254"],
    ["to metadata, IPv4-mapped", "http://[::ffff:a9fe:a9fe]/", "169.254.169.254"],
    ["without a scheme", "//169.254.169.254/latest", "169.254.169.254"],
    ["with a user name", "http://127.0.0.1@169.254.169.254/", "169.254.169.254"],
    ["to another loopback address", "http://127.0.0.2:PORT/", "127.0.0.2"],
    ["to IPv6 loopback", "http://[::1]:PORT/", "::1"],
    ["to a private address", "https://10.0.0.1/", "10.0.0.1"],
    ["to a name that leads to metadata", "http://moved.test/", "169.254.169.254"],
  ])("%s is refused", async (_, location, address) => {
    names.answer = () => ["169.254.169.254"];
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answer = (__, response) =>
        response.writeHead(status, { location: location.replace("PORT", String(port)) }).end();
      expect(await out.target(receiver.url)).toMatchObject({
        ok: false,
        error: { code: "URL_NOT_ALLOWED", message: expect.stringContaining(address), permanent: expect.any(String) },
      });
    }
    expect(reached).toBe(0);
  });

  it("at the end of a chain is refused like the first", async () => {
    receiver.answer = ({ path }, response) =>
      response.writeHead(302, { location: path === "/3" ? METADATA : `/${Number(path.slice(1)) + 1}` }).end();
    expect(await out.target(`${receiver.url}/1`)).toMatchObject({ ok: false, error: { code: "URL_NOT_ALLOWED" } });
    expect(receiver.received.map(({ path }) => path)).toEqual(["/1", "/2", "/3"]);
  });

  it.each(["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "javascript:alert(1)", "http://"])(
    "to %s fails the attempt",
    async (location) => {
      receiver.answer = (_, response) => response.writeHead(302, { location }).end();
      expect(await out.target(receiver.url)).toMatchObject({ ok: false, error: { code: "HTTP_REQUEST" } });
    },
  );

  it("of a webhook is not followed at all", async () => {
    receiver.answer = (_, response) => response.writeHead(307, { location: `http://127.0.0.2:${port}/` }).end();
    expect(await out.webhook(receiver.url)).toMatchObject({
      status: 307,
      error: expect.stringContaining("not followed"),
    });
    expect(reached).toBe(0);
  });
});

describe("a name", () => {
  it.each([
    ["metadata.google.internal", ["169.254.169.254"]],
    ["mapped.test", ["::ffff:169.254.169.254"]],
    ["nat64.test", ["64:ff9b::a9fe:a9fe"]],
    ["six-to-four.test", ["2002:7f00:2::"]],
    ["link.test", ["fe80::1"]],
    ["zero.test", ["0.0.0.0"]],
    ["private.test", ["10.1.2.3", "fd00::1"]],
    ["other-loopback.test", ["127.0.0.2"]],
  ])("%s that leads to %s is refused to targets and webhooks", async (name, addresses) => {
    names.answer = () => addresses;
    const message = new RegExp(`${name} leads to ${addresses[0]}`);
    const url = `http://${name}:${port}/`;
    expect(await out.target(url)).toMatchObject({
      error: { code: "URL_NOT_ALLOWED", message: expect.stringMatching(message) },
    });
    expect(await out.webhook(url)).toMatchObject({ error: expect.stringMatching(message), permanent: true });
    expect(reached).toBe(0);
  });

  it("with good and bad addresses is reached at the good one only", async () => {
    names.answer = () => ["127.0.0.2", "169.254.169.254", "127.0.0.1"];
    for (let time = 0; time < 5; time++)
      expect(await out.target(`http://mixed.test:${port}/`)).toMatchObject({ ok: true });
    expect(reached).toBe(0);
  });

  it("is looked up once for a connection: what was judged is what is dialled", async () => {
    let turn = 0;
    names.answer = () => (turn++ % 2 === 0 ? ["127.0.0.1"] : ["127.0.0.2"]);
    receiver.answer = closing("mine");
    const outcomes: boolean[] = [];
    for (let time = 0; time < 6; time++) outcomes.push((await out.target(`http://rebind.test:${port}/`)).ok);
    expect(outcomes).toEqual([true, false, true, false, true, false]);
    expect(names.asked).toHaveLength(6);
    expect(reached).toBe(0);
  });

  it("that is not known fails in a way that may be tried again", async () => {
    const result = await out.target("http://nowhere.test/");
    expect(result).toMatchObject({ ok: false, error: { code: "HTTP_REQUEST" } });
    expect(result).not.toHaveProperty("error.permanent");
  });
});

describe("a name that leads elsewhere after it was tried out", () => {
  async function start() {
    const settings = {
      PORT: "0",
      ALLOW_ANONYMOUS: "true",
      DATABASE_URL: ":memory:",
      TASKS_DIR: FIXTURE_MODULES,
      OUTGOING_ALLOW: ALLOW,
    };
    const { lookup } = names;
    const app = await startApp(readConfig(settings, PACKAGE_ROOT), {
      clock: systemClock,
      log: createLog("error"),
      lookup,
    });
    return { url: String(app.url), stop: app.stop };
  }

  it("fails the run for good, with its field, the address and the setting", async () => {
    const app = await start();
    try {
      names.answer = () => ["127.0.0.1"];
      receiver.answer = closing("mine");
      const http = { url: `http://rebind.test:${port}/` };
      const task = await createTask(app.url, { target: { http }, retry: { maxAttempts: 5, initialDelay: "PT0S" } });
      const trigger = async () => {
        const { run } = await mutate(app.url, "triggerTask", { id: task.id }, "run { id }");
        await finished(app.url, run.id);
        return readRun(app.url, run.id, "state attempt why error { code message }");
      };
      expect(await trigger()).toMatchObject({ state: "SUCCEEDED" });
      names.answer = () => ["127.0.0.2"];
      expect(await trigger()).toEqual({
        state: "FAILED",
        attempt: 1,
        why: "Another attempt would fail in the same way, so none is made.",
        error: {
          code: "URL_NOT_ALLOWED",
          message: `target.http.url ${http.url} is refused: rebind.test leads to 127.0.0.2, which is a loopback address. It is reached only if the operator's setting OUTGOING_ALLOW has it, for example OUTGOING_ALLOW=127.0.0.2.`,
        },
      });
      expect(reached).toBe(0);
    } finally {
      await app.stop();
    }
  });

  it("fails a webhook's message at once, and says why in its log", async () => {
    const app = await start();
    try {
      names.answer = () => ["127.0.0.2"];
      const { webhook } = await createWebhook(app.url, { format: "SLACK", url: `http://rebind.test:${port}/` });
      await createTask(app.url);
      const [delivery] = await until("the message has failed", async () => {
        const found = await deliveriesOf(app.url, webhook.id);
        return found[0]?.state === "FAILED" && found;
      });
      expect(delivery).toMatchObject({
        attempts: 1,
        nextAttemptAt: null,
        error: expect.stringMatching(
          /^url is refused: rebind\.test leads to 127\.0\.0\.2.*OUTGOING_ALLOW=127\.0\.0\.2/,
        ),
      });
      expect(reached).toBe(0);
    } finally {
      await app.stop();
    }
  });
});
