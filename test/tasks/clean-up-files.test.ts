import { writeFileSync } from "node:fs";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import cleanUpFiles from "../../tasks/clean-up-files.ts";
import { makeContext, makeFiles, makeFolder, runInThread } from "./support.ts";

const NOW = Date.parse("2026-11-23T02:30:00.000Z");

async function logs() {
  const folder = join(await makeFolder(), "logs");
  const file = (size: number, ageDays: number) => ({ text: "x".repeat(size), ageDays });
  await makeFiles(
    folder,
    {
      "app.log": file(100, 0),
      "app-1.log": file(200, 10),
      "app-2.log": file(300, 20),
      "app-3.log": file(400, 40),
      "notes.txt": file(50, 400),
      "deep/old.log": file(500, 50),
    },
    NOW,
  );
  return folder;
}

describe("clean-up-files", () => {
  test("by default it only tells what it would delete", async () => {
    const folder = await logs();
    const result = await cleanUpFiles({ folder, olderThanDays: 15, pattern: "*.log" }, makeContext());
    expect(result).toEqual({
      dryRun: true,
      considered: 4,
      deleted: 2,
      bytesFreed: 700,
      foldersRemoved: 0,
      left: 0,
      names: ["app-3.log", "app-2.log"],
    });
    expect(await readdir(folder)).toHaveLength(6);
  });

  test("deletes files that are older and match, oldest first, and no other", async () => {
    const folder = await logs();
    const result = await cleanUpFiles(
      { folder, olderThanDays: 15, pattern: "*.log", recursive: true, dryRun: false },
      makeContext(),
    );
    expect(result).toMatchObject({ deleted: 3, bytesFreed: 1_200, names: ["deep/old.log", "app-3.log", "app-2.log"] });
    expect(await readdir(folder)).toEqual(["app-1.log", "app.log", "deep", "notes.txt"]);
  });

  test("the newest files that are to be kept stay, whatever their age", async () => {
    const folder = await logs();
    const result = await cleanUpFiles({ folder, keepNewest: 3, pattern: "*.log", dryRun: false }, makeContext());
    expect(result.names).toEqual(["app-3.log"]);
    expect(
      (await cleanUpFiles({ folder, keepNewest: 3, olderThanDays: 1, pattern: "*.log", dryRun: false }, makeContext()))
        .deleted,
    ).toBe(0);
  });

  test("the oldest go until the rest fits the size", async () => {
    const folder = await logs();
    const result = await cleanUpFiles({ folder, maxTotalBytes: 600, pattern: "*.log", dryRun: false }, makeContext());
    expect(result).toMatchObject({ names: ["app-3.log"], bytesFreed: 400 });
    expect(
      (await cleanUpFiles({ folder, maxTotalBytes: 0, keepNewest: 2, pattern: "*.log", dryRun: false }, makeContext()))
        .names,
    ).toEqual(["app-2.log"]);
  });

  test("never follows a link and never leaves the folder", async () => {
    const folder = await logs();
    const outside = await makeFolder();
    await makeFiles(outside, { "precious.log": { text: "keep", ageDays: 900 } });
    await symlink(outside, join(folder, "door"));
    await symlink(join(outside, "precious.log"), join(folder, "link.log"));
    await cleanUpFiles(
      { folder, olderThanDays: 0, recursive: true, removeEmptyFolders: true, dryRun: false },
      makeContext(),
    );
    expect(await readdir(outside)).toEqual(["precious.log"]);
    expect(await readdir(folder)).toEqual(["app.log", "door", "link.log"]);
    const door = join(folder, "door");
    await expect(cleanUpFiles({ folder: door, olderThanDays: 1 }, makeContext())).rejects.toThrow(
      /a folder, not a link; it points to/,
    );
  });

  test("removes folders that hold nothing, deepest first, but never the folder itself", async () => {
    const folder = await logs();
    await mkdir(join(folder, "empty/emptier"), { recursive: true });
    const result = await cleanUpFiles(
      { folder, pattern: "*.log", olderThanDays: 45, recursive: true, removeEmptyFolders: true, dryRun: false },
      makeContext(),
    );
    expect(result.foldersRemoved).toBe(3);
    expect(await readdir(folder)).toEqual(["app-1.log", "app-2.log", "app-3.log", "app.log", "notes.txt"]);
  });

  test("an abort in the middle stops, and the second attempt finishes with the same choice of files", async () => {
    const folder = join(await makeFolder(), "many");
    const names = Array.from(
      { length: 200 },
      (_, index) => [`f${index}.log`, { text: "x", ageDays: 300 - index }] as const,
    );
    await makeFiles(folder, Object.fromEntries(names), NOW);
    const context = makeContext({}, (fraction, { abort }) => fraction > 0.4 && abort());
    const payload = { folder, olderThanDays: 150, dryRun: false };
    await expect(cleanUpFiles(payload, context)).rejects.toThrow("The run was cancelled.");
    const between = (await readdir(folder)).length;
    expect(between).toBeGreaterThan(50);
    expect(between).toBeLessThan(200);
    const result = await cleanUpFiles(payload, makeContext({ attempt: 2 }));
    expect(result.deleted).toBe(between - 50);
    expect(await readdir(folder)).toHaveLength(50);
  });

  test("a file that changed after it was chosen stays", async () => {
    const folder = await logs();
    const context = makeContext();
    // The first line is written between the choice and the first deletion.
    const log = Object.assign((text: string) => {
      if (text.includes("to go")) writeFileSync(join(folder, "app-3.log"), "new content");
      context.log(text);
    }, context.log);
    const result = await cleanUpFiles(
      { folder, olderThanDays: 15, pattern: "app*.log", dryRun: false },
      { ...context, log },
    );
    expect(result).toMatchObject({ left: 1, names: ["app-2.log"] });
  });

  test.each(["/", "/etc", "/usr/lib", "/home", "/tmp", "/var", homedir(), ".", ".."])(
    "refuses to clean %s",
    async (folder) => {
      await expect(cleanUpFiles({ folder, olderThanDays: 1 }, makeContext())).rejects.toThrow(
        /payload\.folder is ".*": expected a folder .*, for example "\/srv\/app\/logs"/,
      );
    },
  );

  test.each([
    [{}, /payload\.folder is missing/],
    [{ folder: "." }, /every file would go/],
    [{ folder: ".", pattern: "*" }, /every file would go/],
    [{ folder: ".", pattern: ["**/*.{*}"] }, /every file would go/],
    [{ folder: "/nowhere-at-all", olderThanDays: 1 }, /a folder that exists/],
    [{ folder: ".", olderThanDays: -1 }, /payload\.olderThanDays is -1: expected number to be >=0, for example 30/],
    [{ folder: ".", pattern: "x", removeEmptyFolders: true }, /payload\.recursive is false/],
    [{ folder: ".", dryrun: false }, /payload\.dryrun is not known/],
  ])("says what is wrong with the payload %j", async (payload, message) => {
    await expect(cleanUpFiles(payload, makeContext())).rejects.toThrow(message);
  });

  test("runs in a thread with an empty environment", async () => {
    const folder = await logs();
    expect(await runInThread("clean-up-files", { folder, olderThanDays: 30, pattern: "*.log" })).toMatchObject({
      environment: 0,
      result: { deleted: 1 },
    });
  });
});
