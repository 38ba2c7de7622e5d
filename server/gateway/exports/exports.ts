// `/audit.csv` and `/runs.csv`: lists of the API as files, with the filters of the API's own in the address.
import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import type { GraphQLField, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { z } from "zod";
import type { Viewer } from "../../domain/access.ts";
import { AUDIT_SUBJECTS, type AuditEntry } from "../../domain/audit/entry.ts";
import { administers } from "../../domain/commands/access.ts";
import { RequestError } from "../../domain/errors.ts";
import type { Page, PageRequest, Position } from "../../domain/ports.ts";
import { RUN_STATES, type Run } from "../../domain/types.ts";
import { auditQuery } from "../graphql/audit.ts";
import { type Services, servicesFor } from "../graphql/context.ts";
import { runQuery } from "../graphql/filters.ts";
import type { AuditFilter, RunFilter } from "../graphql/generated.ts";
import { assertMay } from "../graphql/needs.ts";
import { NAMESPACE_PARAMETER, refuse, viewerOf } from "../who.ts";
import { type Cell, sendCsv } from "./csv.ts";

const ROWS_AT_ONCE = 500;
/** What a spreadsheet still opens. */
export const MOST_ROWS = 100_000;

export interface ExportOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
}

type Handler = (request: Request, response: Response) => Promise<void>;

/** `before`: what is asked of a request first. */
export function exportRoutes(
  { schema, services, formatError }: ExportOptions,
  before: readonly RequestHandler[],
): Router {
  const rules = schema.getQueryType()?.getFields() ?? {};
  /** The first error has a status; what goes wrong later breaks the file off, so that nobody takes a part for the whole. */
  const answering =
    (field: string, handle: Handler): Handler =>
    async (request, response) => {
      try {
        assertMay(rules[field] as GraphQLField<unknown, never>, "Query", viewerOf(response));
        await handle(request, response);
      } catch (error) {
        if (response.headersSent) response.destroy();
        else refuse(response, formatError(error));
      }
    };

  async function* pages<T>(
    viewer: Viewer,
    read: (page: PageRequest) => Promise<Page<T>>,
    row: (item: T) => readonly Cell[],
  ): AsyncGenerator<(readonly Cell[])[]> {
    let from: Position | null = null;
    for (let sent = 0; sent < MOST_ROWS; sent += ROWS_AT_ONCE) {
      if (sent > 0) await stillIn(viewer);
      const page: Page<T> = await read({ limit: ROWS_AT_ONCE, from, direction: "forward" });
      yield page.items.map(({ item }) => row(item));
      if (!page.hasNext) return;
      from = page.items.at(-1)?.position ?? null;
    }
    yield [[`Only the newest ${MOST_ROWS} rows are here. Ask for the older ones by time.`]];
  }

  /** A long file is not sent on to somebody whose credential was revoked. */
  async function stillIn(viewer: Viewer): Promise<void> {
    if ((await services.access.lapsed([viewer])).has(viewer))
      throw new RequestError("UNAUTHENTICATED", "The sign-in has ended.");
  }

  const router = express.Router();
  router.get(
    "/audit.csv",
    ...before,
    answering("auditEntries", async ({ query }, response) => {
      const viewer = viewerOf(response);
      const { store } = servicesFor(services, viewer);
      const filter = {
        ...auditQuery(parametersOf(AUDIT, withoutNamespace(query)) as AuditFilter),
        ofServer: administers(viewer),
      };
      const rows = pages(viewer, (page) => store.audit.entries(filter, page), auditRow);
      await sendCsv(response, "audit", AUDIT_COLUMNS, rows);
    }),
  );
  router.get(
    "/runs.csv",
    ...before,
    answering("runs", async ({ query }, response) => {
      const filter = runQuery(parametersOf(RUNS, withoutNamespace(query)) as RunFilter);
      const order = { field: "SCHEDULED_FOR", direction: "DESC" } as const;
      const names = new Map<string, string>();
      const viewer = viewerOf(response);
      const { store } = servicesFor(services, viewer);
      const read = async (page: PageRequest) => {
        const found = await store.runs(filter, order, page);
        const unknown = [...new Set(found.items.map(({ item }) => item.taskId))].filter((id) => !names.has(id));
        for (const [id, { name }] of await store.tasksById(unknown)) names.set(id, name);
        return found;
      };
      const rows = pages(viewer, read, (run) => runRow(run, names.get(run.taskId) ?? null));
      await sendCsv(response, "runs", RUN_COLUMNS, rows);
    }),
  );
  return router;
}

/** It was looked at before. */
const withoutNamespace = (query: Request["query"]) =>
  Object.fromEntries(Object.entries(query).filter(([name]) => name !== NAMESPACE_PARAMETER));

const text = z.string().min(1).max(200);
/** Named several times, or once with commas between. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((given) => (typeof given === "string" ? given.split(",") : given), z.array(item).max(50));

const AUDIT = {
  actorId: text,
  action: listOf(text),
  subjectKind: z.enum(AUDIT_SUBJECTS),
  subjectId: text,
  outcome: z.enum(["DONE", "REFUSED"]),
  changeId: text,
  from: text,
  before: text,
  search: text,
};
const RUNS = {
  taskId: listOf(text),
  state: listOf(z.enum(RUN_STATES)),
  trigger: listOf(z.enum(["SCHEDULE", "MANUAL", "BACKFILL", "FOLLOW_UP", "REDRIVE"])),
  late: z.enum(["true", "false"]).transform((flag) => flag === "true"),
  scheduledFrom: text,
  scheduledBefore: text,
};

/** @throws RequestError BAD_REQUEST that names the parameter */
function parametersOf(known: Readonly<Record<string, z.ZodType>>, given: unknown): unknown {
  const shape = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, type.optional()]));
  const parsed = z.strictObject(shape).safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = issue?.path[0] ?? (issue?.code === "unrecognized_keys" ? issue.keys[0] : "");
  throw new RequestError(
    "BAD_REQUEST",
    `The parameter ${JSON.stringify(String(name).slice(0, 80))} is not what is expected: ${issue?.message}. There are: ${Object.keys(known).join(", ")}.`,
  );
}

const at = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

const AUDIT_COLUMNS = [
  "at", "action", "outcome", "errorCode", "actorKind", "actorId", "actorName", "address", "userAgent", "transport", "subjectKind", "subjectId",
  "subjectName", "version", "changeId", "undoes", "idempotencyKey", "omitted", "before", "after",
]; // biome-ignore format: one paragraph

const auditRow = (entry: AuditEntry): Cell[] => [
  at(entry.at), entry.action, entry.outcome, entry.errorCode, entry.actor.kind, entry.actor.id, entry.actor.name, entry.address, entry.userAgent,
  entry.transport, entry.subject?.kind ?? null, entry.subject?.id ?? null, entry.subject?.name ?? null, entry.version, entry.changeId,
  entry.undoes, entry.idempotencyKey, entry.omitted, json(entry.before), json(entry.after),
]; // biome-ignore format: in the order of the columns

const RUN_COLUMNS = [
  "id", "taskId", "taskName", "trigger", "state", "scheduledFor", "startedAt", "finishedAt", "late", "attempt", "why", "errorCode", "errorMessage",
]; // biome-ignore format: one paragraph

const runRow = (run: Run, taskName: string | null): Cell[] => [
  run.id, run.taskId, taskName, run.trigger, run.state, at(run.scheduledFor), at(run.startedAt), at(run.finishedAt), run.late, run.attempt,
  run.why, run.error?.code ?? null, run.error?.message ?? null,
]; // biome-ignore format: in the order of the columns
