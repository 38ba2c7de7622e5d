import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ReportRun, summarize, toHtml, toMarkdown } from "../../tasks/_shared/run-report.ts";
import verifyChecksums from "../../tasks/examples/verify-checksums.ts";
import weeklyReport from "../../tasks/examples/weekly-report.ts";
import { makeContext, makeFiles, makeFolder, runInThread } from "./support.ts";

describe("verify-checksums", () => {
  async function photos() {
    const root = await makeFolder();
    const folder = join(root, "photos");
    await makeFiles(folder, {
      "a.jpg": { text: "aaaa", ageDays: 3 },
      "b/c.jpg": { text: "cccc", ageDays: 3 },
      "d.jpg": "dddd",
    });
    return { folder, manifest: join(root, "checksums.json") };
  }

  test("counts what was added, edited and removed since the last run", async () => {
    const payload = await photos();
    expect(await verifyChecksums(payload, makeContext())).toMatchObject({ files: 3, bytes: 12, added: 3 });
    expect(await verifyChecksums(payload, makeContext())).toMatchObject({ added: 0, edited: 0, removed: 0, names: [] });
    await makeFiles(payload.folder, { "a.jpg": "edited", "e.jpg": "new" });
    expect(await verifyChecksums({ ...payload, exclude: ["d.*"] }, makeContext())).toMatchObject({
      added: 1,
      edited: 1,
      removed: 1,
      names: ["e.jpg", "a.jpg", "d.jpg"],
    });
  });

  test("a file that rotted fails every run until it is restored", async () => {
    const payload = await photos();
    await verifyChecksums(payload, makeContext());
    const file = join(payload.folder, "a.jpg");
    const old = new Date(Date.now() - 259_200_000);
    await utimes(file, old, old);
    await verifyChecksums(payload, makeContext());
    await writeFile(file, "aaXa");
    await utimes(file, old, old);
    for (const attempt of [1, 2]) {
      await expect(verifyChecksums(payload, makeContext({ attempt }))).rejects.toThrow(
        "1 of 3 files are damaged: a.jpg. Restore them from a backup.",
      );
    }
    await writeFile(file, "aaaa");
    await utimes(file, old, old);
    expect(await verifyChecksums(payload, makeContext())).toMatchObject({ edited: 0 });
  });

  test("an abort in the middle keeps the checksums of the last run", async () => {
    const payload = await photos();
    await verifyChecksums(payload, makeContext());
    const before = await readFile(payload.manifest, "utf8");
    await makeFiles(payload.folder, { "a.jpg": "edited" });
    const context = makeContext({}, (_, { abort }) => abort());
    await expect(verifyChecksums({ ...payload, pauseMs: 10 }, context)).rejects.toThrow("The run was cancelled.");
    expect(await readFile(payload.manifest, "utf8")).toBe(before);
    expect(await verifyChecksums(payload, makeContext({ attempt: 2 }))).toMatchObject({ edited: 1 });
  });

  test("refuses a manifest that is not its own, so that it cannot overwrite something else", async () => {
    const payload = await photos();
    await writeFile(payload.manifest, "{}");
    await expect(verifyChecksums(payload, makeContext())).rejects.toThrow("move it away to begin anew");
  });

  test("runs in a thread with an empty environment", async () => {
    expect(await runInThread("examples/verify-checksums", await photos())).toMatchObject({
      environment: 0,
      result: { files: 3 },
    });
  });
});

describe("weekly-report", () => {
  const run = (
    name: string,
    state: ReportRun["state"],
    durationMs: number | null,
    more: Partial<ReportRun> = {},
  ): ReportRun => ({
    state,
    scheduledFor: "2026-11-22T00:00:00.000Z",
    latenessMs: 3,
    durationMs,
    attempt: 1,
    error: null,
    task: { name },
    ...more,
  });
  const head = { title: "Last week", from: "2026-11-16T02:30:00.000Z", to: "2026-11-23T02:30:00.000Z", note: null };

  test("counts, rates and orders by failures", () => {
    const report = summarize(
      [
        run("Good", "SUCCEEDED", 100, { attempt: 3 }),
        run("Good", "SUCCEEDED", 300),
        run("Good", "SKIPPED", null, { latenessMs: null, attempt: 0 }),
        run("Bad", "FAILED", 5_000, { error: { message: "newest" } }),
        run("Bad", "FAILED", 70_000, { error: { message: "older" } }),
      ],
      head,
    );
    expect(report).toMatchObject({ runs: 5, successRate: 0.5 });
    expect(report.tasks).toEqual([
      {
        name: "Bad",
        succeeded: 0,
        failed: 2,
        other: 0,
        retries: 0,
        medianMs: 5_000,
        slowestMs: 70_000,
        latenessP95Ms: 3,
        lastError: "newest",
      },
      {
        name: "Good",
        succeeded: 2,
        failed: 0,
        other: 1,
        retries: 2,
        medianMs: 100,
        slowestMs: 300,
        latenessP95Ms: 3,
        lastError: null,
      },
    ]);
    expect(toMarkdown(report)).toContain("| Bad | 0 | 2 | 0 | 0 | 5.0 s | 1 min 10 s | 3 ms |");
    expect(toMarkdown(report)).toContain("5 runs of 2 tasks; 50.0 % of those that ran succeeded.");
  });

  test("a page without runs says so", () => {
    const report = summarize([], head);
    expect(report.successRate).toBeNull();
    expect(toMarkdown(report)).toContain("Nothing failed.");
  });

  test("no name and no error can break the page", () => {
    const report = summarize(
      [run("<script>|`", "FAILED", 1, { error: { message: "<img src=x>\nsecond line" } })],
      head,
    );
    expect(toHtml(report)).not.toMatch(/<script|<img|second line/);
    expect(toMarkdown(report)).toContain("| \\<script\\>\\|\\` |");
  });

  test("says which API cannot be reached", async () => {
    const payload = { api: "http://127.0.0.1:9/graphql", folder: await makeFolder() };
    await expect(weeklyReport(payload, makeContext())).rejects.toThrow(
      /The API at http:\/\/127\.0\.0\.1:9\/graphql cannot be reached: /,
    );
    await expect(weeklyReport({ folder: "x" }, makeContext())).rejects.toThrow(
      /payload\.api is missing: expected an http: or https: address/,
    );
  });
});
