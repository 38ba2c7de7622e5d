// The roles as processes of their own: each is healthy by itself, and together they are one scheduler.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { startOwnPostgres } from "../support/postgres.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";

const ROLES = ["gateway", "scheduler", "executor", "monitor"] as const;
const CREATE = `mutation { createTask(input: { name: "by parts", schedule: { every: { interval: "PT1S" } }, target: { module: { name: "echo" } } }) { task { id } userErrors { message } } }`;
const INSTANCES = `{ instances { roles running load clockAheadMs stoppedAt } }`;

let postgres: Awaited<ReturnType<typeof startOwnPostgres>>;
let programs: Record<(typeof ROLES)[number], Program>;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  const settings = { DATABASE_URL: postgres.url };
  const started = await Promise.all(ROLES.map((role) => startProgram(settings, ["--roles", role])));
  programs = Object.fromEntries(ROLES.map((role, index) => [role, started[index]])) as typeof programs;
});
afterAll(async () => {
  await Promise.all(Object.values(programs).map((program) => program.kill()));
  await postgres.stop();
});

const get = async (role: (typeof ROLES)[number], path: string) => {
  const response = await fetch(`${programs[role].url}${path}`, { headers: { connection: "close" } });
  return { status: response.status, body: await response.json() };
};

describe("roles apart", () => {
  it("plan, carry out and answer, each in its process", async () => {
    const { createTask } = await data(programs.gateway.url, CREATE);
    expect(createTask.userErrors).toEqual([]);
    await until("three runs have succeeded", async () => {
      const { runs } = await data(
        programs.gateway.url,
        `{ runs(filter: { state: [SUCCEEDED] }, first: 1) { totalCount } }`,
      );
      return runs.totalCount >= 3;
    });
    const { instances } = await data(programs.gateway.url, INSTANCES);
    expect(instances.map(({ roles }: { roles: string[] }) => roles).sort()).toEqual([
      ["EXECUTOR"],
      ["GATEWAY"],
      ["MONITOR"],
      ["SCHEDULER"],
    ]);
    for (const { load, clockAheadMs } of instances) {
      expect(load).toBeGreaterThanOrEqual(0);
      expect(load).toBeLessThanOrEqual(1);
      expect(Math.abs(clockAheadMs)).toBeLessThan(1_000);
    }
  });

  it("say each for itself whether they are healthy and ready, and nothing else where there is no gateway", async () => {
    for (const role of ROLES) {
      expect(await get(role, "/healthz")).toEqual({ status: 200, body: { status: "ok" } });
      expect(await get(role, "/readyz")).toEqual({ status: 200, body: { status: "ready" } });
    }
    expect((await get("executor", "/graphql")).status).toBe(404);
    await postgres.halt("fast");
    for (const role of ROLES)
      await until(`${role} is not ready`, async () => (await get(role, "/readyz")).status === 503, 10_000);
    expect((await get("scheduler", "/readyz")).body).toMatchObject({ code: "UNAVAILABLE" });
    expect((await get("scheduler", "/healthz")).status).toBe(200);
    await postgres.start();
    for (const role of ROLES)
      await until(`${role} is ready again`, async () => (await get(role, "/readyz")).status === 200, 10_000);
    const before = (
      await data(programs.gateway.url, `{ runs(filter: { state: [SUCCEEDED] }, first: 1) { totalCount } }`)
    ).runs;
    await until("runs go on", async () => {
      const { runs } = await data(
        programs.gateway.url,
        `{ runs(filter: { state: [SUCCEEDED] }, first: 1) { totalCount } }`,
      );
      return runs.totalCount > before.totalCount + 1;
    });
  });

  it("each stop in good order", async () => {
    for (const role of ROLES) expect(await programs[role].terminate(), role).toBe(0);
  });
});
