// Loads a file of tasks into a running server: creates what is missing and, with --replace, updates what differs.
// Ends with 1 when a task was refused, the file cannot be read or no server answers. Never deletes or pauses a task.

import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Argument, Command, InvalidArgumentError } from "commander";
import { Api, RefusedError, UnreachableError } from "./lib/api.ts";
import { loadTasks } from "./lib/load-tasks.ts";
import { formatTable } from "./lib/table.ts";
import { readTaskFile, TaskFileError } from "./lib/task-file.ts";

interface Options {
  readonly url: string;
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly set: Readonly<Record<string, string>>;
  readonly header: Readonly<Record<string, string>>;
}

/** Collects `name=value` or `name: value` options. */
function pairs(separator: RegExp, example: string) {
  return (text: string, before: Readonly<Record<string, string>>): Record<string, string> => {
    const [, name, value] = separator.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new InvalidArgumentError(`Expected for example ${example}.`);
    return { ...before, [name]: value };
  };
}

async function load(path: string, options: Options): Promise<number> {
  const fileName = path === example ? relative(process.cwd(), path) : path;
  try {
    const file = readTaskFile(await readFile(path, "utf8"), fileName, options.set);
    const loaded = await loadTasks(file, new Api(options.url, options.header), { ...options, fileName });
    console.log(formatTable(loaded, Date.now()));
    return loaded.some(({ outcome }) => outcome === "refused") ? 1 : 0;
  } catch (error) {
    const expected =
      error instanceof TaskFileError || error instanceof UnreachableError || error instanceof RefusedError;
    if (!expected && (error as NodeJS.ErrnoException).code === undefined) throw error;
    console.error((error as Error).message);
    return 1;
  }
}

const example = fileURLToPath(new URL("home-server.yaml", import.meta.url));
const program = new Command("load")
  .description("Loads a file of tasks into a running Cronograph.")
  .addArgument(new Argument("[file]", "the task file").default(example, "examples/home-server.yaml"))
  .option("--url <address>", "the server's GraphQL address", "http://127.0.0.1:4000/graphql")
  .option("--replace", "update tasks of the same name that differ", false)
  .option("--dry-run", "only tell what would happen", false)
  .option(
    "--set <name=value>",
    `a value for \${name} in the file; may be repeated`,
    pairs(/^([A-Za-z_]\w*)=(.*)$/s, "site=http://127.0.0.1:4010"),
    {},
  )
  .option(
    "--header <name: value>",
    "a header for each request; may be repeated",
    pairs(/^([!#$%&'*+.^`|~\w-]+):\s*(.*)$/, '"authorization: Bearer …"'),
    {},
  )
  .action(async (path: string, options: Options) => {
    process.exitCode = await load(path, options);
  });
await program.parseAsync();
