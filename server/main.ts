// The process: command line, signals, exit codes. 0: stopped in good order; 1: could not start or broke; 2: wrong command line.
import { Command } from "commander";
import { type App, startApp } from "./app.ts";
import { addCommands } from "./cli.ts";
import { systemClock } from "./clock.ts";
import { type Config, readConfig } from "./config.ts";
import { StartupError, StorageError } from "./domain/errors.ts";
import { readFailpoints } from "./failpoints.ts";
import { createLog } from "./log.ts";
import { describeAllow } from "./outgoing/allow.ts";
import { VERSION } from "./package.ts";
import { shownDatabase } from "./store/index.ts";

const program = new Command("cronograph")
  .description("A self-hosted distributed task scheduler. Settings come from the environment; the README lists them.")
  .version(VERSION)
  .option("--roles <list>", "what this process does: gateway, scheduler, executor, monitor; separated by commas")
  .option("--port <number>", "port to listen on, before PORT")
  .option("--outgoing-allow <list>", "what requests may reach beyond public addresses, before OUTGOING_ALLOW")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .allowExcessArguments(false)
  .action((options: Options) => main(options));
addCommands(program);

// Whoever read our output may be gone before us (`npm start | tee log`); that must not cut a stop in good order short.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

await program.parseAsync();

interface Options {
  readonly roles?: string;
  readonly port?: string;
  readonly outgoingAllow?: string;
}

async function main({ roles, port, outgoingAllow }: Options): Promise<void> {
  let config: Config;
  let app: App;
  try {
    const given = { ...(port && { PORT: port }), ...(outgoingAllow && { OUTGOING_ALLOW: outgoingAllow }) };
    config = readConfig({ ...process.env, ...given }, process.cwd(), roles);
    app = await startApp(config, {
      clock: systemClock,
      log: createLog(config.logLevel),
      failpoints: readFailpoints(process.env.CRONOGRAPH_FAILPOINT, systemClock),
      onOutdated: (reason) => {
        process.stderr.write(`${reason}\n`);
        process.exitCode = 1;
        process.emit("SIGTERM");
      },
    });
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
  process.stdout.write(greeting(config, app));
  stopOnSignals(app);
}

function explain(error: unknown): string {
  if (error instanceof StartupError || error instanceof StorageError) return error.message;
  const { code, message, stack } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `The port is taken (${message}). Choose another one: PORT=4001 npm start`;
  if (code === "EACCES") return `Not allowed: ${message}. Choose another port or folder.`;
  return `Cronograph could not start.\n${stack ?? message}`;
}

function greeting(config: Config, app: App): string {
  const lines = [`Cronograph ${VERSION} is running (${config.roles.join(", ")}).`];
  if (app.url !== null) {
    lines.push(
      `  Dashboard    ${app.url}/`,
      `  Playground   ${app.url}/playground`,
      `  API          ${app.url}/graphql`,
    );
  }
  if (app.ownerLink !== null) lines.push(`  Be the owner ${app.ownerLink}`);
  else if (config.anonymous && app.url !== null)
    lines.push("  Sign-in      none: whoever reaches the port may do everything (ALLOW_ANONYMOUS)");
  lines.push(
    config.database === ":memory:"
      ? "  Database     in memory: everything is gone when this process ends"
      : `  Database     ${shownDatabase(config.database)}`,
    `  Tasks        ${config.tasksDir}`,
    `  Outgoing     ${describeAllow(config.outgoingAllow)}`,
    "Press Ctrl-C to stop.",
  );
  return `${lines.join("\n")}\n`;
}

/** The first signal stops in good order, the second at once. */
function stopOnSignals(app: App): void {
  let signals = 0;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      signals++;
      if (signals > 1) process.exit(1);
      process.stdout.write(`${signal}: stopping. Running work gets time to finish; once more stops at once.\n`);
      app.stop().then(
        () => process.exit(),
        (error: unknown) => {
          process.stderr.write(`${explain(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
