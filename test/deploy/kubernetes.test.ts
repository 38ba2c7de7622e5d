// The manifests of deploy/kubernetes: their fields by the types of Kubernetes' own API, the rest against the program.
import { spawnSync } from "node:child_process";
import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { readConfig } from "../../server/config.ts";
import { HEALTH_PATHS } from "../../server/gateway/health.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { temporaryFolder } from "../support/app.ts";
import { deployed, graceMs, HAND_OVER_MS, unknownSettings } from "./deployed.ts";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const folder = join(PACKAGE_ROOT, "deploy", "kubernetes");
const manifests = readdirSync(folder).flatMap((name) =>
  parseAllDocuments(deployed(`kubernetes/${name}`)).map((document) => {
    expect(document.errors, name).toEqual([]);
    return document.toJS() as Manifest;
  }),
);
// biome-ignore lint/suspicious/noExplicitAny: their types are checked below, by the compiler
const the = (kind: string): any => manifests.find((each) => each.kind === kind);

const pod = () => the("Deployment").spec.template;
const container = () => pod().spec.containers[0];
const environment = () =>
  Object.fromEntries(
    container().env.map(({ name, value }: { name: string; value: string }) => [name, value]),
  ) as Record<string, string>;

it("has fields that Kubernetes knows, with values of their types", async () => {
  const there = await temporaryFolder();
  symlinkSync(join(PACKAGE_ROOT, "node_modules"), join(there, "node_modules"), "dir");
  const lines = manifests.map((manifest, index) => {
    const [group, version] = manifest.apiVersion.includes("/")
      ? manifest.apiVersion.split("/").map((part) => part.split(".")[0])
      : ["core", manifest.apiVersion];
    return `import type { ${manifest.kind} as Kind${index} } from "kubernetes-types/${group}/${version}.js";
export const each${index}: Kind${index} = ${JSON.stringify(manifest, null, 1)};`;
  });
  writeFileSync(join(there, "manifests.ts"), lines.join("\n"));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2023",
    module: "preserve",
    types: [],
    skipLibCheck: true,
  };
  writeFileSync(join(there, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["manifests.ts"] }));
  const tsc = join(PACKAGE_ROOT, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", there], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, ""]);
});

it("gives the instances settings that the program reads and accepts", () => {
  const secret = the("Secret");
  const all = { ...environment(), ...secret.stringData };
  expect(unknownSettings(all)).toEqual([]);
  const config = readConfig(all, "/app");
  expect([config.host, config.port]).toEqual(["0.0.0.0", container().ports[0].containerPort]);
  expect(container().envFrom).toEqual([{ secretRef: { name: secret.metadata.name } }]);
});

it("asks for health where the program answers; a database that is away restarts nobody", () => {
  const { startupProbe, readinessProbe, livenessProbe, ports } = container();
  for (const { httpGet } of [startupProbe, readinessProbe, livenessProbe]) {
    expect(HEALTH_PATHS).toContain(httpGet.path);
    expect(httpGet.port).toBe(ports[0].name);
  }
  expect(readinessProbe.httpGet.path).toBe("/readyz");
  for (const { httpGet } of [startupProbe, livenessProbe]) expect(httpGet.path).toBe("/healthz");
});

it("waits for a stop longer than the preStop sleep and the program take", () => {
  const [program, seconds] = container().lifecycle.preStop.exec.command;
  expect(program).toBe("sleep");
  const waits = pod().spec.terminationGracePeriodSeconds * 1_000;
  expect(waits).toBeGreaterThanOrEqual(Number(seconds) * 1_000 + graceMs(environment()) + HAND_OVER_MS);
});

it("selects with the labels that the pods have, and never takes all instances away", () => {
  const { labels } = pod().metadata;
  const deployment = the("Deployment");
  for (const selector of [
    deployment.spec.selector.matchLabels,
    the("PodDisruptionBudget").spec.selector.matchLabels,
    the("NetworkPolicy").spec.podSelector.matchLabels,
    pod().spec.topologySpreadConstraints[0].labelSelector.matchLabels,
    the("Service").spec.selector,
  ])
    expect(selector).toEqual(labels);
  expect(deployment.spec.replicas).toBe(3);
  expect(the("PodDisruptionBudget").spec.maxUnavailable).toBe(1);
  expect(deployment.spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
  expect(the("Service").spec.ports[0].targetPort).toBe(container().ports[0].name);
  expect(the("NetworkPolicy").spec.ingress[0].ports[0].port).toBe(container().ports[0].containerPort);
});

it("runs as the image's user, may write to /tmp only, and gains nothing", () => {
  const user = /^USER (\d+):(\d+)$/m.exec(deployed("Dockerfile"));
  const { runAsNonRoot, runAsUser, runAsGroup } = pod().spec.securityContext;
  expect([runAsNonRoot, String(runAsUser), String(runAsGroup)]).toEqual([true, user?.[1], user?.[2]]);
  expect(container().securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
  expect(container().volumeMounts).toEqual([{ name: "tmp", mountPath: "/tmp" }]);
  expect(pod().spec.volumes).toEqual([{ name: "tmp", emptyDir: {} }]);
});
