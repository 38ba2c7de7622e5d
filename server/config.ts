// The only reader of the environment. Everything is checked at once: a wrong setting stops the start with every problem listed.
// The README's table of settings is made from SETTINGS.
import { availableParallelism, totalmem } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { parseDuration } from "./domain/duration.ts";
import { StartupError, shown } from "./domain/errors.ts";
import { RETENTION_MS } from "./domain/limits.ts";
import { ROLES, type Role } from "./domain/types.ts";

const whole = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
const flag = (fallback: boolean) =>
  z
    .enum(["true", "false"])
    .default(fallback ? "true" : "false")
    .transform((text) => text === "true");

/** What the machine or the container gives, less a fifth. */
function usualLimitMb(): number {
  const constrained = process.constrainedMemory();
  const most = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.floor((most * 0.8) / 1_048_576);
}

const SHELL_ENV = "PATH,HOME,USER,LANG,LC_ALL,TZ,TMPDIR";

export interface Setting {
  readonly schema: z.ZodType;
  /** What the README's table shows. */
  readonly fallback: string;
  readonly about: string;
}

export const SETTINGS = {
  HOST: { schema: z.string().min(1).default("127.0.0.1"), fallback: "127.0.0.1", about: "Address to listen on." },
  PORT: { schema: whole(0, 65_535, 4_000), fallback: "4000", about: "Port to listen on; 0 takes a free one." },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    fallback: "none",
    about:
      "The address that people use when a proxy stands before the server, for example `https://cron.example.com`: its pages may use the API, and webhooks link to them.",
  },
  DATABASE_URL: {
    schema: z.string().default("file:data/cronograph.db"),
    fallback: "file:data/cronograph.db",
    about:
      "`file:PATH` for SQLite, `:memory:` for a database that is gone at exit, or `postgresql://USER:PASSWORD@HOST/DATABASE`, which any number of instances may share. Relative paths start at the working folder.",
  },
  DATABASE_LISTEN_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    fallback: "DATABASE_URL",
    about:
      "The same PostgreSQL past a pooler in transaction mode, for notifications and migrations. Such a pooler needs `?pgbouncer=true` in `DATABASE_URL`.",
  },
  DATABASE_REPLICA_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    fallback: "none",
    about:
      "A streaming replica of the PostgreSQL in `DATABASE_URL`, which then answers queries as far as it has caught up; nobody reads an older state for it.",
  },
  ROLES: {
    schema: z.string().default(ROLES.join(",")),
    fallback: "gateway,scheduler,executor,monitor",
    about: "What this process does, separated by commas. `--roles` goes before it.",
  },
  TASKS_DIR: {
    schema: z.string().min(1).default("tasks"),
    fallback: "tasks",
    about: "Folder of the modules that tasks may run.",
  },
  WORKER_THREADS: {
    schema: whole(1, 256, Math.max(4, 2 * availableParallelism())),
    fallback: "twice the cores, at least 4",
    about: "How many modules run at a time, each in its own thread.",
  },
  WORKER_MEMORY_MB: {
    schema: whole(16, 65_536, 256),
    fallback: "256",
    about: "Heap of a worker thread in MiB, and again so much in buffers. A module that needs more is terminated.",
  },
  MEMORY_LIMIT_MB: {
    schema: whole(128, 16_777_216, usualLimitMb()),
    fallback: "80 % of the machine's or container's",
    about: "Memory of the whole process in MiB. Near it modules wait; beyond it the one that takes most is terminated.",
  },
  HTTP_CONCURRENCY: {
    schema: whole(1, 10_000, 1_000),
    fallback: "1000",
    about: "How many HTTP targets are requested at a time.",
  },
  ALLOW_SHELL: {
    schema: flag(false),
    fallback: "false",
    about:
      "`true` lets tasks run commands of this machine as the user of the server: whoever may edit tasks may then do whatever that user may.",
  },
  SHELL_CONCURRENCY: {
    schema: whole(1, 1_000, 16),
    fallback: "16",
    about: "How many commands run at a time.",
  },
  SHELL_ENV: {
    schema: z.string().default(SHELL_ENV),
    fallback: SHELL_ENV,
    about: "The server's environment variables that commands are given, separated by commas.",
  },
  SHUTDOWN_GRACE_MS: {
    schema: whole(0, 600_000, 25_000),
    fallback: "25000",
    about: "How long running work may go on after SIGTERM.",
  },
  ALLOW_INSECURE_REMOTE: {
    schema: flag(false),
    fallback: "false",
    about:
      "`true` lets `HOST` be other than loopback although nobody has to sign in yet: whoever reaches the port may do everything.",
  },
  SECRETS_KEY: {
    schema: z.string().optional(),
    fallback: "none",
    about:
      "Key that secrets are kept under: 32 bytes in base64, for example from `openssl rand -base64 32`. Several, separated by commas: the first seals, the others open what was sealed before. Without one there are no secrets.",
  },
  RUN_RETENTION: {
    schema: z.string().default("P90D"),
    fallback: "P90D",
    about: "How long ended runs are kept when their task does not say, for example `P30D`; `none` keeps them for ever.",
  },
  EVENT_RETENTION: {
    schema: z.string().default("P7D"),
    fallback: "P7D",
    about:
      "How far back subscriptions can go on from: events are kept so long, for example `P30D`; `none` keeps them for ever.",
  },
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error"]).default("info"),
    fallback: "info",
    about: "debug, info, warn or error.",
  },
} satisfies Record<string, Setting>;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Origin of the proxy before the server; null without one. */
  readonly publicUrl: string | null;
  /** A file's absolute path, `:memory:`, or a URL of PostgreSQL. */
  readonly database: string;
  /** The way to PostgreSQL that no pooler is on; null: DATABASE_URL is it. */
  readonly databaseListenUrl: string | null;
  /** Null: every read is the primary's. */
  readonly databaseReplicaUrl: string | null;
  readonly roles: readonly Role[];
  readonly tasksDir: string;
  readonly workerThreads: number;
  readonly workerMemoryMb: number;
  readonly memoryLimitMb: number;
  readonly httpConcurrency: number;
  readonly allowShell: boolean;
  readonly shellConcurrency: number;
  /** What commands see of the server's environment. */
  readonly shellEnv: Readonly<Record<string, string>>;
  readonly shutdownGraceMs: number;
  /** The first seals. Empty: no secrets. */
  readonly secretsKeys: readonly Buffer[];
  /** Null: for ever. */
  readonly runRetentionMs: number | null;
  /** Null: for ever. */
  readonly eventRetentionMs: number | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** @throws StartupError naming every setting that is wrong, its value and what was expected */
export function readConfig(
  environment: Record<string, string | undefined>,
  workingFolder: string,
  rolesOption?: string,
): Config {
  const given = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, environment[name] || undefined]));
  if (rolesOption !== undefined) given.ROLES = rolesOption;
  const shape = Object.fromEntries(Object.entries(SETTINGS).map(([name, setting]) => [name, setting.schema]));
  const parsed = z.object(shape as { [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K]["schema"] }).safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path: [name], message }) => `${String(name)}=${shown(given[String(name)])}: ${message}`,
      );
  if (!parsed.success) throw new StartupError(listed(problems));
  const values = parsed.data;
  const roles = readRoles(values.ROLES, problems);
  const secretsKeys = readKeys(values.SECRETS_KEY, problems);
  const runRetentionMs = readRetention("RUN_RETENTION", values.RUN_RETENTION, problems);
  const eventRetentionMs = readRetention("EVENT_RETENTION", values.EVENT_RETENTION, problems);
  const database = readDatabase(values.DATABASE_URL, workingFolder, problems);
  const shellEnv = readShellEnv(values.SHELL_ENV, environment, problems);
  if (!LOOPBACK.test(values.HOST) && !values.ALLOW_INSECURE_REMOTE) {
    problems.push(
      `HOST=${shown(values.HOST)}: this version has no sign-in, so it listens on loopback only (127.0.0.1). ` +
        "Put a proxy that authenticates in front of it, or set ALLOW_INSECURE_REMOTE=true if everybody on that network may do everything.",
    );
  }
  if (!LOOPBACK.test(values.HOST) && values.ALLOW_SHELL) {
    problems.push(
      `ALLOW_SHELL=true with HOST=${shown(values.HOST)}: without a sign-in whoever reaches the port could run commands on this machine. Listen on loopback, behind a proxy that authenticates.`,
    );
  }
  if (problems.length > 0) throw new StartupError(listed(problems));
  return Object.freeze({
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL).origin,
    database,
    databaseListenUrl: values.DATABASE_LISTEN_URL ?? null,
    databaseReplicaUrl: values.DATABASE_REPLICA_URL ?? null,
    roles,
    tasksDir: resolve(workingFolder, values.TASKS_DIR),
    workerThreads: values.WORKER_THREADS,
    workerMemoryMb: values.WORKER_MEMORY_MB,
    memoryLimitMb: values.MEMORY_LIMIT_MB,
    httpConcurrency: values.HTTP_CONCURRENCY,
    allowShell: values.ALLOW_SHELL,
    shellConcurrency: values.SHELL_CONCURRENCY,
    shellEnv,
    shutdownGraceMs: values.SHUTDOWN_GRACE_MS,
    secretsKeys,
    runRetentionMs,
    eventRetentionMs,
    logLevel: values.LOG_LEVEL,
  });
}

const listed = (problems: readonly string[]) =>
  `Cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`;

function readShellEnv(
  text: string,
  environment: Record<string, string | undefined>,
  problems: string[],
): Record<string, string> {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const wrong = names.filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name));
  if (wrong.length > 0)
    problems.push(
      `SHELL_ENV=${shown(text)}: ${wrong.map(shown).join(", ")} is no name of a variable. Example: PATH,HOME.`,
    );
  return Object.fromEntries(
    names.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}

function readRoles(text: string, problems: string[]): Role[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !(ROLES as readonly string[]).includes(name));
  if (unknown.length > 0)
    problems.push(`ROLES=${shown(text)}: ${unknown.map(shown).join(", ")} is no role. Roles: ${ROLES.join(", ")}.`);
  return ROLES.filter((role) => names.includes(role));
}

const KEY_BYTES = 32;

/** No problem shows any of the text. */
function readKeys(text: string | undefined, problems: string[]): Buffer[] {
  if (text === undefined) return [];
  return text.split(",").map((part, index) => {
    const key = Buffer.from(part.trim(), "base64");
    if (key.length !== KEY_BYTES || key.toString("base64").replace(/=+$/, "") !== part.trim().replace(/=+$/, ""))
      problems.push(
        `SECRETS_KEY: key ${index + 1} is not ${KEY_BYTES} bytes in base64. Make one with: openssl rand -base64 32`,
      );
    return key;
  });
}

function readRetention(name: string, text: string, problems: string[]): number | null {
  if (text === "none") return null;
  const parsed = parseDuration([name], text, RETENTION_MS);
  if (parsed.ok) return parsed.value;
  problems.push(`${name}=${shown(text)}: ${parsed.errors[0]?.message} Or: none.`);
  return null;
}

function readDatabase(url: string, workingFolder: string, problems: string[]): string {
  if (url === ":memory:") return url;
  if (url.startsWith("file:") && url.length > 5) return resolve(workingFolder, url.slice(5).replace(/^\/\/(?=\/)/, ""));
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  const scheme = /^[a-z]+:/.exec(url)?.[0] ?? url;
  problems.push(
    `DATABASE_URL=${shown(`${scheme}…`)}: Expected file:PATH, :memory: or postgresql://USER:PASSWORD@HOST/DATABASE. Example: file:data/cronograph.db`,
  );
  return url;
}
