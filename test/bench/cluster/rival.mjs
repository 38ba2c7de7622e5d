// A contestant whose jobs do nothing: `rival.mjs NAME URL COUNT FOLDER`; FOLDER has the rivals' packages. Prints milliseconds from the
// start of the work to the end of the last job, and the processor time of this process.
import { createRequire } from "node:module";
import pg from "pg";

const [name, url, given, folder] = process.argv.slice(2);
const count = Number(given);
const require = createRequire(`${folder}/package.json`);
const load = async (module) => import(require.resolve(module));
const BATCH = 1_000;
const batches = Math.ceil(count / BATCH);
const sizeOf = (index) => Math.min(BATCH, count - index * BATCH);

/** Resolves at the last of them. */
function counter() {
  let left = count;
  let done;
  const all = new Promise((resolve) => {
    done = resolve;
  });
  return { all, one: (many = 1) => (left -= many) <= 0 && done() };
}

const CONTESTANTS = {
  /** By hand: 200 at a time, one result row each, nothing else. */
  async floor() {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    await db.query(`CREATE TABLE jobs (id bigint PRIMARY KEY, state text NOT NULL, due bigint NOT NULL);
      CREATE INDEX ON jobs (state, due); CREATE TABLE results (id bigint PRIMARY KEY, ended bigint NOT NULL, outcome text NOT NULL);
      INSERT INTO jobs SELECT n, 'QUEUED', n FROM generate_series(1, ${count}) AS n; ANALYZE jobs`);
    return async () => {
      for (;;) {
        const { rows } = await db.query({
          name: "claim",
          text: `UPDATE jobs SET state = 'TAKEN' WHERE id IN (SELECT id FROM jobs WHERE state = 'QUEUED' ORDER BY due LIMIT 200 FOR UPDATE SKIP LOCKED) RETURNING id`,
        });
        if (rows.length === 0) return db.end();
        await db.query({
          name: "record",
          text: `WITH done AS (UPDATE jobs SET state = 'DONE' WHERE id = ANY($1::bigint[]) RETURNING id)
                 INSERT INTO results SELECT id, $2, 'SUCCEEDED' FROM done`,
          values: [rows.map(({ id }) => id), Date.now()],
        });
      }
    };
  },
  async "graphile-worker"() {
    const { run, makeWorkerUtils } = await load("graphile-worker");
    const utils = await makeWorkerUtils({ connectionString: url });
    await utils.migrate();
    for (let index = 0; index < batches; index++)
      await utils.addJobs(Array.from({ length: sizeOf(index) }, () => ({ identifier: "nothing", payload: {} })));
    await utils.release();
    return async () => {
      const { all, one } = counter();
      const preset = process.env.TUNED
        ? {
            worker: {
              connectionString: url,
              concurrentJobs: 24,
              localQueue: { size: 500 },
              completeJobBatchDelay: 0,
              failJobBatchDelay: 0,
              maxPoolSize: 10,
            },
          }
        : { worker: { connectionString: url } };
      const quiet = { error() {}, warn() {}, info() {}, debug() {} };
      const { Logger } = await load("graphile-worker");
      const runner = await run({
        preset,
        logger: new Logger(() => (level, message) => quiet[level]?.(message)),
        taskList: { nothing: async () => void one() },
      });
      await all;
      await runner.stop();
    };
  },
  async "pg-boss"() {
    const { PgBoss } = await load("pg-boss");
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
    await boss.start();
    await boss.createQueue("nothing");
    for (let index = 0; index < batches; index++)
      await boss.insert(
        "nothing",
        Array.from({ length: sizeOf(index) }, () => ({ data: {} })),
      );
    return async () => {
      const { all, one } = counter();
      void (async () => {
        for (;;) {
          const jobs = await boss.fetch("nothing", { batchSize: 200 });
          if (jobs.length === 0) return;
          await boss.complete(
            "nothing",
            jobs.map(({ id }) => id),
          );
          one(jobs.length);
        }
      })();
      await all;
      await boss.stop({ graceful: false });
    };
  },
  async bullmq() {
    const { Queue, Worker } = await load("bullmq");
    const { hostname: host, port } = new URL(url);
    const connection = { host, port: Number(port) };
    const queue = new Queue("nothing", { connection });
    await queue.obliterate({ force: true });
    for (let index = 0; index < batches; index++)
      await queue.addBulk(Array.from({ length: sizeOf(index) }, () => ({ name: "nothing", data: {} })));
    return async () => {
      const { all, one } = counter();
      const worker = new Worker("nothing", async () => {}, { connection, concurrency: 200 });
      worker.on("completed", () => one());
      await all;
      await worker.close(true);
      await queue.close();
    };
  },
};

const work = await CONTESTANTS[name]();
const before = process.cpuUsage();
const began = performance.now();
await work();
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms, runs: count, cpuUs: user + system, latenessMs: [] }));
process.exit(0);
