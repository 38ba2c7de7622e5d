// One connection to PostgreSQL and its statements, each prepared once.
import pg from "pg";
import {
  Batched,
  type Change,
  type Columns,
  PLACE,
  type Queryable,
  quoted,
  type Reading,
  type Row,
  raw,
  type Sql,
  sql,
  unnested,
} from "../sql.ts";
import { encodeArray } from "./arrays.ts";

/** More than there are statements; a few have as many forms as there are lanes. */
const PREPARED = 500;

const numbers = new Set([20, 1700]);
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    // All of our integers are below 2^53.
    numbers.has(oid) ? Number : pg.types.getTypeParser(oid as never, format as never),
};

/** Anything that takes a query: a client, or a pool of them. */
export type Target = Pick<pg.ClientBase, "query">;

export class PostgresQueryable implements Queryable {
  readonly dialect = "postgresql";

  constructor(
    protected readonly target: Target,
    private readonly prepared: boolean,
  ) {}

  async $queryRaw<T = unknown>(query: Sql): Promise<T> {
    return (await this.#run(query)).rows as T;
  }

  async $executeRaw(query: Sql): Promise<number> {
    return (await this.#run(query)).rowCount ?? 0;
  }

  async changeEach(change: Change, added: readonly Row[]): Promise<boolean[]> {
    return (await this.#change(change, added, "added.place")).map((row) => row !== undefined);
  }

  changeAndRead(change: Change, added: readonly Row[], { columns }: Reading): Promise<(Row | undefined)[]> {
    return this.#change(change, added, `added.place, ${columns}`);
  }

  async #change(change: Change, added: readonly Row[], returning: string): Promise<(Row | undefined)[]> {
    const place = (text: string) => raw(text.replace(PLACE, 'added."_$1"'));
    const { rows } = await this.#run(
      sql`UPDATE ${raw(change.table)} SET ${place(change.set)} FROM ${unnested(added, change.columns, "_")}
          WHERE ${place(change.where)} RETURNING ${raw(returning)}`,
    );
    const changed = new Array<Row | undefined>(added.length).fill(undefined);
    for (const row of rows) changed[(row.place as number) - 1] = row;
    return changed;
  }

  async insertRows(into: string, columns: Columns, added: readonly Row[], after: string): Promise<void> {
    const names = raw(quoted(columns));
    await this.#run(
      sql`INSERT INTO ${raw(into)} (${names}) SELECT ${names} FROM ${unnested(added, columns)} ORDER BY place ${raw(after)}`,
    );
  }

  insertEvents(_columns: Columns, _added: readonly Row[]): Promise<number[]> {
    return Promise.reject(new Error("Events are appended in a transaction"));
  }

  #run(query: Sql): Promise<pg.QueryResult<Row>> {
    const { text, values } = query.written("postgresql");
    const name = this.prepared ? nameOf(text) : undefined;
    return this.target.query<Row>({ text, values: values.map(bound), types, ...(name ? { name } : {}) });
  }
}

const names = new Map<string, string>();

/** The same text has the same name on every connection of this process. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= PREPARED) return undefined;
  const name = `cronograph_${names.size}`;
  names.set(text, name);
  return name;
}

/** PostgreSQL keeps no NUL in a text. */
const text = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
const bound = (value: unknown): unknown => (value instanceof Batched ? encodeArray(value) : text(value));
