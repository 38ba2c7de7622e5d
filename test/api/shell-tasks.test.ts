// Tasks that run commands, as input and as what is read again. Nothing is run here.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { createTask, mutate, readTask, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp({ ALLOW_SHELL: "true" });
const url = () => app().url;
const shell = (changes: object) => ({ target: { shell: { command: ["true"], ...changes } } });
const variable = (name: string, value = "") =>
  shell({
    env: [
      { name: "GOOD", value: "" },
      { name, value },
    ],
  });
const AT = "target.shell";
const TARGET = `target { __typename summary ... on ShellTarget { command script cwd env { name value } successExitCodes stopGrace } }`;

// biome-ignore format: a table
const BAD: [string, object, string, string, RegExp][] = [
  ["neither a command nor a script", { target: { shell: {} } }, "REQUIRED", AT, /either command.*or script.*Example/],
  ["both a command and a script", shell({ script: "true" }), "BAD_REQUEST", AT, /either command.*or script/],
  ["a command of no words", shell({ command: [] }), "REQUIRED", `${AT}.command`, /no program.*Example/],
  ["an empty program", shell({ command: ["", "x"] }), "REQUIRED", `${AT}.command`, /no program/],
  ["101 words", shell({ command: Array(101).fill("x") }), "OUT_OF_RANGE", `${AT}.command`, /101.*100/],
  ["words of more than 64 KiB", shell({ command: ["echo", "é".repeat(32_768)] }), "PAYLOAD_TOO_LARGE", `${AT}.command`, /65542 bytes.*65536/],
  ["a NUL in an argument", shell({ command: ["echo", "a", "b\u0000"] }), "INVALID_CHARACTERS", `${AT}.command.2`, /u0000.*NUL/],
  ["broken Unicode in an argument", shell({ command: ["echo", "\ud800"] }), "INVALID_CHARACTERS", `${AT}.command.1`, /ud800/],
  ["an empty script", { target: { shell: { script: " \n" } } }, "REQUIRED", `${AT}.script`, /empty.*Example/],
  ["a NUL in a script", { target: { shell: { script: "a\u0000" } } }, "INVALID_CHARACTERS", `${AT}.script`, /NUL/],
  ["a secret in a script", { target: { shell: { script: "curl -H {{ secrets.TOKEN }} x" } } }, "BAD_REQUEST", `${AT}.script`, /variable.*Example/],
  ["a place to fill in in a script", { target: { shell: { script: "echo {{ task.name }}" } } }, "BAD_REQUEST", `${AT}.script`, /variable/],
  ["a relative folder", shell({ cwd: "data" }), "BAD_REQUEST", `${AT}.cwd`, /"data".*absolute.*Example/],
  ["a NUL in a folder", shell({ cwd: "/a\u0000" }), "INVALID_CHARACTERS", `${AT}.cwd`, /NUL/],
  ["a very long folder", shell({ cwd: `/${"x".repeat(1_024)}` }), "TOO_LONG", `${AT}.cwd`, /1025.*1024/],
  ["a variable's name with a sign", variable("A=B"), "INVALID_CHARACTERS", `${AT}.env.1.name`, /"A=B".*Example/],
  ["a variable's name that starts with a digit", variable("1A"), "INVALID_CHARACTERS", `${AT}.env.1.name`, /"1A"/],
  ["a variable of Cronograph's own", variable("CRONOGRAPH_RUN_ID"), "BAD_REQUEST", `${AT}.env.1.name`, /CRONOGRAPH_RUN_ID.*itself/],
  ["a NUL in a variable", variable("A", "\u0000"), "INVALID_CHARACTERS", `${AT}.env.1.value`, /NUL/],
  ["51 variables", shell({ env: Array.from({ length: 51 }, (_, i) => ({ name: `A${i}`, value: "" })) }), "OUT_OF_RANGE", `${AT}.env`, /51.*50/],
  ["variables of more than 32 KiB", shell({ env: [{ name: "A", value: "x".repeat(32_766) }] }), "PAYLOAD_TOO_LARGE", `${AT}.env`, /32769 bytes.*32768/],
  ["an exit code of 256", shell({ successExitCodes: [0, 256] }), "OUT_OF_RANGE", `${AT}.successExitCodes`, /256.*0 to 255.*Example/],
  ["a negative exit code", shell({ successExitCodes: [-1] }), "OUT_OF_RANGE", `${AT}.successExitCodes`, /-1/],
  ["a grace of more than 5 minutes", shell({ stopGrace: "PT5M1S" }), "OUT_OF_RANGE", `${AT}.stopGrace`, /PT5M1S.*PT5M/],
  ["a grace that is no duration", shell({ stopGrace: "soon" }), "INVALID_DURATION", `${AT}.stopGrace`, /"soon"/],
];

describe("a task that runs a command", () => {
  it.each(BAD)("is refused with %s", async (_, changes, code, field, message) => {
    const { task, userErrors } = await mutate(url(), "createTask", taskInput(changes));
    expect(task).toBeNull();
    expect(userErrors).toEqual([{ code, field: field.split("."), message: expect.stringMatching(message) }]);
  });

  it("has everything that is wrong with it told at once", async () => {
    const { userErrors } = await mutate(
      url(),
      "createTask",
      taskInput({ target: { shell: { cwd: "x", stopGrace: "x" } } }),
    );
    expect(userErrors.map(({ field }: { field: string[] }) => field.join("."))).toEqual([
      AT,
      `${AT}.cwd`,
      `${AT}.stopGrace`,
    ]);
  });

  it("has defaults, and a summary that could be typed", async () => {
    const { id } = await createTask(url(), shell({ command: ["tar", "-cf", "my file.tar", "."] }));
    expect((await readTask(url(), id, TARGET)).target).toEqual({
      __typename: "ShellTarget",
      summary: "tar -cf 'my file.tar' .",
      command: ["tar", "-cf", "my file.tar", "."],
      script: null,
      cwd: null,
      env: [],
      successExitCodes: [0],
      stopGrace: "PT5S",
    });
  });

  it("is given back as it was given, and is found by its kind", async () => {
    const given = {
      script: " echo $A\n",
      cwd: "/tmp",
      env: [{ name: "A", value: "a=$b\nü" }],
      successExitCodes: [3, 0],
      stopGrace: "PT0S",
    };
    const { id } = await createTask(url(), { name: "by kind", target: { shell: given } });
    expect((await readTask(url(), id, TARGET)).target).toMatchObject({ ...given, command: null });
    const LIST = `{ tasks(filter: { targetKind: [SHELL], search: "by kind" }) { nodes { id } } }`;
    expect((await data(url(), LIST)).tasks.nodes).toEqual([{ id }]);
  });
});
