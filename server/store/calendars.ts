// Reads and writes calendars.
import type { Calendar } from "../domain/types.ts";
import { batch, columnList, isOneOf, join, one, type Queryable, type Row, raw, rows, sql, within } from "./sql.ts";

const COLUMNS = {
  id: "text",
  namespaceId: "text",
  name: "text",
  nameKey: "text",
  description: "text",
  timezone: "text",
  entries: "text",
  version: "int",
  createdAt: "int",
  updatedAt: "int",
} as const;
const ALL = columnList(COLUMNS);

const toCalendar = (row: Row): Calendar => ({
  id: row.id as string,
  namespaceId: row.namespaceId as string,
  name: row.name as string,
  description: row.description as string | null,
  timezone: row.timezone as string | null,
  entries: JSON.parse(row.entries as string) as Calendar["entries"],
  version: row.version as number,
  createdAt: row.createdAt as number,
  updatedAt: row.updatedAt as number,
});

/** So many are kept read: each may have thousands of entries, and planning asks for them again with every task that uses them. */
const MOST_KEPT = 50;
const kept = new Map<string, { readonly row: Row; readonly calendar: Calendar }>();

/** The same object for as long as the row is the same in all it says: what is compiled from it stays in use. */
function readCalendar(row: Row): Calendar {
  const id = row.id as string;
  const known = kept.get(id);
  if (known !== undefined && Object.keys(COLUMNS).every((name) => known.row[name] === row[name])) return known.calendar;
  const calendar = toCalendar(row);
  if (known === undefined && kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
  kept.set(id, { row, calendar });
  return calendar;
}

const fromCalendar = (calendar: Calendar): Row => ({
  ...calendar,
  nameKey: calendar.name.toLowerCase(),
  entries: JSON.stringify(calendar.entries),
});

/** Undefined: of all. */
export async function calendars(db: Queryable, namespaceId?: string): Promise<Calendar[]> {
  const found = await rows(db, sql`SELECT ${ALL} FROM calendars WHERE ${within(namespaceId)} ORDER BY "nameKey"`);
  return found.map(toCalendar);
}

export async function calendarsById(db: Queryable, ids: readonly string[]): Promise<Map<string, Calendar>> {
  if (ids.length === 0) return new Map();
  const found = await rows(db, sql`SELECT ${ALL} FROM calendars WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, readCalendar(row)]));
}

async function nameTaken(tx: Queryable, { id, namespaceId, name }: Calendar): Promise<boolean> {
  const other = await one(
    tx,
    sql`SELECT id FROM calendars WHERE "namespaceId" = ${namespaceId} AND "nameKey" = ${name.toLowerCase()} AND id <> ${id}`,
  );
  return other !== undefined;
}

/** False when another calendar has the name. */
export async function insertCalendar(tx: Queryable, calendar: Calendar): Promise<boolean> {
  if (await nameTaken(tx, calendar)) return false;
  const names = columnList(COLUMNS);
  await tx.$executeRaw(
    sql`INSERT INTO calendars (${names}) SELECT ${names} FROM ${batch([fromCalendar(calendar)], COLUMNS)} AS added`,
  );
  return true;
}

export async function saveCalendar(tx: Queryable, calendar: Calendar): Promise<boolean> {
  if (await nameTaken(tx, calendar)) return false;
  const settings = join(
    Object.keys(COLUMNS)
      .filter((name) => name !== "id")
      .map((name) => raw(`"${name}" = added."${name}"`)),
  );
  await tx.$executeRaw(
    sql`UPDATE calendars SET ${settings} FROM ${batch([fromCalendar(calendar)], COLUMNS)} AS added WHERE calendars.id = added.id`,
  );
  return true;
}

export async function deleteCalendar(tx: Queryable, id: string): Promise<void> {
  await tx.$executeRaw(sql`DELETE FROM calendars WHERE id = ${id}`);
}
