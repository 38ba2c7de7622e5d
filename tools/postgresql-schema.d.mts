export function postgresqlSchema(sqlite: string): string;
export function postgresqlSql(sql: string): string;
