import { readFile } from "node:fs/promises";
import { buildSchema, coerceInputValue, type GraphQLInputType, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { DOCUMENTS } from "../../examples/lib/api.ts";
import { readTaskFile, TaskFileError } from "../../examples/lib/task-file.ts";
import { apiSchedule } from "../../examples/lib/task-input.ts";
import { QUERY } from "../../tasks/examples/weekly-report.ts";

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const schema = buildSchema(await read("schema.graphql"));
const homeServer = await read("examples/home-server.yaml");

function problems(text: string, variables: Record<string, string> = {}): readonly string[] {
  try {
    readTaskFile(text, "tasks.yaml", variables);
    return [];
  } catch (error) {
    if (error instanceof TaskFileError) return error.problems;
    throw error;
  }
}

/** One good task, with lines in place of its schedule. */
const withSchedule = (lines: string) =>
  `tasks:\n  - name: One\n    target: { module: { name: x } }\n    schedule:\n${lines.replace(/^/gm, "      ")}\n`;

describe("the example file", () => {
  test("every task is a `CreateTaskInput` of the schema", () => {
    const type = schema.getType("CreateTaskInput") as GraphQLInputType;
    const refusals: string[] = [];
    for (const input of readTaskFile(homeServer, "home-server.yaml").tasks) {
      coerceInputValue({ ...input, schedule: apiSchedule(input.schedule, Date.now()) }, type, (path, _, error) => {
        refusals.push(`${input.name}: ${path.join(".")}: ${error.message}`);
      });
    }
    expect(refusals).toEqual([]);
  });

  test("it shows all kinds of schedules and targets, in several time zones", () => {
    const { tasks } = readTaskFile(homeServer, "home-server.yaml");
    expect(new Set(tasks.map((task) => Object.keys(task.schedule)[0]))).toEqual(new Set(["cron", "every", "once"]));
    expect(new Set(tasks.map((task) => Object.keys(task.target)[0]))).toEqual(new Set(["http", "module"]));
    expect(new Set(tasks.map((task) => task.schedule.cron?.timezone)).size).toBeGreaterThanOrEqual(4);
  });

  test("every module that it names is there", async () => {
    const { tasks } = readTaskFile(homeServer, "home-server.yaml");
    const modules = [...new Set(tasks.flatMap(({ target }) => target.module?.name ?? []))];
    const sources = await Promise.all(modules.map((name) => read(`tasks/${name}.ts`)));
    expect(sources.length).toBeGreaterThan(4);
    expect(sources.filter((source) => !source.includes("export default"))).toEqual([]);
  });

  test("everything that the examples ask the API is valid by the schema", () => {
    for (const document of [...DOCUMENTS, QUERY]) expect(validate(schema, parse(document))).toEqual([]);
  });
});

describe("variables", () => {
  test("take the place of their names, the caller's before the file's, and only inside texts", () => {
    const { tasks } = readTaskFile(homeServer, "f", { site: "http://127.0.0.1:9" });
    expect(tasks[0]?.target.http?.url).toBe("http://127.0.0.1:9/heartbeat");
    const tricky = withSchedule("every: { interval: PT1M }").replace(
      "name: One",
      () => `name: One\n    description: "\${a} $\${a}"`,
    );
    expect(readTaskFile(tricky, "f", { a: "x\ntasks: []" }).tasks[0]?.description).toBe(`x\ntasks: [] \${a}`);
  });

  test("one that nobody knows is told with its line", () => {
    const text = `variables: { known: 1 }\n${withSchedule("every: { interval: '\u0024{missing}' }")}`;
    expect(problems(text)).toEqual([
      `tasks.yaml:6: \${missing} is not known; known are known. Set it with --set missing=VALUE.`,
    ]);
  });
});

describe("problems", () => {
  test.each([
    ["tasks: [", /^tasks\.yaml:1: Flow sequence .* must be .*\]/],
    ["", /^tasks\.yaml:1: tasks: expected array, received undefined$/],
    ["tasks: []", /^tasks\.yaml:1: tasks: expected at least one task$/],
    [`a: 1\n${withSchedule("every: { interval: PT1M }")}`, /^tasks\.yaml:1: a is not a known field; got 1$/],
    [
      withSchedule("cron: { expression: '0 0 * * *', timezone: Mars/Olympus }"),
      /^tasks\.yaml:5: tasks\[0\]\.schedule\.cron\.timezone: expected an IANA time zone, for example Europe\/Berlin; got "Mars\/Olympus"$/,
    ],
    [
      withSchedule("every:\n  interval: P1M"),
      /^tasks\.yaml:6: tasks\[0\]\.schedule\.every\.interval: expected a duration in weeks, .*; got "P1M"$/,
    ],
    [
      withSchedule("every: { interval: PT1M }\nonce: { in: PT1M }"),
      /^tasks\.yaml:4: tasks\[0\]\.schedule: expected exactly one of `cron`, `once`, `every`$/,
    ],
    [
      withSchedule("once: { local: '2026-11-23T02:30:00' }"),
      /^tasks\.yaml:5: tasks\[0\]\.schedule\.once\.timezone: expected the time zone that `local` is read in/,
    ],
    [withSchedule("once: { at: '2026-11-23T02:30:00' }"), /^tasks\.yaml:5: .*expected an instant with its offset/],
    [
      withSchedule("every: { interval: PT1M }\ncronn: 1"),
      /^tasks\.yaml:6: tasks\[0\]\.schedule\.cronn is not a known field; got 1$/,
    ],
    [
      withSchedule("every: { interval: PT1M }").replace("module: { name: x }", "http: { url: example.com }"),
      /^tasks\.yaml:3: tasks\[0\]\.target\.http\.url: expected an http: or https: address/,
    ],
  ])("are told with file, line, path and what was expected: %#", (text, message) => {
    expect(problems(text)[0]).toMatch(message);
  });

  test("all of them are told at once, also names that come twice", () => {
    const one = withSchedule("every: { interval: PT1M }");
    expect(problems(one + one.replace("tasks:\n", "").replace("One", "ONE"))).toEqual([
      'tasks.yaml:6: tasks[1].name: expected a name that no other task of the file has; got "ONE"',
    ]);
    expect(problems(one.replace("PT1M", "soon").replace("name: x", "name: ''"))).toHaveLength(2);
  });
});
