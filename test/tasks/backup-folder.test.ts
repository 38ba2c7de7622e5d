import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { x as extract } from "tar";
import { describe, expect, test } from "vitest";
import backupFolder from "../../tasks/backup-folder.ts";
import { makeContext, makeFiles, makeFolder, runInThread } from "./support.ts";

async function home() {
  const root = await makeFolder();
  const source = join(root, "documents");
  const destination = join(root, "backups");
  await makeFiles(source, {
    "letter.txt": "Dear all",
    "photos/cat.jpg": Buffer.alloc(3_000, 7),
    "photos/cache/thumb.tmp": "x",
    "empty.txt": "",
  });
  return { root, source, destination };
}

/** Content that gzip cannot shrink, so that packing takes a while. */
function noise(bytes: number): Buffer {
  const parts: Buffer[] = [];
  for (let index = 0; index < bytes / 32; index++) parts.push(createHash("sha256").update(String(index)).digest());
  return Buffer.concat(parts);
}

describe("backup-folder", () => {
  test("packs every file so that unpacking gives the same bytes, and tells the archive's checksum", async () => {
    const { root, source, destination } = await home();
    await symlink("letter.txt", join(source, "link"));
    await makeFiles(source, { [`${"long-".repeat(40)}.txt`]: "long", "Ünïcode/ß.txt": "ß" });
    const context = makeContext();
    const result = await backupFolder({ source, destination }, context);
    expect(await readdir(destination)).toEqual(["documents-20261123-023000.tar.gz"]);
    expect(result).toMatchObject({ files: 6, removed: [], reused: false, bytes: (await stat(result.file)).size });
    expect(result.sha256).toBe(
      createHash("sha256")
        .update(await readFile(result.file))
        .digest("hex"),
    );
    const out = join(root, "out");
    await mkdir(out);
    await extract({ file: result.file, cwd: out });
    expect(await readFile(join(out, "documents/photos/cat.jpg"))).toEqual(Buffer.alloc(3_000, 7));
    expect(await readFile(join(out, "documents/link"), "utf8")).toBe("Dear all");
    expect(await readFile(join(out, `documents/${"long-".repeat(40)}.txt`), "utf8")).toBe("long");
    expect(await readFile(join(out, "documents/Ünïcode/ß.txt"), "utf8")).toBe("ß");
    expect(context.fractions.at(-1)).toBe(1);
  });

  test("leaves out what `exclude` names", async () => {
    const { source, destination } = await home();
    const result = await backupFolder(
      { source, destination, name: "docs", exclude: ["cache/", "*.txt"] },
      makeContext(),
    );
    expect(result.files).toBe(1);
  });

  test("an abort in the middle leaves no file behind, and the second attempt makes the archive", async () => {
    const { source, destination } = await home();
    await writeFile(join(source, "film.bin"), noise(6_000_000));
    const context = makeContext({}, (fraction, { abort }) => fraction > 0.3 && abort());
    await expect(backupFolder({ source, destination }, context)).rejects.toThrow("cancelled");
    expect(await readdir(destination)).toEqual([]);
    const result = await backupFolder({ source, destination }, makeContext({ attempt: 2 }));
    expect(await readdir(destination)).toEqual(["documents-20261123-023000.tar.gz"]);
    expect(result.reused).toBe(false);
  });

  test("a partial file that a killed attempt left is removed, and a foreign one is not", async () => {
    const { source, destination } = await home();
    await makeFiles(destination, {
      ".documents-20261123-023000.tar.gz.98f0a2run1-1.partial": "half",
      ".documents-20261101-023000.tar.gz.aaaa-1.partial": { text: "old half", ageDays: 400 },
      ".other-20261123-023000.tar.gz.aaaa-1.partial": "not ours",
    });
    await backupFolder({ source, destination }, makeContext({ attempt: 2 }));
    expect(await readdir(destination)).toEqual([
      ".other-20261123-023000.tar.gz.aaaa-1.partial",
      "documents-20261123-023000.tar.gz",
    ]);
  });

  test("a second attempt does not make a good archive again, and replaces a damaged one", async () => {
    const { source, destination } = await home();
    const first = await backupFolder({ source, destination }, makeContext());
    await writeFile(join(source, "letter.txt"), "changed since");
    const second = await backupFolder({ source, destination }, makeContext({ attempt: 2 }));
    expect(second).toMatchObject({ reused: true, sha256: first.sha256 });
    const whole = await readFile(first.file);
    for (const damaged of [whole.subarray(0, whole.length - 20), Buffer.from("no archive"), Buffer.alloc(0)]) {
      await writeFile(first.file, damaged);
      const third = await backupFolder({ source, destination }, makeContext({ attempt: 3 }));
      expect(third.reused).toBe(false);
      expect(third.files).toBe(4);
    }
  });

  test("keeps the newest archives of its own name and removes nothing else", async () => {
    const { source, destination } = await home();
    await makeFiles(destination, {
      "documents-20261120-023000.tar.gz": "a",
      "documents-20261121-023000.tar.gz": "b",
      "documents-20261122-023000.tar.gz": "c",
      "documents-old-20250101-000000.tar.gz": "another name",
      "documents.txt": "no archive",
    });
    const result = await backupFolder({ source, destination, keep: 2 }, makeContext());
    expect(result.removed).toEqual(["documents-20261121-023000.tar.gz", "documents-20261120-023000.tar.gz"]);
    expect(await readdir(destination)).toEqual([
      "documents-20261122-023000.tar.gz",
      "documents-20261123-023000.tar.gz",
      "documents-old-20250101-000000.tar.gz",
      "documents.txt",
    ]);
  });

  test("`keepDays` counts back from the scheduled instant", async () => {
    const { source, destination } = await home();
    await makeFiles(destination, { "documents-20261116-022959.tar.gz": "a", "documents-20261116-023000.tar.gz": "b" });
    const result = await backupFolder({ source, destination, keepDays: 7 }, makeContext());
    expect(result.removed).toEqual(["documents-20261116-022959.tar.gz"]);
  });

  test("old archives stay when the new one cannot be made", async () => {
    const { source, destination } = await home();
    await makeFiles(destination, { "documents-20200101-000000.tar.gz": "a", "documents-20200102-000000.tar.gz": "b" });
    const context = makeContext();
    context.abort();
    await expect(backupFolder({ source, destination, keep: 1 }, context)).rejects.toThrow("The run was cancelled.");
    expect(await readdir(destination)).toHaveLength(2);
  });

  test("refuses a destination inside the source unless it is excluded", async () => {
    const { source } = await home();
    const destination = join(source, "backups");
    await expect(backupFolder({ source, destination }, makeContext())).rejects.toThrow(
      /payload\.destination is .*outside the source.*"backups\/"/,
    );
    await expect(backupFolder({ source, destination: source, exclude: ["*"] }, makeContext())).rejects.toThrow(
      /outside the source/,
    );
    const result = await backupFolder({ source, destination, exclude: ["backups/"] }, makeContext());
    expect(result.files).toBe(4);
  });

  test.each([
    [{}, /payload\.source is missing: expected string.*payload\.destination is missing/],
    [
      { source: "/nowhere-at-all", destination: "/tmp" },
      /payload\.source is "\/nowhere-at-all": expected a folder that exists, for example "\/srv\/documents"/,
    ],
    [{ source: ".", destination: "/nowhere-at-all/deeper" }, /is the disk mounted\?/],
    [{ source: ".", destination: "x", keep: 0 }, /payload\.keep is 0: expected number to be >=1, for example 14/],
    [{ source: ".", destination: "x", keep: 1, keepDays: 1 }, /either `keep` or `keepDays`/],
    [{ source: ".", destination: "x", name: "../evil" }, /payload\.name is "\.\.\/evil"/],
    [
      { source: ".", destination: "x", exclude: ["../x"] },
      /payload\.exclude\.0 is "\.\.\/x": expected a pattern without `\.\.`/,
    ],
    [
      { source: ".", destination: "x", kep: 3 },
      /payload\.kep is not known: expected fields such as source, destination/,
    ],
  ])("says what is wrong with the payload %j", async (payload, message) => {
    await expect(backupFolder(payload, makeContext())).rejects.toThrow(message);
  });

  test("runs in a thread with an empty environment", async () => {
    const { source, destination } = await home();
    const answer = await runInThread("backup-folder", { source, destination });
    expect(answer).toMatchObject({ environment: 0, result: { files: 4 } });
  });
});
