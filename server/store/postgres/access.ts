// How connections to PostgreSQL are opened: from a URL, with bounds on all that can hang.
import pg from "pg";
import { StartupError } from "../../domain/errors.ts";

/** For a connection to be made. */
const CONNECT_MS = 3_000;
/** For one statement, by the client's clock: a link that goes silent says nothing. Longer than the server's own bounds. */
const ANSWER_MS = 8_000;
/** Of the server: for a statement, for a lock (shorter than a writer has its turn, so that the reason is told), and between the statements of a transaction. */
export const BOUNDS = { statement_timeout: 6_000, lock_timeout: 1_500, idle_in_transaction_session_timeout: 2_000 };
/**
 * Of connections whose every statement finds its rows by an index, however few there were when it was planned: a plan is kept for as long
 * as the connection, and the first ones are made on empty tables.
 */
export const BY_INDEX = { enable_seqscan: "off", jit: "off" };
/** Reads side by side; a gateway's queries and the loops' questions. Writes have a connection of their own, and so has LISTEN. */
const READERS = 4;

export interface Access {
  readonly url: string;
  readonly config: pg.ClientConfig;
  readonly readers: number;
  /** False behind a pooler in transaction mode, which keeps neither prepared statements nor settings of a session. */
  readonly session: boolean;
  /** For LISTEN, which such a pooler does not pass on. */
  readonly listening: pg.ClientConfig;
}

/**
 * Parameters of ours in the URL: `connection_limit` (reads side by side, 4), `pgbouncer=true` (a pooler in transaction mode is in
 * between), `listen_url` is given apart. @throws StartupError
 */
export function accessOf(url: string, listenUrl: string | null = null): Access {
  const parsed = new URL(url);
  const take = (name: string) => {
    const value = parsed.searchParams.get(name);
    parsed.searchParams.delete(name);
    return value;
  };
  const limit = take("connection_limit");
  const readers = limit === null ? READERS : Number(limit);
  if (!Number.isInteger(readers) || readers < 1 || readers > 100)
    throw new StartupError(`DATABASE_URL: connection_limit=${limit} is no number from 1 to 100.`);
  const session = take("pgbouncer") !== "true";
  const config: pg.ClientConfig = {
    connectionString: parsed.href,
    application_name: "cronograph",
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(session ? BOUNDS : {}),
  };
  const listening = listenUrl === null ? config : { ...config, ...BOUNDS, connectionString: listenUrl };
  return { url: shownUrl(url), config, readers, session, listening };
}

/** Without the password. */
export function shownUrl(url: string): string {
  const { host, pathname, username } = new URL(url);
  return `postgresql://${username === "" ? "" : `${username}@`}${host}${pathname}`;
}

/** A connection that has hung is not spoken to any more; the server ends what it has open. */
export function destroy(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

/** A client without a listener for errors would end the process. */
export async function connect(config: pg.ClientConfig, lost: (error: Error) => void = () => {}): Promise<pg.Client> {
  const client = new pg.Client(config);
  client.on("error", lost);
  await client.connect();
  return client;
}
