// The audit and the runs as files that a spreadsheet opens and takes for text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, line } from "../../server/gateway/exports/csv.ts";
import { headersOf, tokenWith, useSignIn } from "../access/support.ts";
import { aTask, mutate, owner } from "./support.ts";

const start = useSignIn();

/** As RFC 4180 reads it. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("a cell", () => {
  it.each([
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=cmd|'/c calc'!A1", "＝1", '=HYPERLINK("http://x")', "\u0000=1",
  ])("that could be a formula is a text: %j", (text) => {
    expect(read(line([text]))).toEqual([[`'${text}`]]);
  }); // biome-ignore format: one list

  it("is what was put in, whatever that is, and begins with nothing that is calculated", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (cells) => {
        const [row] = read(line(cells));
        expect(row?.map((each, index) => (each === `'${cells[index]}` ? cells[index] : each))).toEqual(cells);
        for (const each of row ?? []) expect(each).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
    expect([cell(null), cell(-5), cell(true), cell("")]).toEqual(["", "-5", "true", '""']);
  });
});

describe("a file", () => {
  it("has the audit's entries that match, for who administers", async () => {
    const { url } = await start();
    await mutate(
      url,
      owner,
      "createTask",
      aTask('=HYPERLINK("https://example.com","x")', { description: 'a "quoted"\r\nline' }),
    );
    const get = (path: string, by = owner) => fetch(`${url}${path}`, { headers: headersOf(by) });
    const response = await get("/audit.csv?subjectKind=TASK&action=createTask,updateTask");
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="audit.csv"');
    const [head, ...rows] = read(await response.text());
    expect(rows).toHaveLength(1);
    const row = Object.fromEntries((head ?? []).map((name, index) => [name, rows[0]?.[index]]));
    expect(row).toMatchObject({
      action: "createTask",
      outcome: "DONE",
      actorName: "owner",
      before: "",
      subjectName: `'=HYPERLINK("https://example.com","x")`,
    });
    expect(JSON.parse(row.after as string)).toMatchObject({ description: 'a "quoted"\r\nline' });
    expect((await get("/audit.csv?outcome=REFUSED")).status).toBe(200);
    const bad = await get("/audit.csv?subjectkind=TASK");
    expect([bad.status, ((await bad.json()) as { errors: { message: string }[] }).errors[0]?.message]).toEqual([
      400,
      expect.stringContaining('"subjectkind"'),
    ]);
    expect((await get("/audit.csv?from=yesterday")).status).toBe(400);
    expect((await get("/audit.csv?outcome=MAYBE")).status).toBe(400);
    const reader = { token: await tokenWith(url, ["READ", "OPERATE", "EDIT"]) };
    expect((await get("/audit.csv", reader)).status).toBe(403);
    expect((await get("/runs.csv", reader)).status).toBe(200);
    expect((await get("/runs.csv", { token: await tokenWith(url, ["WORK"]) })).status).toBe(403);
    expect((await fetch(`${url}/audit.csv`)).status).toBe(401);
  });

  it("has all runs of a task, over several pages, newest first", { timeout: 60_000 }, async () => {
    const { url } = await start();
    const { task } = await mutate(url, owner, "createTask", aTask("=1+1"), "task { id }");
    const ten = Array.from(
      { length: 40 },
      (_, n) => `a${n}: triggerTask(input: { id: "${task.id}" }) { run { id } }`,
    ).join(" ");
    for (let index = 0; index < 14; index++)
      await fetch(`${url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headersOf(owner) }, body: JSON.stringify({ query: `mutation { ${ten} }` }) }); // biome-ignore format: one line
    const response = await fetch(`${url}/runs.csv?taskId=${task.id}&trigger=MANUAL`, { headers: headersOf(owner) });
    const [head, ...rows] = read(await response.text());
    expect(rows).toHaveLength(560);
    expect(new Set(rows.map((row) => row[0])).size).toBe(560);
    expect(new Set(rows.map((row) => row[(head ?? []).indexOf("taskName")]))).toEqual(new Set(["'=1+1"]));
    const instants = rows.map((row) => row[(head ?? []).indexOf("scheduledFor")] as string);
    expect(instants).toEqual([...instants].sort().reverse());
  });
});
