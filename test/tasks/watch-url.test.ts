import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import watchUrl from "../../tasks/watch-url.ts";
import { makeCertificate } from "./certificate.ts";
import { makeContext, makeFolder, runInThread } from "./support.ts";

async function listen(server: Server, scheme = "http"): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/page`;
}

const serve = (answer: RequestListener) => listen(createServer(answer));

/** A page whose text the test changes. */
async function page(text: string) {
  const site = { text, requests: [] as (string | undefined)[], url: "", stateDir: await makeFolder() };
  site.url = await serve((request, response) => {
    site.requests.push(request.headers["if-none-match"]);
    const etag = `"${Buffer.from(site.text).toString("hex").slice(0, 40)}"`;
    response.setHeader("etag", etag);
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.end(site.text);
  });
  return site;
}

let runs = 0;
const nextRun = () => makeContext({ id: `run-${++runs}` });

describe("watch-url", () => {
  test("the first look remembers, the same answer is unchanged, another one is told line by line", async () => {
    const site = await page("one\ntwo\nthree\n");
    const payload = { url: site.url, stateDir: site.stateDir };
    expect(await watchUrl(payload, nextRun())).toMatchObject({ first: true, changed: false, status: 200, bytes: 14 });
    expect(await watchUrl(payload, nextRun())).toMatchObject({ first: false, changed: false });
    expect(site.requests.at(-1)).toMatch(/^"/);
    site.text = "two\nthree\nfour\nfive\n";
    const context = nextRun();
    expect(await watchUrl(payload, context)).toMatchObject({ changed: true, linesAdded: 2, linesRemoved: 1 });
    expect(context.lines).toEqual([
      "info − one",
      "info + four",
      "info + five",
      "info Changed: 2 lines added, 1 removed; 200, 20 bytes.",
    ]);
    expect(await watchUrl(payload, nextRun())).toMatchObject({ changed: false });
    expect(await readdir(site.stateDir)).toHaveLength(1);
  });

  test("a second attempt of the same run finds the same change as the first", async () => {
    const site = await page("old");
    const payload = { url: site.url, stateDir: site.stateDir, failOnChange: true };
    await watchUrl(payload, nextRun());
    site.text = "new";
    const run = { id: "run-of-two-attempts" };
    await expect(watchUrl(payload, makeContext(run))).rejects.toThrow("1 line added, 1 removed");
    await expect(watchUrl(payload, makeContext({ ...run, attempt: 2 }))).rejects.toThrow("1 line added, 1 removed");
    expect(await watchUrl(payload, nextRun())).toMatchObject({ changed: false });
  });

  test("ignored lines are no change, lines in another order are", async () => {
    const site = await page("Generated at 10:00\na\nb");
    const payload = { url: site.url, stateDir: site.stateDir, ignore: ["^Generated at "] };
    await watchUrl(payload, nextRun());
    site.text = "Generated at 10:01\na\nb";
    expect(await watchUrl(payload, nextRun())).toMatchObject({ changed: false });
    site.text = "b\na";
    expect(await watchUrl(payload, nextRun())).toMatchObject({
      changed: true,
      linesAdded: 0,
      summary: expect.stringContaining("another order"),
    });
  });

  test("bytes that are no text are compared too", async () => {
    let body = Buffer.from([0, 255, 1]);
    const url = await serve((_, response) => void response.end(body));
    const payload = { url, stateDir: await makeFolder() };
    await watchUrl(payload, nextRun());
    expect(await watchUrl(payload, nextRun())).toMatchObject({ changed: false });
    body = Buffer.from([0, 255, 2, 3]);
    expect(await watchUrl(payload, nextRun())).toMatchObject({
      changed: true,
      summary: "Changed: 200, 4 bytes, before 3 bytes.",
    });
  });

  test("an unexpected status, a longer answer and a silent server fail with the reason and leave what is remembered", async () => {
    const stateDir = await makeFolder();
    const site = { status: 200, body: "fine", silent: false };
    const url = await serve((_, response) => {
      response.writeHead(site.status);
      if (site.silent) response.write("never ends");
      else response.end(site.body);
    });
    await watchUrl({ url, stateDir }, nextRun());
    const [file] = await readdir(stateDir);
    const remembered = await readFile(join(stateDir, file as string), "utf8");
    site.status = 503;
    await expect(watchUrl({ url, stateDir }, nextRun())).rejects.toThrow(
      "answered 503 Service Unavailable; expected 200 to 299.",
    );
    expect(await watchUrl({ url, stateDir: await makeFolder(), expectStatus: [200, 503] }, nextRun())).toMatchObject({
      status: 503,
    });
    site.status = 200;
    site.body = "x".repeat(1_001);
    await expect(watchUrl({ url, stateDir, maxBytes: 1_000 }, nextRun())).rejects.toThrow("more than 1.0 KB");
    site.silent = true;
    await expect(watchUrl({ url, stateDir, timeoutSeconds: 0.2 }, nextRun())).rejects.toThrow(
      "did not answer within 0.2 seconds",
    );
    expect(await readFile(join(stateDir, file as string), "utf8")).toBe(remembered);
  });

  test("an abort in the middle ends the request at once and leaves nothing half-written; the next attempt works", async () => {
    const stateDir = await makeFolder();
    const context = nextRun();
    let hang = true;
    const url = await serve((_, response) => {
      if (!hang) return void response.end("done");
      response.write("half");
      setTimeout(() => context.abort(), 50);
    });
    await expect(watchUrl({ url, stateDir }, context)).rejects.toThrow("The run was cancelled.");
    expect(await readdir(stateDir)).toEqual([]);
    hang = false;
    expect(await watchUrl({ url, stateDir }, makeContext({ id: context.run.id, attempt: 2 }))).toMatchObject({
      first: true,
    });
  });

  test("a damaged state file is a first look, not a failure", async () => {
    const site = await page("text");
    const payload = { url: site.url, stateDir: site.stateDir };
    await watchUrl(payload, nextRun());
    const [file] = await readdir(site.stateDir);
    await writeFile(join(site.stateDir, file as string), "{half");
    expect(await watchUrl(payload, nextRun())).toMatchObject({ first: true });
  });

  test("a server that is not there is named with the reason", async () => {
    const server = createServer();
    const url = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(watchUrl({ url, stateDir: await makeFolder() }, nextRun())).rejects.toThrow(
      /\/page cannot be reached: .*ECONNREFUSED/,
    );
    const payload = { url: url.replace("http:", "https:"), stateDir: await makeFolder(), tlsDaysLeft: 5 };
    await expect(watchUrl(payload, nextRun())).rejects.toThrow(/^https:.*\/page cannot be reached: .*ECONNREFUSED/);
  });

  test("a certificate is checked: good, soon running out, too late, not trusted", async () => {
    const folder = await makeFolder();
    const ca = join(folder, "ca.pem");
    const serveTls = async (daysLeft: number) => {
      const pair = makeCertificate(daysLeft);
      await writeFile(ca, pair.cert);
      return listen(
        createTlsServer(pair, (_, response) => void response.end("secret")),
        "https",
      );
    };
    const url = await serveTls(20);
    const payload = { url, ca, stateDir: join(folder, "state") };
    expect(await watchUrl({ ...payload, tlsDaysLeft: 5 }, nextRun())).toMatchObject({
      first: true,
      certificateDaysLeft: 20,
    });
    const context = nextRun();
    await watchUrl({ ...payload, tlsDaysLeft: 15 }, context);
    expect(context.lines[0]).toMatch(
      /^warn The certificate of test\.example at 127\.0\.0\.1:\d+ runs out on .* \(20 days left\)\.$/,
    );
    await expect(watchUrl({ ...payload, tlsDaysLeft: 30 }, nextRun())).rejects.toThrow(
      "Renew it: at least 30 days were asked for.",
    );
    await expect(watchUrl({ url, stateDir: payload.stateDir }, nextRun())).rejects.toThrow(
      /cannot be reached: .*self-signed certificate/,
    );
    await expect(
      watchUrl({ url: await serveTls(-3), ca, stateDir: payload.stateDir, tlsDaysLeft: 1 }, nextRun()),
    ).rejects.toThrow(/ran out on .*\(-3 days left\)/);
  });

  test.each([
    [
      {},
      /payload\.url is missing: expected an http: or https: address, for example "https:\/\/example\.com\/news\.xml"/,
    ],
    [{ url: "ftp://example.com" }, /payload\.url is "ftp:\/\/example\.com"/],
    [{ url: "https://me:secret@example.com" }, /without a password/],
    [
      { url: "https://example.com", ignore: ["("] },
      /payload\.ignore\.0 is "\(": expected a regular expression that JavaScript can read/,
    ],
    [{ url: "https://example.com", ignore: ["(a+)+$"] }, /no repeated group of repetitions/],
    [{ url: "https://example.com", ignore: ["x".repeat(201)] }, /1 to 200 characters/],
    [
      { url: "https://example.com", maxBytes: "1MB" },
      /payload\.maxBytes is "1MB": expected number, received string, for example 2000000/,
    ],
  ])("says what is wrong with the payload %j", async (payload, message) => {
    await expect(watchUrl(payload, nextRun())).rejects.toThrow(message);
  });

  test("runs in a thread with an empty environment", async () => {
    const site = await page("text");
    const answer = await runInThread("watch-url", { url: site.url, stateDir: site.stateDir });
    expect(answer).toMatchObject({ environment: 0, result: { first: true } });
  });
});
