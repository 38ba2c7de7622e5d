// The order of the event log on PostgreSQL, where transactions commit in another order than they take numbers: a reader that follows
// a sequence passes over whoever took a number early and committed late. So a cursor is made of the transaction's id and the event's
// place in it, and nobody reads beyond the oldest transaction that is still open: all before it is there for good. `pg_snapshot_xmin`
// tells which that is, in the snapshot of the very statement that reads (PostgreSQL manual, "Transaction ID and Snapshot Information").
// A transaction that stays open holds up what comes after it, but hides nothing; those that only read have no id and hold up nobody.

/** Cursors stay below 2^53 for some 35 years of a thousand transactions a second. */
export const EVENTS_OF_A_TRANSACTION = 8_192;

/** Of the `pg` driver: `bigint` values come as text. */
export interface PostgresClient {
  query(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

const xid = (call: string) => `(${call}::text::bigint + $1::bigint)`;
const OWN = `${xid("pg_current_xact_id()")} * ${EVENTS_OF_A_TRANSACTION}`;
const HORIZON = `${xid("pg_snapshot_xmin(pg_current_snapshot())")} * ${EVENTS_OF_A_TRANSACTION}`;

export interface LoggedEvent {
  readonly cursor: number;
  readonly data: unknown;
}

/** `through`: nothing at or before it is to come any more, also where no event is. */
export interface LogPage {
  readonly events: readonly LoggedEvent[];
  readonly through: number;
  readonly more: boolean;
}

export class LogOrder {
  /** `base` is added to transaction ids, see `logBase`. */
  constructor(private readonly base: number) {}

  /**
   * Appends within the client's open transaction, in the order given; `from` events have been appended in it before. Answers their
   * cursors. @throws RangeError beyond 8,192 events in one transaction
   */
  async append(client: PostgresClient, data: readonly unknown[], from = 0): Promise<number[]> {
    if (from + data.length > EVENTS_OF_A_TRANSACTION)
      throw new RangeError(`A transaction writes at most ${EVENTS_OF_A_TRANSACTION} events, not ${from + data.length}`);
    const { rows } = await client.query(
      `INSERT INTO events (cursor, data)
       SELECT ${OWN} + $2::bigint + place - 1, value FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS added(value, place)
       ORDER BY place RETURNING cursor`,
      [this.base, from, JSON.stringify(data)],
    );
    return rows.map(({ cursor }) => Number(cursor));
  }

  /** What came after a cursor, as far as it is settled. */
  async after(client: PostgresClient, cursor: number, limit: number): Promise<LogPage> {
    const { rows } = await client.query(
      `SELECT horizon, found.* FROM (SELECT ${HORIZON} AS horizon) AS settled
       LEFT JOIN LATERAL (SELECT cursor, data FROM events WHERE cursor > $2 AND cursor < horizon ORDER BY cursor LIMIT $3) AS found ON true`,
      [this.base, cursor, limit],
    );
    const events = rows
      .filter((row) => row.cursor !== null)
      .map((row) => ({ cursor: Number(row.cursor), data: row.data }));
    const more = events.length === limit;
    const settled = Number(rows[0]?.horizon) - 1;
    return { events, more, through: more ? (events.at(-1) as LoggedEvent).cursor : Math.max(cursor, settled) };
  }
}

/**
 * The base for this server: what a restored dump brought along stands before all that its new server, which counts transactions from
 * the beginning, will write. To be kept with the database, and asked for again after a restore only.
 */
export async function logBase(client: PostgresClient, kept: number): Promise<number> {
  const { rows } = await client.query(
    `SELECT (SELECT MAX(cursor) FROM events) AS newest, pg_snapshot_xmax(pg_current_snapshot())::text AS next`,
  );
  const newest = Math.floor(Number(rows[0]?.newest ?? 0) / EVENTS_OF_A_TRANSACTION);
  return Math.max(kept, newest + 1 - Number(rows[0]?.next));
}
