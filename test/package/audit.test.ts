// The audit of dependencies, with a registry of the test's own in the place of the real one.
import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { temporaryFolder } from "../support/app.ts";

const cache = await temporaryFolder();
let registry: Server | undefined;
afterEach(() => void registry?.close());

/** Answers what npm asks for; `advisories` undefined: it has no such service. */
async function startRegistry(advisories?: Record<string, object[]>): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  registry = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method !== "POST") {
        // A package's document: which versions there are.
        const name = decodeURIComponent((request.url ?? "").slice(1));
        const versions = { "5.3.0": { name, version: "5.3.0" } };
        return response.end(JSON.stringify({ name, "dist-tags": { latest: "5.3.0" }, versions }));
      }
      const body = Buffer.concat(chunks);
      const text = request.headers["content-encoding"] === "gzip" ? gunzipSync(body).toString() : body.toString();
      asked.push(...Object.keys(JSON.parse(text) as object));
      if (advisories === undefined) return response.writeHead(405, { allow: "GET,HEAD" }).end();
      response.setHeader("content-type", "application/json").end(JSON.stringify(advisories));
    });
  });
  await new Promise<void>((resolve) => registry?.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`, asked };
}

function audit(url: string): Promise<{ code: number | null; output: string }> {
  const env = {
    ...process.env,
    npm_config_registry: url,
    npm_config_cache: cache,
    npm_config_fetch_retries: "0",
    npm_config_update_notifier: "false",
  };
  const child = spawn(process.execPath, ["tools/audit.mjs"], { cwd: PACKAGE_ROOT, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

/** npm remembers what it knows of an id. */
const advisory = (severity: string) => ({
  express: [
    {
      id: severity.length,
      url: "https://example.org/advisory",
      title: "A hole",
      severity,
      vulnerable_versions: "<=99",
      cwe: [],
      cvss: { score: 0 },
    },
  ],
});

describe("the audit", { timeout: 120_000 }, () => {
  it("fails for what is known to be high in a dependency of the program, and names it", async () => {
    const { url, asked } = await startRegistry(advisory("high"));
    const { code, output } = await audit(url);
    expect(output).toMatch(/^high: express .*A hole https:\/\/example.org\/advisory$/m);
    expect(code).toBe(1);
    expect(asked).toContain("express");
    expect(asked).not.toContain("vitest");
  });

  it("goes on with what is moderate, and with nothing", async () => {
    const moderate = await audit((await startRegistry(advisory("moderate"))).url);
    expect([moderate.code, moderate.output]).toEqual([
      0,
      expect.stringMatching(/Audited .* \d+ known vulnerabilities, 0 of them high/),
    ]);
    registry?.close();
    const none = await audit((await startRegistry({})).url);
    expect([none.code, none.output]).toEqual([0, expect.stringContaining("0 known vulnerabilities, 0 of them high")]);
  });

  it("says plainly that nothing was audited where the registry cannot tell, or is not there", async () => {
    const without = await audit((await startRegistry()).url);
    expect([without.code, without.output]).toEqual([0, expect.stringMatching(/NOT AUDITED: .*\(405\)/)]);
    const nowhere = await audit("http://127.0.0.1:9/");
    expect([nowhere.code, nowhere.output]).toEqual([0, expect.stringMatching(/NOT AUDITED: .*ECONNREFUSED/)]);
  });
});
