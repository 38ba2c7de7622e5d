// A PostgreSQL server of its own, from npm; or the one that TEST_DATABASE_URL names, with a database of its own.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { temporaryFolder } from "./app.ts";
import { type PostgresServer, startServer } from "./postgres-server.ts";

export interface TestPostgres {
  readonly url: string;
  /** A connection, which ends with the server. */
  client(to?: string): Promise<pg.Client>;
  /** A database of its own, a copy of the named one or of an empty one; answers its URL. */
  database(template?: string): Promise<string>;
  stop(): Promise<void>;
}

/** A server of its own can be halted and started again. */
export async function startOwnPostgres(flags: readonly string[] = []): Promise<TestPostgres & PostgresServer> {
  const server = await startServer(await temporaryFolder(), flags);
  return { ...server, ...on(server) };
}

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  return on(given ? await database(given) : await startServer(await temporaryFolder()));
}

function on({ url, stop }: Pick<PostgresServer, "url" | "stop">): TestPostgres {
  const clients: pg.Client[] = [];
  const made: string[] = [];
  async function client(to = url): Promise<pg.Client> {
    const opened = new pg.Client({ connectionString: to });
    opened.on("error", () => {});
    await opened.connect();
    clients.push(opened);
    return opened;
  }
  /** On a connection of its own: the server may have been started anew. */
  async function administer(statement: string): Promise<void> {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(statement);
    await admin.end();
  }
  return {
    url,
    client,
    async database(template = "template1") {
      const name = `cronograph_${randomBytes(6).toString("hex")}`;
      await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      made.push(name);
      return named(url, name);
    },
    async stop() {
      for (const name of made) await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await Promise.all(clients.map((each) => each.end().catch(() => {})));
      await stop();
    },
  };
}

export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

function named(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

async function database(given: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const name = `cronograph_test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: given });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  return {
    url: named(given, name),
    async stop() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
