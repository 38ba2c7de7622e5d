// The PostgreSQL schema, made of the SQLite one: the same models, with wider numbers where SQLite's rows number themselves.
const WIDER = [
  [/^( {2}cursor {3})Int( {5}@id) @default\(autoincrement\(\)\)/m, "$1BigInt$2"],
  [/^( {2}number {8})Int( {5}@id @default\(autoincrement\(\)\))/m, "$1BigInt$2"],
  [/^( {2}cursor {10})Int$/m, "$1BigInt"],
];

export function postgresqlSchema(sqlite) {
  let schema = sqlite
    .replace(
      "// The SQLite schema.",
      "// The PostgreSQL schema, made of the SQLite one by `npm run generate`; edit that one.\n//",
    )
    .replace("../../server/store/prisma", "../../server/store/prisma-postgresql")
    .replace('provider = "sqlite"', 'provider = "postgresql"');
  for (const [from, to] of WIDER) {
    if (!from.test(schema)) throw new Error(`The SQLite schema has no line like ${from}`);
    schema = schema.replace(from, to);
  }
  return schema;
}

/** Texts are compared by their bytes, as SQLite does, whatever the database's locale. */
export const postgresqlSql = (sql) =>
  sql.replace(/^(\s+"\w+" TEXT)\b|(ADD COLUMN\s+"\w+" TEXT)\b/gm, '$1$2 COLLATE "C"');
