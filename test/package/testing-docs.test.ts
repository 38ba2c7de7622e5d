// The example of docs/testing.md as a user would have it: in a project of its own, with the built package as a dependency.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { temporaryFolder } from "../support/app.ts";

const project = await temporaryFolder();
const tool = (...path: string[]) => join(PACKAGE_ROOT, "node_modules", ...path);

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2023",
    lib: ["es2024"],
    types: ["node"],
  },
  files: ["report.test.ts"],
};

beforeAll(() => {
  execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT, stdio: "pipe" });
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(PACKAGE_ROOT, "docs", "testing.md"), "utf8")) ?? [];
  writeFileSync(join(project, "report.test.ts"), example as string);
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(TSCONFIG));
  mkdirSync(join(project, "node_modules", "@types"), { recursive: true });
  symlinkSync(PACKAGE_ROOT, join(project, "node_modules", "cronograph"), "dir");
  symlinkSync(tool("@types", "node"), join(project, "node_modules", "@types", "node"), "dir");
}, 300_000);

describe("the example of docs/testing.md", () => {
  it("has the types that it needs", () => {
    const { stdout, status } = spawnSync(process.execPath, [tool("typescript", "bin", "tsc"), "-p", project], {
      encoding: "utf8",
    });
    expect([stdout, status]).toEqual(["", 0]);
  });

  it("passes in a project that has the package as a dependency", () => {
    // The host's own zone and the folder of the project must not matter.
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import", `file://${tool("tsx", "dist", "loader.mjs")}`, "--test", "--test-reporter=tap", "report.test.ts"],
      { cwd: project, encoding: "utf8", env: { PATH: process.env.PATH, TZ: "Pacific/Chatham" } },
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# pass 1$/m);
  });
});
