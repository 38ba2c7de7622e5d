// Trusted documents: the operations that a manifest has, by their identifier. Documents are named as GraphQL over HTTP's appendix
// "Persisted documents" has it (`documentId`), or as Apollo's clients do (`extensions.persistedQuery`). Where only these may be carried
// out, whatever else comes is refused, on every transport.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphQLError, GraphQLSchema } from "graphql";
import { z } from "zod";
import type { Viewer } from "../domain/access.ts";
import { RequestError, StartupError, shown } from "../domain/errors.ts";
import type { TrustedMode } from "../domain/gate.ts";
import { PACKAGE_ROOT } from "../package.ts";
import { check } from "./documents.ts";

/** That of the dashboard, made with it. */
export const DASHBOARD_MANIFEST = join(PACKAGE_ROOT, "dist", "documents.json");

export interface TrustedOptions {
  readonly mode: TrustedMode;
  /** The operator's own. */
  readonly files: readonly string[];
  readonly schema: GraphQLSchema;
  readonly warn: (message: string) => void;
}

export interface Asked {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

export interface TrustedDocuments {
  readonly mode: TrustedMode;
  /** The text that is to be carried out; undefined: none was given in a form that could be. @throws RequestError NOT_FOUND, FORBIDDEN, BAD_REQUEST */
  text(asked: Asked, viewer: Viewer): string | undefined;
}

/** `{ "sha256:…": "query …" }` as code generators and Relay write it, or Apollo's manifest. */
const BY_ID = z.record(z.string().min(1).max(200), z.string().min(1));
const APOLLO = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1).max(200), body: z.string().min(1) })),
});

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
/** With and without the prefix it names the same. */
const plainId = (id: string): string => (/^sha256:[0-9a-f]{64}$/i.test(id) ? id.slice(7) : id).toLowerCase();

/** @throws StartupError when a manifest cannot be read */
export function createTrustedDocuments({ mode, files, schema, warn }: TrustedOptions): TrustedDocuments {
  const texts = new Map<string, string>();
  const mine = existsSync(DASHBOARD_MANIFEST) ? [DASHBOARD_MANIFEST] : [];
  if (mode !== "off" && mine.length === 0)
    throw new StartupError(
      `TRUSTED_DOCUMENTS=${mode}: the dashboard's own documents are missing (dist/documents.json). Build it: npm run build.`,
    );
  for (const file of [...mine, ...files])
    for (const [id, text] of readManifest(file)) {
      if (!texts.has(hashOf(text)) && file !== DASHBOARD_MANIFEST) {
        const problems = check(schema, text);
        if (Array.isArray(problems))
          warn(`TRUSTED_DOCUMENTS_FILE: ${shown(id)} cannot be answered: ${(problems as GraphQLError[])[0]?.message}`);
      }
      texts.set(hashOf(text), text).set(plainId(id), text);
    }

  /** Whether this caller is held to them. */
  const holds = ({ credential }: Viewer): boolean =>
    mode === "only" || (mode === "sessions" && (credential === null || credential.kind === "SESSION"));

  return {
    mode,
    text({ query, documentId, extensions }, viewer) {
      const id = documentId ?? apolloHash(extensions);
      if (id !== undefined && typeof id !== "string")
        throw new RequestError("BAD_REQUEST", `documentId is ${shown(id)}; a text like sha256:… is expected.`);
      const known = id === undefined ? undefined : texts.get(plainId(id));
      if (known !== undefined) return known;
      const given = typeof query === "string" && query !== "" ? query : undefined;
      if (given === undefined) {
        if (id === undefined) return undefined;
        throw new RequestError(
          "NOT_FOUND",
          `There is no document ${shown(id)} here. Send the operation's text as query.`,
        );
      }
      if (!holds(viewer) || texts.has(hashOf(given))) return given;
      throw new RequestError(
        "FORBIDDEN",
        `Only trusted documents are carried out here (the operator's setting TRUSTED_DOCUMENTS=${mode}), and this operation is none: sha256:${hashOf(given)} is in no manifest.`,
      );
    },
  };
}

function apolloHash(extensions: unknown): unknown {
  if (typeof extensions !== "object" || extensions === null || !("persistedQuery" in extensions)) return undefined;
  const { persistedQuery } = extensions;
  return typeof persistedQuery === "object" && persistedQuery !== null && "sha256Hash" in persistedQuery
    ? persistedQuery.sha256Hash
    : undefined;
}

function readManifest(file: string): [string, string][] {
  const fail = (what: string): never => {
    throw new StartupError(`TRUSTED_DOCUMENTS_FILE=${shown(file)}: ${what}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return fail((error as Error).message);
  }
  const apollo = APOLLO.safeParse(json);
  const byId = apollo.success ? undefined : BY_ID.safeParse(json);
  const entries: [string, string][] | undefined = apollo.success
    ? apollo.data.operations.map(({ id, body }) => [id, body])
    : byId?.success
      ? Object.entries(byId.data)
      : undefined;
  if (!entries) return fail('{ "sha256:…": "query …" } or an Apollo manifest is expected.');
  for (const [id, text] of entries)
    if (/^(sha256:.*|[0-9a-f]{64})$/i.test(id) && plainId(id) !== hashOf(text))
      fail(`${shown(id)} is not the SHA-256 of its text, which is sha256:${hashOf(text)}.`);
  return entries;
}
