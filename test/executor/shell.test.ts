// Commands as real processes: what they are given, what is kept of them, and how their ends are told.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { ALLOWED, begin, CREATE, create, ended, node, PATH, pidsIn, RUN, run, said, TRIGGER } from "./shell-support.ts";

const start = useApps();

describe("a command", () => {
  it("is given its arguments untouched, whatever they hold", async () => {
    const { url } = await start(ALLOWED);
    const args = ["$HOME `id` $(id)", "; rm -rf /nowhere", "a'b\"c\\", "*", "", "-n", "two\nlines", "ü ✓", "a  b\t"];
    const one = await run(url, {
      command: [process.execPath, "-e", "console.log(JSON.stringify(process.argv.slice(1)))", "--", ...args],
    });
    expect(one).toMatchObject({ state: "SUCCEEDED", error: null, result: { exitCode: 0, signal: null } });
    expect(JSON.parse(one.result.stdout)).toEqual(args);
  });

  it("sees of the server's environment what the operator lets through, its own variables, and its run", async () => {
    const { url } = await start({ ...ALLOWED, SHELL_ENV: "PATH, SHOWN, NOT_SET", SHOWN: "yes", HIDDEN: "no", PATH });
    const env = [
      { name: "OWN", value: "a $b" },
      { name: "SHOWN", value: "replaced" },
    ];
    const id = await begin(url, { ...node("console.log(JSON.stringify(process.env))"), env });
    const one = await ended(url, id);
    expect(JSON.parse(one.result.stdout)).toEqual({
      PATH,
      SHOWN: "replaced",
      OWN: "a $b",
      CRONOGRAPH_RUN_ID: id,
      CRONOGRAPH_ATTEMPT: "1",
      CRONOGRAPH_FENCE: "1",
      CRONOGRAPH_SCHEDULED_FOR: one.scheduledFor,
      CRONOGRAPH_TRIGGER: "MANUAL",
      CRONOGRAPH_TASK_ID: expect.any(String),
      CRONOGRAPH_TASK: expect.stringMatching(/^command \d+$/),
    });
  });

  it("is given the payload as JSON on its standard input, and need not read it", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const payload = { deep: [1, "ü", null] };
    expect(JSON.parse((await run(url, { command: ["cat"] }, { payload })).result.stdout)).toEqual(payload);
    expect((await run(url, { command: ["cat"] })).result.stdout).toBe("");
    const large = { text: "x".repeat(200_000) };
    expect(await run(url, { command: ["true"] }, { payload: large })).toMatchObject({ state: "SUCCEEDED" });
  });

  it("may be a script for a shell, and is started in its folder", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a.txt"), "one\ntwo\n");
    const one = await run(url, { script: 'cat *.txt | wc -l; echo "$CRONOGRAPH_ATTEMPT in $PWD"', cwd: folder });
    expect(one.result.stdout).toMatch(new RegExp(`^\\s*2\\n1 in ${folder}\\n$`));
  });

  it("has its lines in the run's log: output as INFO, errors as WARN, the last one without an end too", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const one = await run(url, { script: "printf 'first\\r\\n\\nlast'; printf 'a warning' >&2" });
    expect(said(one).filter(([level]) => level === "INFO")).toEqual([
      ["INFO", "first"],
      ["INFO", ""],
      ["INFO", "last"],
    ]);
    expect(said(one).filter(([level]) => level === "WARN")).toEqual([["WARN", "a warning"]]);
  });

  it("may write bytes that are no text, and characters in pieces", async () => {
    const { url } = await start(ALLOWED);
    const pieces = `const b = Buffer.from("ü✓"); let i = 0;
      const next = () => i < b.length ? process.stdout.write(b.subarray(i, ++i), () => setTimeout(next, 5)) : process.stdout.write(Buffer.from([10, 0, 255, 254, 10]));
      next();`;
    const one = await run(url, node(pieces));
    expect(said(one)).toEqual([
      ["INFO", "ü✓"],
      ["INFO", "\ufffd\ufffd\ufffd"],
    ]);
    expect(one).toMatchObject({ state: "SUCCEEDED", result: { stdout: "ü✓\n\u0000\ufffd\ufffd\n" } });
  });

  it("that floods its output is cut in the log, keeps its end as its result, and fills no memory", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const before = process.memoryUsage().rss;
    const one = await run(url, { script: "yes 'a line that says nothing' | head -c 30000000; echo; echo the end" });
    expect(one).toMatchObject({ state: "SUCCEEDED", logs: { totalCount: 10_000 }, result: { stdoutTruncated: true } });
    expect(one.result.stdout).toMatch(/\nthe end\n$/);
    expect(one.result.stdout.length).toBeLessThanOrEqual(8_192);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    const endless = await run(url, { script: "head -c 3000000 /dev/zero | tr '\\0' x" });
    expect(said(endless)).toEqual([["INFO", `${"x".repeat(8_191)}…`]]);
  });
});

describe("the end of a command", () => {
  it.each([
    ["exit 3", { code: "EXIT_CODE", message: "The command ended with exit code 3." }],
    [
      "echo dying >&2; exit 1",
      { code: "EXIT_CODE", message: "The command ended with exit code 1. Its last words: dying" },
    ],
    [
      "nothing-of-this-name",
      { code: "EXIT_CODE", message: expect.stringMatching(/code 127, .*no such program.*not found/) },
    ],
    ["/", { code: "EXIT_CODE", message: expect.stringMatching(/code 126, .*cannot be executed/) }],
    ["exit 143", { code: "EXIT_CODE", message: expect.stringMatching(/code 143, .*SIGTERM ended a program/) }],
    ["kill -SEGV $$", { code: "SIGNAL", message: "The command was ended by SIGSEGV." }],
  ])("is told in words: %s", async (script, error) => {
    const { url } = await start({ ...ALLOWED, PATH });
    expect(await run(url, { script })).toMatchObject({ state: "FAILED", error });
  });

  it("is a success with each of the task's exit codes, and with no other", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const codes = { successExitCodes: [0, 24] };
    expect(await run(url, { script: "exit 24", ...codes })).toMatchObject({
      state: "SUCCEEDED",
      result: { exitCode: 24 },
    });
    const other = await run(url, { script: "exit 23", ...codes });
    expect(other).toMatchObject({ state: "FAILED", result: { exitCode: 23, signal: null } });
    expect(other.error.message).toMatch(/code 23; 0, 24 would be success/);
  });

  it("names what could not be started", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const folder = await temporaryFolder();
    const text = join(folder, "text.sh");
    await writeFile(text, "echo no\n");
    const failure = async (shell: object) => (await run(url, shell)).error;
    expect(await failure({ command: ["nothing-of-this-name"] })).toEqual({
      code: "SPAWN_FAILED",
      message: 'No program "nothing-of-this-name" was found in PATH.',
    });
    expect((await failure({ command: [join(folder, "missing")] })).message).toMatch(/no program ".*missing"/);
    expect((await failure({ command: [text] })).message).toMatch(/text\.sh" may not be executed/);
    expect((await failure({ command: ["true"], cwd: join(folder, "missing") })).message).toMatch(/folder ".*missing"/);
    await chmod(text, 0o755);
    await mkdir(join(folder, "sub"));
    expect((await failure({ command: ["./text.sh"], cwd: join(folder, "sub") })).code).toBe("SPAWN_FAILED");
  });
});

describe("commands that the operator has not allowed", () => {
  const shell = { command: ["true"] };

  it("are refused when a task is made or edited, with the setting's name", async () => {
    const { url } = await start();
    const input = { name: "c", schedule: { once: { at: "2099-01-01T00:00:00Z" } }, target: { shell } };
    const refused = [
      {
        code: "TARGET_DISABLED",
        field: ["target", "shell"],
        message: expect.stringMatching(/ALLOW_SHELL=true/),
      },
    ];
    expect((await data(url, CREATE, { input })).createTask.userErrors).toEqual(refused);
    const module = { ...input, target: { module: { name: "echo" } } };
    const { task } = (await data(url, CREATE, { input: module })).createTask;
    const UPDATE = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { userErrors { code field message } } }`;
    const { updateTask } = await data(url, UPDATE, { input: { id: task.id, version: 1, target: { shell } } });
    expect(updateTask.userErrors).toEqual(refused);
    expect((await data(url, "{ server { shellAllowed } }")).server.shellAllowed).toBe(false);
  });

  it("fail visibly when a task of former times runs", async () => {
    const DATABASE_URL = `file:${join(await temporaryFolder(), "former.db")}`;
    const first = await start({ ...ALLOWED, DATABASE_URL });
    expect((await data(first.url, "{ server { shellAllowed } }")).server.shellAllowed).toBe(true);
    const id = await create(first.url, shell);
    await first.stop();
    const { url } = await start({ DATABASE_URL });
    const { run: made } = (await data(url, TRIGGER, { id })).triggerTask;
    const one = await ended(url, made.id);
    expect(one).toMatchObject({ state: "FAILED", error: { code: "TARGET_DISABLED" } });
    expect(one.error.message).toMatch(/ALLOW_SHELL=true/);
  });
});

describe("slots for commands", () => {
  it("are as many as the operator says; the others wait", async () => {
    const { url } = await start({ ...ALLOWED, PATH, SHELL_CONCURRENCY: "2" });
    const file = join(await temporaryFolder(), "going");
    const script = `echo $$ >> ${file}; while [ ! -e ${file}.go ]; do sleep 0.02; done`;
    const ids = await Promise.all([1, 2, 3].map(() => begin(url, { script })));
    await pidsIn(file, 2);
    const state = async (id: string) => (await data(url, RUN, { id })).run.state;
    const states = await until("the third one waits", async () => {
      const all = await Promise.all(ids.map(state));
      return all.includes("QUEUED") && all;
    });
    expect(states.filter((each) => each === "RUNNING")).toHaveLength(2);
    await writeFile(`${file}.go`, "");
    for (const id of ids) expect((await ended(url, id)).state).toBe("SUCCEEDED");
  });
});

describe("a secret", () => {
  it("reaches a command by a variable, and is masked in what it says", async () => {
    const { url } = await start({ ...ALLOWED, PATH, SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
    const SECRET = `mutation { createSecret(input: { name: "TOKEN", value: "it's $HOME; hidden" }) { userErrors { message } } }`;
    expect((await data(url, SECRET)).createSecret.userErrors).toEqual([]);
    const env = [{ name: "TOKEN", value: "{{ secrets.TOKEN }}" }];
    const one = await run(url, {
      script: 'printf %s "$TOKEN" | wc -c; echo "<$TOKEN>"; echo "$TOKEN" >&2; exit 1',
      env,
    });
    expect(one.result.stdout.trim().split("\n")).toEqual(["18", "<***>"]);
    expect(one.error.message).toMatch(/last words: \*\*\*$/);
    expect(JSON.stringify(one)).not.toContain("hidden");
  });
});
