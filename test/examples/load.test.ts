import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { startDemoSite } from "../../examples/lib/demo-site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function load(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "examples/load.ts", ...args],
      { cwd: root },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, output: `${stdout}${stderr}` });
      },
    );
  });
}

describe("load", () => {
  test("says so when no server answers, and ends with 1", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    await new Promise((resolve) => server.close(resolve));
    const { code, output } = await load("--url", url);
    expect(output).toBe(
      `No server answers at ${url} (ECONNREFUSED). Start one with \`npm start\`, or name another with --url.\n`,
    );
    expect(code).toBe(1);
  });

  test("says so when something else than a GraphQL server answers", async () => {
    const server = createServer((_, response) => void response.end("<h1>Router</h1>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { code, output } = await load("--url", `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    expect(output).toContain("but not as a GraphQL server does");
    expect(code).toBe(1);
  });

  test("tells what is wrong with the file before it asks any server", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cronograph-test-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "bad.yaml");
    await writeFile(file, "tasks:\n  - name: x\n");
    const { code, output } = await load(file);
    expect(output).toMatch(
      /bad\.yaml:2: tasks\[0\]\.schedule: expected object, received undefined\n.*bad\.yaml:2: tasks\[0\]\.target/,
    );
    expect(code).toBe(1);
    expect(await load(join(folder, "missing.yaml"))).toMatchObject({
      code: 1,
      output: expect.stringContaining("no such file"),
    });
  });
});

describe("the demo's site", () => {
  test("is well, beats, fails now and then, and tells when its feed did not change", async () => {
    const site = await startDemoSite(0, tmpdir());
    onTestFinished(() => site.stop());
    expect((await fetch(`${site.url}/health`)).status).toBe(200);
    expect(await (await fetch(`${site.url}/heartbeat`, { method: "POST", body: "{}" })).json()).toEqual({ beats: 1 });
    const statuses: number[] = [];
    for (let index = 0; index < 20; index++) statuses.push((await fetch(`${site.url}/rates`)).status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    const feed = await fetch(`${site.url}/feed.xml`);
    expect(await feed.text()).toContain("<rss");
    expect(
      (await fetch(`${site.url}/feed.xml`, { headers: { "if-none-match": feed.headers.get("etag") ?? "" } })).status,
    ).toBe(304);
    expect((await fetch(`${site.url}/nothing`)).status).toBe(404);
  });
});
