// The settings that the environment may hold. The README's table is made of them.
import { availableParallelism, totalmem } from "node:os";
import { z } from "zod";
import { RIGHTS } from "./domain/access.ts";
import { TRUSTED_MODES } from "./domain/gate.ts";
import { ROLES } from "./domain/types.ts";
import { IDENTITY_SETTINGS } from "./identity.ts";

const whole = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
const flag = (fallback: boolean) =>
  z
    .enum(["true", "false"])
    .default(fallback ? "true" : "false")
    .transform((text) => text === "true");

const rate = (fallback: number) =>
  z
    .union([z.literal("none").transform(() => null), z.coerce.number().int().min(1).max(100_000_000)], {
      error: "Expected a whole number of operations a minute from 1 on, or none.",
    })
    .default(fallback);

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
  OWNER_TOKEN: {
    schema: z
      .string()
      .regex(
        /^[\x21-\x7e]{24,200}$/,
        "Expected 24 to 200 characters without spaces, for example from `openssl rand -hex 24`.",
      )
      .optional(),
    fallback: "none",
    about:
      "At the first start with an empty database: an API token that may do everything, for containers and automation. Without it, a link that makes the owner is printed once. Later starts do not read it.",
  },
  ALLOW_ANONYMOUS: {
    schema: flag(false),
    fallback: "false",
    about: "`true`: nobody has to sign in, and whoever reaches the port may do everything.",
  },
  CALLER_CONCURRENCY: {
    schema: whole(1, 100_000, 200),
    fallback: "200",
    about:
      "How many queries and mutations one caller (a user, a token, or an address where nobody signs in) may have under way at a time.",
  },
  GATEWAY_CONCURRENCY: {
    schema: whole(1, 1_000_000, 2_000),
    fallback: "2000",
    about: "The same of all callers together.",
  },
  CALLER_SUBSCRIPTIONS: {
    schema: whole(1, 20_000, 5_000),
    fallback: "5000",
    about:
      "How many subscriptions one caller may have open at a gateway, over all of their sockets and streams; all together 20,000.",
  },
  CALLER_RATE: {
    schema: rate(30_000),
    fallback: "30000",
    about: "How many operations a minute one caller may ask for, over all transports; `none`: any number.",
  },
  ADDRESS_RATE: {
    schema: rate(60_000),
    fallback: "60000",
    about: "How many operations a minute may come from one address (of IPv6 from one /64); `none`: any number.",
  },
  INTROSPECTION: {
    schema: z.enum(["all", "none", ...RIGHTS]).default("all"),
    fallback: "all",
    about:
      "Who may ask for the schema: `all` who have signed in, those with a right (`READ`, `OPERATE`, `EDIT`, `ADMINISTER`, `WORK`), or `none`.",
  },
  SUGGESTIONS: {
    schema: z.enum(["true", "false"]).optional(),
    fallback: "true on loopback, else false",
    about:
      "Whether errors say *Did you mean …?*. By default while `HOST` is loopback, no `PUBLIC_URL` is set, and `INTROSPECTION` is `all`.",
  },
  TRUSTED_DOCUMENTS: {
    schema: z.enum(TRUSTED_MODES).default("off"),
    fallback: "off",
    about:
      "`only`: no operation is carried out but the dashboard's and those of `TRUSTED_DOCUMENTS_FILE`. `sessions`: the same for browsers; programs with a token ask for anything. See [docs/security.md](docs/security.md).",
  },
  TRUSTED_DOCUMENTS_FILE: {
    schema: z.string().optional(),
    fallback: "none",
    about:
      'Manifests of your own operations, separated by commas: `{ "sha256:…": "query …" }` as code generators write it, or Apollo\'s.',
  },
  ...IDENTITY_SETTINGS,
  OUTGOING_ALLOW: {
    schema: z.string().optional(),
    fallback: "loopback,private on loopback, else none",
    about:
      "What HTTP targets and webhooks may reach beyond public addresses, separated by commas: `loopback`, `private`, CIDRs, addresses, names of hosts; or `none`. `--outgoing-allow` goes before it. By default loopback and private ones only while `HOST` is loopback and no `PUBLIC_URL` says that others come in by a proxy. Metadata and link-local addresses never. See [docs/outgoing.md](docs/outgoing.md).",
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
  AUDIT_RETENTION: {
    schema: z.string().default("P400D"),
    fallback: "P400D",
    about:
      "How long is kept who did what, for example `P3650D`; `none` keeps it for ever. A task can be set back to what it was within this time.",
  },
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error"]).default("info"),
    fallback: "info",
    about: "debug, info, warn or error.",
  },
} satisfies Record<string, Setting>;
