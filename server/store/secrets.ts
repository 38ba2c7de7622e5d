// Reads and writes secrets, always sealed.
import { references } from "../domain/template.ts";
import type { Json, Secret, Task } from "../domain/types.ts";
import { toTask } from "./mapping.ts";
import {
  batch,
  columnList,
  containsText,
  isOneOf,
  one,
  type Queryable,
  type Row,
  raw,
  rows,
  sql,
  within,
} from "./sql.ts";
import { RETURNED } from "./tasks.ts";

const COLUMNS = {
  id: "text",
  namespaceId: "text",
  name: "text",
  description: "text",
  sealed: "text",
  createdAt: "int",
  updatedAt: "int",
} as const;
const ALL = columnList(COLUMNS);

const toSecret = (row: Row): Secret => ({
  id: row.id as string,
  namespaceId: row.namespaceId as string,
  name: row.name as string,
  description: row.description as string | null,
  sealed: row.sealed as string,
  createdAt: row.createdAt as number,
  updatedAt: row.updatedAt as number,
});

/** Undefined: of all. */
export async function secrets(db: Queryable, namespaceId?: string): Promise<Secret[]> {
  return (await rows(db, sql`SELECT ${ALL} FROM secrets WHERE ${within(namespaceId)} ORDER BY name`)).map(toSecret);
}

export async function findSecret(db: Queryable, id: string): Promise<Secret | null> {
  const row = await one(db, sql`SELECT ${ALL} FROM secrets WHERE id = ${id}`);
  return row ? toSecret(row) : null;
}

export async function secretsByName(
  db: Queryable,
  names: readonly string[],
  namespaceId: string,
): Promise<Map<string, Secret>> {
  if (names.length === 0) return new Map();
  const found = await rows(
    db,
    sql`SELECT ${ALL} FROM secrets WHERE "namespaceId" = ${namespaceId} AND ${isOneOf(raw("name"), names)}`,
  );
  return new Map(found.map((row) => [row.name as string, toSecret(row)]));
}

/** False when another secret has the name. */
export async function insertSecret(tx: Queryable, secret: Secret): Promise<boolean> {
  const names = columnList(COLUMNS);
  const written = await tx.$executeRaw(
    sql`INSERT INTO secrets (${names}) SELECT ${names} FROM ${batch([{ ...secret }], COLUMNS)} AS added WHERE true
        ON CONFLICT ("namespaceId", name) DO NOTHING`,
  );
  return written === 1;
}

export async function saveSecret(tx: Queryable, { id, description, sealed, updatedAt }: Secret): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE secrets SET description = ${description}, sealed = ${sealed}, "updatedAt" = ${updatedAt} WHERE id = ${id}`,
  );
}

export async function deleteSecret(tx: Queryable, id: string): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM secrets WHERE id = ${id}`);
}

/** Living tasks whose target or payload names the secret. Reads every task that has the text: for edits of secrets only. */
export async function tasksNaming(db: Queryable, name: string, namespaceId: string): Promise<Task[]> {
  const text = `secrets.${name}`;
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE "deletedAt" IS NULL AND "namespaceId" = ${namespaceId}
          AND (${containsText(raw("target"), text)} OR ${containsText(raw(`"fallbackTarget"`), text)} OR ${containsText(raw("payload"), text)}) ORDER BY "nameKey"`,
  );
  return found.map(toTask).filter(({ target, fallbackTarget, payload }) => {
    return references([target as unknown as Json, fallbackTarget as unknown as Json, payload ?? null]).secrets.includes(
      name,
    );
  });
}
