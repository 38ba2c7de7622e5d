// The floor under a run on PostgreSQL: a hand-written loop that claims 200 with SKIP LOCKED, inserts one row a run, marks the jobs
// done and commits. No attempts, events, leases or fences. `floor.ts URL COUNT`
import pg from "pg";
import { contest } from "./contestant.ts";

const [url = "", count = "20000"] = process.argv.slice(2);
const AT_ONCE = 200;

const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(`CREATE TABLE jobs (id uuid PRIMARY KEY, state text NOT NULL, due_at bigint NOT NULL);
  CREATE INDEX jobs_due ON jobs (state, due_at);
  CREATE TABLE results (id uuid PRIMARY KEY, started_at bigint NOT NULL, finished_at bigint NOT NULL, outcome text NOT NULL);
  INSERT INTO jobs SELECT gen_random_uuid(), 'QUEUED', place FROM generate_series(1, ${Number(count)}) AS place`);
await client.query("VACUUM ANALYZE jobs");

await contest(async () => {
  for (let done = 0; ; ) {
    await client.query("BEGIN");
    const { rows } = await client.query<{ id: string }>({
      name: "claim",
      text: `SELECT id FROM jobs WHERE state = 'QUEUED' AND due_at <= $1 ORDER BY due_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`,
      values: [Date.now()],
    });
    const ids = rows.map(({ id }) => id);
    const at = Date.now();
    await client.query({
      name: "record",
      text: "INSERT INTO results SELECT id, $2, $3, 'SUCCEEDED' FROM unnest($1::uuid[]) AS id",
      values: [ids, at, Date.now()],
    });
    await client.query({
      name: "done",
      text: "UPDATE jobs SET state = 'DONE' WHERE id = ANY($1::uuid[])",
      values: [ids],
    });
    await client.query("COMMIT");
    done += ids.length;
    if (ids.length === 0) break;
    if (done > Number(count)) throw new Error("A job was claimed twice");
  }
  const { rows } = await client.query("SELECT count(*)::int AS n FROM results");
  if (rows[0].n !== Number(count)) throw new Error(`${rows[0].n} results`);
});
