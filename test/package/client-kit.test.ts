// `cronograph/client` as users get it: from the tarball of npm pack, in plain Node, with types for the consumer's compiler.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extract, list } from "tar";
import { beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { temporaryFolder } from "../support/app.ts";

const project = await temporaryFolder();
const installed = join(project, "node_modules", "cronograph");
const names: string[] = [];
/** What npm would install beside it: `@apollo/client` and `rxjs` only for those who have them already. */
const NEEDED = ["graphql", "graphql-ws", "ws", "@types/node", "undici-types"];
const APOLLO = ["@apollo/client", "rxjs", "@wry", "optimism", "tslib", "@graphql-typed-document-node"];

function link(packages: readonly string[]): void {
  for (const name of packages) {
    mkdirSync(join(project, "node_modules", name, ".."), { recursive: true });
    symlinkSync(join(PACKAGE_ROOT, "node_modules", name), join(project, "node_modules", name), "dir");
  }
}

const node = (program: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: project,
    encoding: "utf8",
  });
  return [status, stdout.trim(), stderr];
};

function compile(program: string, lib: readonly string[], options: object = {}): string {
  writeFileSync(join(project, "consumer.ts"), program);
  const compilerOptions = { strict: true, noEmit: true, target: "es2023", lib, types: [], ...options };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = join(PACKAGE_ROOT, "node_modules", "typescript", "bin", "tsc");
  return spawnSync(process.execPath, [tsc, "-p", project], { encoding: "utf8" }).stdout;
}

beforeAll(async () => {
  execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT, stdio: "pipe" });
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", project], {
    cwd: PACKAGE_ROOT,
    encoding: "utf8",
    stdio: "pipe",
  });
  const file = join(project, /"filename":\s*"([^"]+)"/.exec(packed)?.[1] as string);
  await list({ file, onReadEntry: ({ path }) => void names.push(path) });
  mkdirSync(installed, { recursive: true });
  await extract({ file, cwd: installed, strip: 1 });
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  link(NEEDED);
}, 300_000);

const CONSUMER = `import { createLiveClient, followRunLog, type LiveStatus, subscribeRunEvents } from "cronograph/client";
const live = createLiveClient({ url: "http://127.0.0.1:4000" });
const status: LiveStatus = live.status.get();
subscribeRunEvents({ client: live, filter: { type: ["FAILED"] }, onEvent: ({ run }) => run?.task.name.toUpperCase() });
subscribeRunEvents<{ id: string }>({ client: live, fields: "id", onEvent: ({ run }) => run?.id });
// @ts-expect-error an unknown type of event
subscribeRunEvents({ client: live, filter: { type: ["EXPLODED"] }, onEvent: () => {} });
const done: Promise<void> = followRunLog({ url: "ws://127.0.0.1:4000", runId: "1", onLine: ({ text }) => text }).done;
export { done, status };
`;

describe("the package", () => {
  it("has what a server needs, and no sources, tests or data", () => {
    for (const needed of [
      "dist/server/main.js",
      "dist/web/index.html",
      "dist/client/index.js",
      "schema.graphql",
      "tasks/backup-folder.ts",
      "server/executor/define-task.mjs",
      "LICENSE",
    ])
      expect(names).toContain(`package/${needed}`);
    expect(names.some((name) => name.startsWith("package/prisma/sqlite/migrations/"))).toBe(true);
    expect(names.filter((name) => /^package\/(test|web|client|tools|data|node_modules)\//.test(name))).toEqual([]);
  });

  it("exports nothing that is not in it", () => {
    const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
      exports: Record<string, Record<string, string>>;
    };
    for (const conditions of Object.values(exports))
      for (const path of Object.values(conditions)) expect(names).toContain(`package/${path.slice(2)}`);
  });
});

describe("cronograph/client", () => {
  it("is imported by plain Node, and has a WebSocket there", () => {
    const program = `import * as kit from "cronograph/client";
      const following = kit.subscribeRunEvents({ url: "http://127.0.0.1:9", onEvent() {}, onStatus(status, cause) {
        if (cause) { console.log(status, cause.message, Object.keys(kit).sort().join()); following.stop(); }
      } });
      await following.done;`;
    expect(node(program)).toEqual([
      0,
      "reconnecting connect ECONNREFUSED 127.0.0.1:9 LiveError,createLiveClient,followRunLog,subscribeRunEvents,subscribeTaskEvents",
      "",
    ]);
  });

  it("brings no server, no React and no GraphQL parser into a page", () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const [, from = ""] of readFileSync(path, "utf8").matchAll(/(?:from|import) "([^"]+)"/g))
        if (from.startsWith(".")) visit(join(path, "..", from));
        else outside.add(from);
    };
    visit(join(installed, "dist", "client", "index.js"));
    expect([...outside]).toEqual(["graphql-ws"]);
    const bytes = [...seen].reduce((sum, path) => sum + readFileSync(path).length, 0);
    expect(bytes).toBeLessThan(40_000);
  });

  it("has types for a consumer in Node and for one in a browser, checked with its libraries", () => {
    const node16 = { module: "nodenext", types: ["node"] };
    expect(compile(CONSUMER, ["es2023"], node16)).toBe("");
    const browser = { module: "esnext", moduleResolution: "bundler" };
    expect(compile(CONSUMER, ["es2023", "dom"], browser)).toBe("");
  });

  it("has a link for Apollo Client, for those who have that", () => {
    const program = `import { createLiveClient } from "cronograph/client";
      import { LiveLink } from "cronograph/client/apollo";
      const link = new LiveLink(createLiveClient({ url: "http://127.0.0.1:9" }));
      console.log(typeof link.request);`;
    expect(node(program)[0]).toBe(1);
    link(APOLLO);
    expect(node(program)).toEqual([0, "function", ""]);
    const consumer = `import { ApolloClient, InMemoryCache } from "@apollo/client";\n${program}
      export const client = new ApolloClient({ cache: new InMemoryCache(), link });`;
    const options = { module: "nodenext", skipLibCheck: true };
    expect(compile(consumer, ["es2023", "dom"], options)).toBe("");
  });
});
