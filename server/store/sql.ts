// SQL with its values, written for the database that carries it out, and the small part that differs between databases.

export type Dialect = "sqlite" | "postgresql";

/** As a driver takes it: `?` or `$1` where values stand. */
export interface Written {
  text: string;
  readonly values: unknown[];
}

/** A piece of a statement. Pieces nest: where one stands among the values of another, its text stands there. */
export abstract class Sql {
  abstract write(dialect: Dialect, into: Written): void;

  written(dialect: Dialect): Written {
    const into = { text: "", values: [] };
    this.write(dialect, into);
    return into;
  }
}

class Template extends Sql {
  constructor(
    private readonly strings: readonly string[],
    private readonly values: readonly unknown[],
  ) {
    super();
  }

  write(dialect: Dialect, into: Written): void {
    into.text += this.strings[0];
    this.values.forEach((value, index) => {
      if (value instanceof Sql) value.write(dialect, into);
      else {
        into.values.push(value);
        into.text += dialect === "sqlite" ? "?" : `$${into.values.length}`;
      }
      into.text += this.strings[index + 1];
    });
  }
}

class Choice extends Sql {
  constructor(private readonly forms: Readonly<Record<Dialect, () => Sql>>) {
    super();
  }

  write(dialect: Dialect, into: Written): void {
    this.forms[dialect]().write(dialect, into);
  }
}

export const sql = (strings: TemplateStringsArray, ...values: readonly unknown[]): Sql => new Template(strings, values);
export const raw = (text: string): Sql => new Template([text], []);
export const empty = raw("");
/** What each database calls it. */
export const byDialect = (forms: Readonly<Record<Dialect, () => Sql>>): Sql => new Choice(forms);

export function join(pieces: readonly Sql[], between = ", "): Sql {
  const seams = pieces.slice(1).map(() => between);
  return new Template(["", ...seams, ""], pieces);
}

/** Runs SQL: a connection, or a transaction on one. */
export interface Queryable {
  readonly dialect: Dialect;
  $queryRaw<T = unknown>(query: Sql): Promise<T>;
  /** Answers how many rows were inserted, changed or deleted. */
  $executeRaw(query: Sql): Promise<number>;
  /** See `changeEach`. */
  changeEach(change: Change, rows: readonly Row[]): Promise<boolean[]>;
  /** See `changeAndRead`. */
  changeAndRead(change: Change, rows: readonly Row[], read: Reading): Promise<(Row | undefined)[]>;
  /** See `insertRows`. */
  insertRows(into: string, columns: Columns, added: readonly Row[], after: string): Promise<void>;
  /** Appends to the event log, in this order; answers the cursors. */
  insertEvents(columns: Columns, added: readonly Row[]): Promise<number[]>;
}

/**
 * Statements that need nothing of each other. Where they have a way to go they are sent at once: the database works on one while the next
 * is made. Resolves or throws when all have ended, so that nothing is still written into a transaction that is being taken back.
 */
export async function together<T extends readonly unknown[]>(
  db: Queryable,
  ...statements: { [K in keyof T]: () => Promise<T[K]> }
): Promise<T> {
  const answers: unknown[] = [];
  if (db.dialect === "sqlite") {
    for (const statement of statements) answers.push(await statement());
    return answers as unknown as T;
  }
  const failures: unknown[] = [];
  await Promise.all(
    statements.map(async (statement, index) => {
      try {
        answers[index] = await statement();
      } catch (error) {
        // The first one: those after it fail because the transaction has.
        failures.push(error);
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
  return answers as unknown as T;
}

/** Of what is written together: much enough that a statement costs little beside its rows, and little enough that there are several. */
const SLICE = 200;

/**
 * Does the same to each slice of a list, in its order. Where statements have a way to go the slices overlap: while the database works on
 * one, what it has said of the one before is read and what follows from it is made.
 */
export async function inSlices<T, R>(
  db: Queryable,
  list: readonly T[],
  work: (slice: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  if (db.dialect === "sqlite" || list.length <= SLICE) return list.length === 0 ? [] : work(list);
  const starts = Array.from({ length: Math.ceil(list.length / SLICE) }, (_, index) => index * SLICE);
  return (await together(db, ...starts.map((from) => () => work(list.slice(from, from + SLICE))))).flat();
}

export type Row = Record<string, unknown>;

/** The type words of a batch's columns; PostgreSQL needs them, SQLite takes the JSON value as it is. */
export type ColumnType = "text" | "int" | "float" | "bool";
export type Columns = Readonly<Record<string, ColumnType>>;

const ARRAYS: Readonly<Record<ColumnType, string>> = {
  text: "text[]",
  int: "bigint[]",
  float: "double precision[]",
  bool: "boolean[]",
};

/** Values of a column, sent as one array. */
export class Batched {
  constructor(
    readonly type: ColumnType,
    readonly values: readonly unknown[],
  ) {}
}

const arrayOf = (type: ColumnType, values: readonly unknown[]): Sql =>
  sql`${new Batched(type, values)}::${raw(ARRAYS[type])}`;

/** The rows as one array for each column, side by side again: for FROM on PostgreSQL. */
export function unnested(rows: readonly Row[], columns: Columns, prefix = ""): Sql {
  const names = Object.keys(columns);
  const arrays = names.map((name) =>
    arrayOf(
      columns[name] as ColumnType,
      rows.map((row) => row[name]),
    ),
  );
  const list = names.map((name) => `"${prefix}${name}"`).join(", ");
  return sql`unnest(${join(arrays)}) WITH ORDINALITY AS added(${raw(list)}, place)`;
}

/**
 * A batch of rows as parameters that can stand in FROM, named by an AS. One statement for any number of rows, so that a batch costs
 * one round trip and one prepared statement.
 */
export function batch(rows: readonly Row[], columns: Columns): Sql {
  return byDialect({
    sqlite: () => {
      const list = Object.keys(columns).map((name) => raw(`json_extract(value, '$.${name}') AS "${name}"`));
      return sql`(SELECT ${join(list)} FROM json_each(${JSON.stringify(rows)}))`;
    },
    postgresql: () => sql`(SELECT * FROM ${unnested(rows, columns)})`,
  });
}

/** The same UPDATE for each row of a batch. `:name` stands for the row's value, in `set` and `where`. */
export interface Change {
  readonly table: string;
  readonly set: string;
  readonly where: string;
  readonly columns: Columns;
}

export const PLACE = /:(\w+)/g;

/** Answers for each row whether it changed anything. Rows name different targets. */
export const changeEach = (db: Queryable, change: Change, added: readonly Row[]): Promise<boolean[]> =>
  added.length === 0 ? Promise.resolve([]) : db.changeEach(change, added);

/** Which columns of a changed row are read, and by which one it is found. */
export interface Reading {
  readonly columns: string;
  readonly key: string;
}

/** As `changeEach`, and answers each row as the change has left it; undefined where nothing was changed. */
export const changeAndRead = (
  db: Queryable,
  change: Change,
  added: readonly Row[],
  read: Reading,
): Promise<(Row | undefined)[]> => (added.length === 0 ? Promise.resolve([]) : db.changeAndRead(change, added, read));

/** `after` is what follows the values: ON CONFLICT. What was inserted is better read afterwards, all together. */
export const insertRows = (
  db: Queryable,
  into: string,
  columns: Columns,
  added: readonly Row[],
  after = "",
): Promise<void> => (added.length === 0 ? Promise.resolve() : db.insertRows(into, columns, added, after));

/** Writes a row whole, whether it is there or not; `key` says which it is. */
export const saveRow = (db: Queryable, table: string, columns: Columns, key: string, row: Row): Promise<number> => {
  const names = columnList(columns);
  const settings = Object.keys(columns)
    .filter((name) => name !== key)
    .map((name) => raw(`"${name}" = excluded."${name}"`));
  return db.$executeRaw(
    sql`INSERT INTO ${raw(table)} (${names}) SELECT ${names} FROM ${batch([row], columns)} AS added WHERE true
        ON CONFLICT (${raw(key)}) DO UPDATE SET ${join(settings)}`,
  );
};

/** `"a", "b", …` for INSERT and SELECT. */
export const columnList = (columns: Columns): Sql => raw(quoted(columns));

export const quoted = (columns: Columns): string =>
  Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(", ");

/** Of a namespace; undefined: of all. */
export const within = (namespaceId: string | undefined): Sql =>
  namespaceId === undefined ? raw("true") : sql`"namespaceId" = ${namespaceId}`;

/** `"column" IN (the given texts)` with one parameter, whatever their number. */
export const isOneOf = (column: Sql, values: readonly string[]): Sql =>
  byDialect({
    sqlite: () => sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`,
    postgresql: () => sql`${column} = ANY(${arrayOf("text", values)})`,
  });

/** A table of one column, `value`; for FROM, named by an AS. */
export const texts = (values: readonly string[]): Sql =>
  byDialect({
    sqlite: () => sql`(SELECT value || '' AS value FROM json_each(${JSON.stringify(values)}))`,
    postgresql: () => sql`(SELECT unnest(${arrayOf("text", values)}) AS value)`,
  });

/**
 * A text column that no index is used for: for a condition beside a join with a batch, where the batch must lead and the rows be
 * found by their id. Both databases guess otherwise: of a state that few runs are in they read all rows, and on PostgreSQL those too
 * that were in it a moment ago.
 */
export const unindexed = (column: string): Sql => raw(`(${column} || '')`);

/** A join that reads its tables in the order in which they stand; PostgreSQL decides by its statistics. */
export const joinInOrder = byDialect({ sqlite: () => raw("CROSS JOIN"), postgresql: () => raw("JOIN") });

/** Of what is selected, rows that somebody else has locked are left out, and the others are locked. SQLite has one writer. */
export const skipLocked = (table: string): Sql =>
  byDialect({ sqlite: () => empty, postgresql: () => raw(`FOR NO KEY UPDATE OF ${table} SKIP LOCKED`) });

/** The smallest of these, none of which is null. */
export const least = (...values: readonly Sql[]): Sql =>
  byDialect({ sqlite: () => sql`MIN(${join(values)})`, postgresql: () => sql`LEAST(${join(values)})` });

/** The text under a key of an object that is kept as JSON text. */
export const jsonText = (column: string, key: string): Sql =>
  byDialect({
    sqlite: () => raw(`json_extract(${column}, '$.${key}')`),
    postgresql: () => raw(`(${column}::json ->> '${key}')`),
  });

/** Whether the text column contains the text, by characters: no wildcard has a meaning. */
export const containsText = (column: Sql, text: string): Sql =>
  byDialect({
    sqlite: () => sql`instr(${column}, ${text}) > 0`,
    postgresql: () => sql`strpos(${column}, ${text}) > 0`,
  });

/** Reads many rows; 64-bit integers are numbers. */
export function rows(db: Queryable, query: Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(query);
}

export async function one(db: Queryable, query: Sql): Promise<Row | undefined> {
  return (await rows(db, query))[0];
}
