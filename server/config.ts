// The only reader of the environment. Everything is checked at once: a wrong setting stops the start with every problem listed.
import { resolve } from "node:path";
import { z } from "zod";
import { parseDuration } from "./domain/duration.ts";
import { StartupError, shown } from "./domain/errors.ts";
import type { IntrospectionRule, TrustedMode } from "./domain/gate.ts";
import { RETENTION_MS } from "./domain/limits.ts";
import { ROLES, type Role } from "./domain/types.ts";
import { type IdentityConfig, readIdentity } from "./identity.ts";
import { isLoopback } from "./loopback.ts";
import { type OutgoingAllow, readOutgoingAllow } from "./outgoing/allow.ts";
import { SETTINGS } from "./settings.ts";

/** What must not stand in a log. */
const SECRET: readonly string[] = ["OWNER_TOKEN", "OIDC_CLIENT_SECRET"];

export interface Config extends IdentityConfig {
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
  /** What HTTP targets and webhooks may reach beyond public addresses. */
  readonly outgoingAllow: OutgoingAllow;
  /** Queries and mutations at a time. */
  readonly callerConcurrency: number;
  readonly gatewayConcurrency: number;
  readonly callerSubscriptions: number;
  /** Operations a minute; null: any number. */
  readonly callerRate: number | null;
  readonly addressRate: number | null;
  readonly introspection: IntrospectionRule;
  readonly suggestions: boolean;
  readonly trustedDocuments: TrustedMode;
  readonly trustedDocumentsFiles: readonly string[];
  readonly allowShell: boolean;
  readonly shellConcurrency: number;
  /** What commands see of the server's environment. */
  readonly shellEnv: Readonly<Record<string, string>>;
  readonly shutdownGraceMs: number;
  /** For the first start; null: none. */
  readonly ownerToken: string | null;
  /** Nobody has to sign in. */
  readonly anonymous: boolean;
  /** The first seals. Empty: no secrets. */
  readonly secretsKeys: readonly Buffer[];
  /** Null: for ever. */
  readonly runRetentionMs: number | null;
  /** Null: for ever. */
  readonly eventRetentionMs: number | null;
  /** Null: for ever. */
  readonly auditRetentionMs: number | null;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

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
        ({ path: [name], message }) =>
          `${String(name)}${SECRET.includes(String(name)) ? "" : `=${shown(given[String(name)])}`}: ${message}`,
      );
  if (!parsed.success) throw new StartupError(listed(problems));
  const values = parsed.data;
  const roles = readRoles(values.ROLES, problems);
  const secretsKeys = readKeys(values.SECRETS_KEY, problems);
  const runRetentionMs = readRetention("RUN_RETENTION", values.RUN_RETENTION, problems);
  const eventRetentionMs = readRetention("EVENT_RETENTION", values.EVENT_RETENTION, problems);
  const auditRetentionMs = readRetention("AUDIT_RETENTION", values.AUDIT_RETENTION, problems);
  const database = readDatabase(values.DATABASE_URL, workingFolder, problems);
  const shellEnv = readShellEnv(values.SHELL_ENV, environment, problems);
  const oneOwner = isLoopback(values.HOST) && values.PUBLIC_URL === undefined && roles.includes("gateway");
  const outgoingAllow = readOutgoingAllow(values.OUTGOING_ALLOW, oneOwner, problems);
  const nameless = !isLoopback(values.HOST) && values.PUBLIC_URL === undefined && roles.includes("gateway");
  const identity = readIdentity(values, { anonymous: values.ALLOW_ANONYMOUS, nameless }, problems);
  if (!isLoopback(values.HOST) && values.ALLOW_ANONYMOUS && values.ALLOW_SHELL) {
    problems.push(
      `ALLOW_SHELL=true with ALLOW_ANONYMOUS=true and HOST=${shown(values.HOST)}: whoever reaches the port could run commands on this machine. Let people sign in, or listen on loopback.`,
    );
  }
  if (environment.ALLOW_INSECURE_REMOTE !== undefined)
    problems.push(
      "ALLOW_INSECURE_REMOTE is gone: there is a sign-in now. Set OWNER_TOKEN for the first start, or ALLOW_ANONYMOUS=true where everybody who reaches the port may do everything.",
    );
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
    outgoingAllow,
    callerConcurrency: values.CALLER_CONCURRENCY,
    gatewayConcurrency: values.GATEWAY_CONCURRENCY,
    callerSubscriptions: values.CALLER_SUBSCRIPTIONS,
    callerRate: values.CALLER_RATE,
    addressRate: values.ADDRESS_RATE,
    introspection: values.INTROSPECTION,
    suggestions:
      values.SUGGESTIONS === undefined ? oneOwner && values.INTROSPECTION === "all" : values.SUGGESTIONS === "true",
    trustedDocuments: values.TRUSTED_DOCUMENTS,
    trustedDocumentsFiles: (values.TRUSTED_DOCUMENTS_FILE ?? "")
      .split(",")
      .map((path) => path.trim())
      .filter((path) => path !== "")
      .map((path) => resolve(workingFolder, path)),
    allowShell: values.ALLOW_SHELL,
    shellConcurrency: values.SHELL_CONCURRENCY,
    shellEnv,
    shutdownGraceMs: values.SHUTDOWN_GRACE_MS,
    ownerToken: values.OWNER_TOKEN ?? null,
    anonymous: values.ALLOW_ANONYMOUS,
    secretsKeys,
    runRetentionMs,
    eventRetentionMs,
    auditRetentionMs,
    logLevel: values.LOG_LEVEL,
    ...identity,
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
