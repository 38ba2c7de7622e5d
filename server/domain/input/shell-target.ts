// A command as a user gives it, checked. Its words may be anything that a process can be given: only NUL and broken Unicode
// cannot get there.
import { parseDuration } from "../duration.ts";
import { ok, type Result, refuse, shown } from "../errors.ts";
import { COMMAND_BYTES, COMMAND_PARTS, ENV_BYTES, MAX_ENV, PATH_LENGTH, STOP_GRACE_MS } from "../limits.ts";
import { references } from "../template.ts";
import type { ShellTarget } from "../types.ts";
import { Collector } from "./collect.ts";

type Maybe<T> = T | null | undefined;

/** One of `command` and `script` is set. */
export interface ShellInput {
  readonly command?: Maybe<readonly string[]>;
  readonly script?: Maybe<string>;
  readonly cwd?: Maybe<string>;
  readonly env?: Maybe<readonly { readonly name: string; readonly value: string }[]>;
  readonly successExitCodes?: Maybe<readonly number[]>;
  readonly stopGrace: string;
}

const EXAMPLE = 'Example: ["rsync", "-a", "/srv/data/", "/mnt/copy/"].';
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Where the run is told to the command. */
export const OWN_PREFIX = "CRONOGRAPH_";

export function checkShell(field: readonly string[], input: ShellInput, allowed: boolean): Result<ShellTarget> {
  if (!allowed)
    return refuse(
      "TARGET_DISABLED",
      field,
      "This server does not run commands. Its operator allows them with the setting ALLOW_SHELL=true.",
    );
  const collector = new Collector();
  const command = input.command ?? null;
  const script = input.script ?? null;
  if ((command === null) === (script === null)) {
    const message = `shell needs either command, the program and its arguments, or script, a text for /bin/sh. ${EXAMPLE}`;
    collector.take(refuse(command === null ? "REQUIRED" : "BAD_REQUEST", field, message));
  }
  if (command !== null) collector.take(checkCommand([...field, "command"], command));
  if (script !== null) collector.take(checkScript([...field, "script"], script));
  const cwd = input.cwd ? collector.take(checkFolder([...field, "cwd"], input.cwd)) : null;
  const env = input.env ?? [];
  collector.take(checkEnv([...field, "env"], env));
  const successExitCodes = input.successExitCodes?.length ? [...new Set(input.successExitCodes)] : [0];
  if (successExitCodes.some((code) => !Number.isInteger(code) || code < 0 || code > 255)) {
    const message = `successExitCodes ${shown(successExitCodes)} must be exit codes from 0 to 255. Example: [0, 3].`;
    collector.take(refuse("OUT_OF_RANGE", [...field, "successExitCodes"], message));
  }
  const stopGraceMs = collector.take(parseDuration([...field, "stopGrace"], input.stopGrace, STOP_GRACE_MS));
  return collector.finish(() => ({
    kind: "SHELL",
    command,
    script,
    cwd: cwd as string | null,
    env,
    successExitCodes,
    stopGraceMs: stopGraceMs as number,
  }));
}

const cannotPass = (text: string): boolean => text.includes("\u0000") || !text.isWellFormed();

function checkCommand(field: readonly string[], command: readonly string[]): Result<true> {
  if (!command[0]) return refuse("REQUIRED", field, `command has no program. ${EXAMPLE}`);
  if (command.length > COMMAND_PARTS)
    return refuse("OUT_OF_RANGE", field, `command has ${command.length} parts; at most ${COMMAND_PARTS} are allowed.`);
  const bad = command.findIndex(cannotPass);
  if (bad >= 0) return unpassable([...field, String(bad)], "command", command[bad] as string);
  return checkBytes(field, "command", command, COMMAND_BYTES);
}

function checkScript(field: readonly string[], script: string): Result<true> {
  if (script.trim() === "") return refuse("REQUIRED", field, 'script is empty. Example: "df -h | mail -s disks ops".');
  if (cannotPass(script)) return unpassable(field, "script", script);
  const { secrets, unknown } = references(script);
  const own = /\{\{\s*(?:run|task)\./.test(script);
  // What is filled in would be read as shell syntax.
  if (own || secrets.length + unknown.length > 0)
    return refuse(
      "BAD_REQUEST",
      field,
      'script cannot hold {{ … }}: a shell would read what is filled in. Give it as a variable, and write "$NAME". Example: env: [{ name: "TOKEN", value: "{{ secrets.TOKEN }}" }].',
    );
  return checkBytes(field, "script", [script], COMMAND_BYTES);
}

function checkFolder(field: readonly string[], path: string): Result<string> {
  const example = 'Example: "/srv/data".';
  if (path.length > PATH_LENGTH)
    return refuse("TOO_LONG", field, `cwd has ${path.length} characters; at most ${PATH_LENGTH} are allowed.`);
  if (cannotPass(path)) return unpassable(field, "cwd", path);
  if (!path.startsWith("/"))
    return refuse("BAD_REQUEST", field, `cwd ${shown(path)} is not an absolute path. ${example}`);
  return ok(path);
}

function checkEnv(field: readonly string[], env: readonly { name: string; value: string }[]): Result<true> {
  if (env.length > MAX_ENV)
    return refuse("OUT_OF_RANGE", field, `env has ${env.length} variables; at most ${MAX_ENV} are allowed.`);
  const collector = new Collector();
  const example = 'Example: { name: "PGDATABASE", value: "sales" }.';
  env.forEach(({ name, value }, index) => {
    const at = [...field, String(index)];
    if (!VARIABLE.test(name))
      collector.take(
        refuse(
          "INVALID_CHARACTERS",
          [...at, "name"],
          `The variable name ${shown(name)} is not made of letters, digits and _, or starts with a digit. ${example}`,
        ),
      );
    else if (name.startsWith(OWN_PREFIX))
      collector.take(
        refuse("BAD_REQUEST", [...at, "name"], `The variable ${shown(name)} is set by Cronograph itself. ${example}`),
      );
    if (cannotPass(value)) collector.take(unpassable([...at, "value"], name, value));
  });
  const bytes = env.map(({ name, value }) => `${name}=${value}`);
  collector.take(checkBytes(field, "env", bytes, ENV_BYTES));
  return collector.finish(() => true);
}

const unpassable = (field: readonly string[], name: string, text: string): Result<never> =>
  refuse("INVALID_CHARACTERS", field, `${name} ${shown(text)} has a NUL character or broken Unicode.`);

function checkBytes(field: readonly string[], name: string, texts: readonly string[], most: number): Result<true> {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
  if (bytes <= most) return ok(true);
  return refuse("PAYLOAD_TOO_LARGE", field, `${name} has ${bytes} bytes; at most ${most} are allowed.`);
}
