// Reads and writes the audit. What is written is never changed; only the oldest end is removed.
import type { AuditEntry, AuditQuery, Fields } from "../domain/audit/entry.ts";
import { isServerSubject, searchTextOf } from "../domain/audit/entry.ts";
import { definitionOf } from "../domain/audit/subjects.ts";
import { AUDIT_COUNT, AUDIT_SEARCHED } from "../domain/limits.ts";
import type { AuditStore, AuditTransaction } from "../domain/ports.ts";
import type { Database } from "./database.ts";
import { keyset, type PagePlan, readPage } from "./pages.ts";
import { columnList, containsText, insertRows, join, one, type Queryable, type Row, raw, rows, type Sql, sql, within } from "./sql.ts"; // biome-ignore format: one line

const COLUMNS = {
  id: "text",
  at: "int",
  namespaceId: "text",
  actorKind: "text",
  actorId: "text",
  actorName: "text",
  userId: "text",
  address: "text",
  userAgent: "text",
  transport: "text",
  action: "text",
  subjectKind: "text",
  subjectId: "text",
  subjectName: "text",
  version: "int",
  outcome: "text",
  errorCode: "text",
  changeId: "text",
  undoes: "text",
  idempotencyKey: "text",
  omitted: "int",
  searchText: "text",
  before: "text",
  after: "text",
  definition: "text",
} as const;
const ALL = columnList(COLUMNS);
const USER_AGENT = 300;

const text = (fields: Fields | null): string | null => (fields === null ? null : JSON.stringify(fields));
const fields = (value: unknown): Fields | null => (value === null ? null : (JSON.parse(value as string) as Fields));

function fromEntry(entry: AuditEntry): Row {
  const { actor, subject, before, after, definition, userAgent, ...rest } = entry;
  return {
    ...rest,
    namespaceId: isServerSubject(subject?.kind) ? null : (rest.namespaceId ?? null),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    userId: actor.userId,
    userAgent: userAgent?.slice(0, USER_AGENT) ?? null,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    subjectName: subject?.name ?? null,
    searchText: searchTextOf(entry),
    before: text(before),
    after: text(after),
    definition: text(definition),
  };
}

const toEntry = (row: Row): AuditEntry => ({
  id: row.id as string,
  at: row.at as number,
  namespaceId: row.namespaceId as string | null,
  actor: {
    kind: row.actorKind as AuditEntry["actor"]["kind"],
    id: row.actorId as string | null,
    name: row.actorName as string,
    userId: row.userId as string | null,
  },
  address: row.address as string | null,
  userAgent: row.userAgent as string | null,
  transport: row.transport as AuditEntry["transport"],
  action: row.action as string,
  subject:
    row.subjectKind === null
      ? null
      : {
          kind: row.subjectKind as NonNullable<AuditEntry["subject"]>["kind"],
          id: row.subjectId as string | null,
          name: row.subjectName as string | null,
        },
  version: row.version as number | null,
  outcome: row.outcome as AuditEntry["outcome"],
  errorCode: row.errorCode as string | null,
  changeId: row.changeId as string,
  undoes: row.undoes as string | null,
  idempotencyKey: row.idempotencyKey as string | null,
  omitted: row.omitted as number,
  before: fields(row.before),
  after: fields(row.after),
  definition: fields(row.definition),
});

function conditions(query: AuditQuery): Sql[] {
  const found: Sql[] = [];
  if (query.namespaceId !== undefined)
    found.push(
      query.ofServer ? sql`("namespaceId" = ${query.namespaceId} OR "namespaceId" IS NULL)` : within(query.namespaceId),
    );
  if (query.actorId !== undefined) found.push(sql`"actorId" = ${query.actorId}`);
  if (query.subjectKind !== undefined) found.push(sql`"subjectKind" = ${query.subjectKind}`);
  if (query.subjectId !== undefined) found.push(sql`"subjectId" = ${query.subjectId}`);
  // As a word of the statement: an index of refusals alone is used for nothing else.
  if (query.outcome !== undefined)
    found.push(raw(query.outcome === "REFUSED" ? "outcome = 'REFUSED'" : "outcome = 'DONE'"));
  if (query.changeId !== undefined) found.push(sql`"changeId" = ${query.changeId}`);
  if (query.from !== undefined) found.push(sql`at >= ${query.from}`);
  if (query.before !== undefined) found.push(sql`at < ${query.before}`);
  if (query.search) {
    const until = query.before === undefined ? sql`true` : sql`at < ${query.before}`;
    // No index helps with a part of a text, and on SQLite everybody waits while one is looked for.
    found.push(
      sql`at >= COALESCE((SELECT at FROM audit_entries WHERE ${until} ORDER BY at DESC, id DESC LIMIT 1 OFFSET ${AUDIT_SEARCHED}), 0)`,
      containsText(raw(`"searchText"`), query.search.toLowerCase()),
    );
  }
  return found;
}

function auditPage(query: AuditQuery): PagePlan<AuditEntry> {
  const all = conditions(query);
  const actions = [...new Set(query.action ?? [])];
  const [only] = actions;
  if (actions.length === 1) all.push(sql`action = ${only}`);
  const where = all.length > 0 ? join(all, " AND ") : sql`true`;
  return {
    table: raw("audit_entries"),
    columns: ALL,
    where,
    ...(actions.length > 1 ? { branches: actions.map((action) => sql`action = ${action}`) } : {}),
    keyset: keyset("at", "id", "DESC"),
    countTo: AUDIT_COUNT,
    read: toEntry,
  };
}

async function ofChange(db: Queryable, changeId: string, limit: number): Promise<AuditEntry[]> {
  const found = await rows(
    db,
    sql`SELECT ${ALL} FROM audit_entries WHERE "changeId" = ${changeId} ORDER BY id LIMIT ${limit}`,
  );
  return found.map(toEntry);
}

/** The newest that the audit has of up to this version; else what the first later edit found. */
async function definition(db: Queryable, taskId: string, version: number): Promise<Fields | null> {
  const of = sql`SELECT before, definition FROM audit_entries WHERE "subjectId" = ${taskId} AND definition IS NOT NULL`;
  const then = await one(db, sql`${of} AND version <= ${version} ORDER BY version DESC LIMIT 1`);
  if (then) return fields(then.definition);
  const later = await one(db, sql`${of} AND version > ${version} ORDER BY version LIMIT 1`);
  if (!later || later.before === null) return null;
  return { ...fields(later.definition), ...definitionOf(fields(later.before) as Fields) };
}

export const auditReads = (database: Pick<Database, "read">): AuditStore => ({
  entries: (query, page) => database.read((db) => readPage(db, auditPage(query), page)),
  ofChange: (changeId, limit) => database.read((db) => ofChange(db, changeId, limit)),
  definition: (taskId, version) => database.read((db) => definition(db, taskId, version)),
});

export const auditWrites = (tx: Queryable): AuditTransaction => ({
  insert: (entries) => insertRows(tx, "audit_entries", COLUMNS, entries.map(fromEntry)),
  prune: (before, limit) =>
    tx.$executeRaw(
      sql`DELETE FROM audit_entries WHERE id IN (SELECT id FROM audit_entries WHERE at < ${before} ORDER BY at LIMIT ${limit})`,
    ),
});
