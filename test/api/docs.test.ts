// The examples of docs/ are true: operations are valid, answers are what a server gives, expressions are taken, and runs are those
// of the engine. An answer is a block of JSON right behind an operation; a table is known by its head.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { timetableOf } from "../../server/domain/schedule/index.ts";
import { UNBOUNDED } from "../../server/domain/timing.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { data } from "../support/client.ts";
import { useSharedApp } from "./support.ts";

const app = useSharedApp();
const read = (path: string): string => readFileSync(join(PACKAGE_ROOT, path), "utf8");
const schema = buildSchema(read("schema.graphql"));
const pages = ["README.md", ...readdirSync(join(PACKAGE_ROOT, "docs")).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith(".md"),
);

interface Block {
  readonly place: string;
  readonly operation: string;
  readonly answer: string | undefined;
}

const blocks = pages.flatMap((path) => {
  const text = read(path);
  return [...text.matchAll(/^```graphql\n(.*?)^```\n(?:\n```json\n(.*?)^```\n)?/gms)].map(
    ({ 1: operation = "", 2: answer, index }): Block => ({
      place: `${path}:${text.slice(0, index).split("\n").length}`,
      operation,
      answer,
    }),
  );
});

/** The rows of the table with this head, as cells without their backquotes. */
function rowsOf(path: string, head: string): string[][] {
  const [, table = ""] = read(path).split(`${head}\n`);
  return (table.split("\n\n")[0] ?? "")
    .split("\n")
    .slice(1)
    .map((row) => row.slice(2, -2).split(" | "))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const quoted = (cell: string | undefined): string[] =>
  [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);

describe("operations", () => {
  it("are there, and every block that is begun is found", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    expect(blocks).toHaveLength(pages.flatMap((path) => read(path).match(/^```graphql/gm) ?? []).length);
  });

  it.each(blocks)("$place is valid", ({ operation }) => {
    expect(validate(schema, parse(operation)).map(({ message }) => message)).toEqual([]);
  });

  it.each(blocks.filter(({ answer }) => answer !== undefined))("$place is answered as it says", async (block) => {
    expect(await data(app().url, block.operation)).toEqual(JSON.parse(block.answer ?? ""));
  });
});

const accepted = async (schedule: string): Promise<unknown> => {
  const operation = `{ previewSchedule(input: { schedule: { ${schedule} }, after: "2026-01-01T00:00:00Z" }) { userErrors { message } } }`;
  return (await data(app().url, operation)).previewSchedule.userErrors;
};

describe("docs/schedules.md", () => {
  it("shows inputs of every kind that are taken", async () => {
    const inputs = rowsOf("docs/schedules.md", "| kind | input | runs |").map(([, input]) => quoted(input));
    expect(inputs).toHaveLength(7);
    for (const input of inputs.flat().filter((text) => !text.includes("…"))) {
      expect([input, await accepted(input)]).toEqual([input, []]);
    }
  });

  it("shows expressions that are taken", async () => {
    const rows = rowsOf("docs/schedules.md", "| element | where | example | meaning |");
    expect(rows.length).toBeGreaterThan(10);
    for (const expression of rows.flatMap(([, , example]) => quoted(example))) {
      expect([expression, await accepted(`cron: { expression: "${expression}" }`)]).toEqual([expression, []]);
    }
  });

  it("shows runs around clock changes that are the engine's", () => {
    const rows = rowsOf("docs/schedules.md", "| zone | window (UTC) | expression | rules | runs (UTC) |");
    expect(rows.length).toBeGreaterThan(10);
    for (const [timezone = "", window = "", example, rules = "", runs = ""] of rows) {
      const [, day = "", from = "", until = ""] = /^(\S+) (\S+) to (\S+)$/.exec(window) ?? [];
      const [expression = ""] = quoted(example);
      const chosen = rules === "default" ? {} : Object.fromEntries([rules.split(" ")]);
      const schedule = { kind: "CRON", expression, timezone, ...chosen } as const;
      const found = timetableOf({ ...UNBOUNDED, schedule }, new Map())
        .between(Date.parse(`${day}T${from}Z`) - 1, Date.parse(`${day}T${until}Z`), 100)
        .map(({ at }) => new Date(at).toISOString().slice(11, 19).replace(/:00$/, ""));
      expect([timezone, window, expression, rules, found.join(" ") || "nothing"]).toEqual([
        timezone,
        window,
        expression,
        rules,
        runs,
      ]);
    }
  });
});

describe("links", () => {
  it.each(pages)("of %s lead to files and headings that are there", (path) => {
    const slug = (heading: string): string =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replace(/\s/g, "-");
    for (const [, target = ""] of read(path).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file = "", anchor] = target.split("#");
      const to = join(path, "..", file === "" ? (path.split("/").at(-1) ?? "") : file);
      expect([target, existsSync(join(PACKAGE_ROOT, to))]).toEqual([target, true]);
      if (!to.endsWith(".md")) continue;
      const headings = [...read(to).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => slug(heading));
      expect([target, anchor === undefined || headings.includes(anchor)]).toEqual([target, true]);
    }
  });
});
