// The audit in a cluster: whichever instance does it, all instances tell it, and of two who change the same one does.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OWNER } from "../access/support.ts";
import { aTask, entries, mutate, owner } from "../audit/support.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

let postgres: TestPostgres;
let apps: TestApp[];

beforeAll(async () => {
  postgres = await startPostgres();
  const settings = { DATABASE_URL: postgres.url, ALLOW_ANONYMOUS: "false", OWNER_TOKEN: OWNER };
  apps = [await startTestApp(settings), await startTestApp(settings)];
});
afterAll(async () => {
  await Promise.all((apps ?? []).map((app) => app.stop()));
  await postgres?.stop();
});

describe("two instances", () => {
  it("tell what each has done; of edits of one version one is done, and has the one entry", {
    timeout: 60_000,
  }, async () => {
    const [one, two] = apps.map(({ url }) => url) as [string, string];
    const { task } = await mutate(one, owner, "createTask", aTask("Shared"), "task { id }");
    for (let version = 1; version <= 5; version++) {
      const edits = [one, two].map((url, index) =>
        mutate(url, owner, "updateTask", { id: task.id, version, description: `${version} by ${index}` }),
      );
      const refused = (await Promise.all(edits)).filter(({ userErrors }) => userErrors.length > 0);
      expect(refused.map(({ userErrors }) => userErrors[0].code)).toEqual(["CONFLICT"]);
    }
    const told = await entries(two, { subjectId: task.id });
    expect(told.map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await entries(one, { subjectId: task.id })).toEqual(told);
    const back = await mutate(
      two,
      owner,
      "revertTask",
      { id: task.id, version: 6, toVersion: 1 },
      "task { description }",
    );
    expect(back.task).toEqual({ description: null });
  });

  it("take a change of many tasks back that the other one has made, at the same time only once", {
    timeout: 60_000,
  }, async () => {
    const [one, two] = apps.map(({ url }) => url) as [string, string];
    const ids: string[] = [];
    for (let index = 0; index < 40; index++)
      ids.push((await mutate(one, owner, "createTask", aTask(`Many ${index}`), "task { id }")).task.id);
    const paused = await mutate(one, owner, "pauseTasks", { tasks: { ids } }, "changeId count");
    expect(paused.count).toBe(40);
    const undone = await Promise.all(
      [one, two].map((url) =>
        mutate(url, owner, "undoChange", { changeId: paused.changeId }, "count results { outcome }"),
      ),
    );
    // Each task went back once; the other one found it changed, or active already.
    expect(undone[0].count + undone[1].count).toBe(40);
    expect(undone[0].results.length + undone[1].results.length).toBe(80);
    const told = await entries(two, { action: ["undoChange"] });
    expect(new Set(told.map(({ subject }) => subject.id))).toEqual(new Set(ids));
    expect(told).toHaveLength(40);
  });
});
