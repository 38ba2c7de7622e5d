// Whole tables as rows of texts, for copies: read in the order of the primary key, written in batches. What tables and columns there are
// is asked of the database and never listed here; which tables are the program's, its migrations say.
import { createHash, type Hash } from "node:crypto";
import pg from "pg";
import type { Migration } from "../schema-engine.ts";

export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
}

/** A row as PostgreSQL writes its values. */
export type Texts = readonly (string | null)[];

export const MIGRATIONS = "_prisma_migrations";
/** How much is held in memory at a time, about. */
const BATCH_BYTES = 4 << 20;
const MOST_ROWS = 5_000;
const asText = { getTypeParser: () => (value: string) => value };

/** Tables that the migrations make, parts of others left out; and Prisma's own, which says which migrations those are. */
export function tableNames(migrations: readonly Migration[]): string[] {
  const made = migrations.flatMap(({ sql }) => [...sql.matchAll(/^CREATE TABLE "(\w+)" \(/gm)].map(([, name]) => name));
  return [...(made as string[]), MIGRATIONS];
}

/** Those of the names that are there. */
export async function tablesOf(client: pg.Client, names: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
          FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       (SELECT json_agg(a.attname ORDER BY place) FROM pg_index AS i, unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place)
          JOIN pg_attribute AS a USING (attnum) WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid) AS key
     FROM pg_class AS c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY($1)
     ORDER BY array_position($1, c.relname::text)`,
    [names],
  );
  return rows;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const list = (names: readonly string[]): string => names.map(quote).join(", ");

/** Batch after batch, within the transaction that is open: as of its snapshot. */
export async function* read(client: pg.Client, table: Table): AsyncGenerator<Texts[]> {
  const order = table.key.map((name) => {
    const { type } = table.columns.find((column) => column.name === name) as { type: string };
    // The same everywhere, whatever the database's own order of texts is.
    return `${quote(name)}${/^(text|character)/.test(type) ? ' COLLATE "C"' : ""}`;
  });
  await client.query(
    `DECLARE copied NO SCROLL CURSOR FOR SELECT ${list(table.columns.map(({ name }) => name))} FROM ${quote(table.name)} ORDER BY ${order.join(", ")}`,
  );
  for (let size = 100; ; ) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${size} FROM copied`,
      rowMode: "array",
      types: asText,
    });
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
    size = Math.max(10, Math.min(MOST_ROWS, Math.round((size * BATCH_BYTES) / bytesOf(rows))));
  }
  await client.query("CLOSE copied");
}

const bytesOf = (rows: readonly Texts[]): number =>
  rows.reduce((sum, row) => row.reduce((all, value) => all + (value?.length ?? 0) + 1, sum), 1);

/** What rows are, in their order: equal if and only if all of them are. */
export class Rows {
  count = 0;
  readonly #hash: Hash = createHash("sha256");

  add(rows: readonly Texts[]): void {
    this.count += rows.length;
    for (const row of rows) this.#hash.update(`${JSON.stringify(row)}\n`);
  }

  sum(): string {
    return this.#hash.digest("hex");
  }
}

/** Collects rows, and writes them when there are enough. */
export class Loader {
  readonly loaded = new Rows();
  #rows: Texts[] = [];
  #bytes = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly table: Table,
  ) {}

  async add(row: Texts): Promise<void> {
    this.#rows.push(row);
    this.#bytes += bytesOf([row]);
    if (this.#bytes >= BATCH_BYTES || this.#rows.length >= MOST_ROWS) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    this.#bytes = 0;
    const { name, columns } = this.table;
    const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
    await this.client.query({
      text: `INSERT INTO ${quote(name)} (${list(columns.map((column) => column.name))}) SELECT * FROM unnest(${arrays.join(", ")})`,
      values: columns.map((_, index) => rows.map((row) => row[index] ?? null)),
    });
    this.loaded.add(rows);
  }
}

/** @throws Error when the table does not have exactly what was loaded, in the order of its key */
export async function compare(client: pg.Client, table: Table, loaded: Rows): Promise<void> {
  const found = new Rows();
  for await (const rows of read(client, table)) found.add(rows);
  const expected = loaded.count;
  if (found.count !== expected || found.sum() !== loaded.sum())
    throw new Error(`${table.name} came out different: ${found.count} rows of ${expected}. Nothing was kept`);
}

/** Numbers that the database gives out go on after `least` and after what is there. */
export async function continueSequences(client: pg.Client, table: Table, least = 0): Promise<void> {
  for (const { name } of table.columns) {
    const { rows } = await client.query<{ sequence: string | null }>(
      "SELECT pg_get_serial_sequence($1, $2) AS sequence",
      [quote(table.name), name],
    );
    const sequence = rows[0]?.sequence;
    if (!sequence) continue;
    await client.query(
      `SELECT setval($1, GREATEST(last, 1), last > 0) FROM (SELECT GREATEST(MAX(${quote(name)}), $2::bigint, 0) AS last FROM ${quote(table.name)}) AS found`,
      [sequence, least],
    );
  }
}

/** For copies: no bound on a statement, which may take as long as the table is large, but on silence between them. */
export async function connectForCopy(config: pg.ClientConfig): Promise<pg.Client> {
  const { connectionString } = config;
  const client = new pg.Client({
    connectionString: connectionString as string,
    application_name: "cronograph copy",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    statement_timeout: 0,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 0,
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}
