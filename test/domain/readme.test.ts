import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { withSettings } from "../../tools/settings-table.ts";

describe("settings", () => {
  it("are the ones that the README's table shows", () => {
    const readme = readFileSync(join(PACKAGE_ROOT, "README.md"), "utf8");
    expect(withSettings(readme)).toBe(readme);
  });

  it("have safe defaults", () => {
    expect(readConfig({}, "/srv")).toMatchObject({
      host: "127.0.0.1",
      port: 4_000,
      database: "/srv/data/cronograph.db",
      roles: ["gateway", "scheduler", "executor", "monitor"],
      tasksDir: "/srv/tasks",
    });
  });

  it("that are wrong are all reported at once, each with its name and value", () => {
    const start = () =>
      readConfig(
        {
          PORT: "70000",
          WORKER_THREADS: "many",
          ROLES: "gateway,cook",
          DATABASE_URL: "mysql://u:secret@h/d",
          LOG_LEVEL: "loud",
          HOST: "0.0.0.0",
        },
        "/srv",
      );
    expect(start).toThrow(/PORT="70000".*WORKER_THREADS="many".*LOG_LEVEL="loud"/s);
    const second = () =>
      readConfig({ ROLES: "gateway,cook", DATABASE_URL: "mysql://u:secret@h/d", HOST: "0.0.0.0" }, "/srv");
    expect(second).toThrow(/ROLES=.*"cook" is no role.*DATABASE_URL="mysql:…/s);
    expect(second).not.toThrow(/secret/);
    expect(readConfig({ DATABASE_URL: "postgresql://u:secret@h/d" }, "/srv").database).toBe(
      "postgresql://u:secret@h/d",
    );
    expect(() => readConfig({ DATABASE_URL: "postgresql://u:secret@h:port/d" }, "/srv")).toThrow(
      /DATABASE_URL="postgresql:…": Expected .* postgresql:\/\/USER/,
    );
  });

  it("never let commands be run by whoever reaches a port that is open to others", () => {
    const open = { HOST: "0.0.0.0", ALLOW_ANONYMOUS: "true" };
    expect(() => readConfig({ ...open, ALLOW_SHELL: "true" }, "/srv")).toThrow(
      /ALLOW_SHELL=true with ALLOW_ANONYMOUS=true and HOST="0.0.0.0": whoever reaches the port could run commands/,
    );
    expect(readConfig({ ALLOW_SHELL: "true" }, "/srv").allowShell).toBe(true);
    expect(readConfig({ ALLOW_SHELL: "true", HOST: "0.0.0.0" }, "/srv").allowShell).toBe(true);
  });

  it("name what has taken the place of a setting that is gone, and never show a token", () => {
    expect(() => readConfig({ ALLOW_INSECURE_REMOTE: "true" }, "/srv")).toThrow(/there is a sign-in now.*OWNER_TOKEN/);
    const short = () => readConfig({ OWNER_TOKEN: "geheim" }, "/srv");
    expect(short).toThrow(/OWNER_TOKEN: Expected 24 to 200 characters/);
    expect(short).not.toThrow(/geheim/);
  });

  it("are read from --roles before ROLES", () => {
    expect(readConfig({ ROLES: "gateway" }, "/srv", "monitor,executor").roles).toEqual(["executor", "monitor"]);
    expect(readConfig({ HOST: "0.0.0.0", DATABASE_URL: ":memory:" }, "/srv").database).toBe(":memory:");
  });
});
