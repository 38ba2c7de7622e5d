// What strikes in the middle of a commit: whoever holds the writers' lock dies, or only its connection does. The transaction is then
// lost halfway, or done and its answer lost; which of them, the program must find out.
import type pg from "pg";
import type { Member } from "./instances.ts";

/** "cron" in ASCII: the advisory lock that all writers take in turn. */
export const WRITERS_LOCK = 0x63726f6e;
/** A cluster with clients writes some times in each second. */
const CAUGHT_MS = 5_000;
const ENDING_MS = 3_000;
/** A transaction takes some milliseconds. */
const LOOK_EVERY_MS = 1;
/** Time for another transaction, some of which come through. */
const BETWEEN_MS = 50;

const HOLDER = `FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = ${WRITERS_LOCK} AND datname = current_database()`;

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Caught {
  readonly address: string;
  readonly port: number;
}

/** Whose connection it is: through a link all come from the host's own address. */
const isOf = ({ link, space }: Member, { address, port }: Caught): boolean =>
  link === null ? space.address === address : link.comesFrom(port);

/** Resolves with the one that held the lock just now and was killed for it; undefined when nobody was met with it in time. */
export async function killWriting(
  db: pg.Client,
  members: readonly Member[],
): Promise<{ member: Member; pid: number; at: number } | undefined> {
  const end = performance.now() + CAUGHT_MS;
  while (performance.now() < end) {
    const { rows } = await db.query<Caught>(`SELECT host(client_addr) AS address, client_port AS port ${HOLDER}`);
    const member = rows[0] && members.find((each) => isOf(each, rows[0] as Caught));
    if (member) {
      const [pid, at] = [member.pid(), Date.now()];
      await member.kill();
      return { member, pid, at };
    }
    await pass(LOOK_EVERY_MS);
  }
  return undefined;
}

/** Ends the connections that hold the lock, one after the other; resolves with how many. */
export async function endWriting(db: pg.Client): Promise<number> {
  const end = performance.now() + ENDING_MS;
  let ended = 0;
  while (performance.now() < end) {
    const { rowCount } = await db.query(`SELECT pg_terminate_backend(pid) ${HOLDER}`);
    ended += rowCount ?? 0;
    await pass(rowCount ? BETWEEN_MS : LOOK_EVERY_MS);
  }
  return ended;
}
