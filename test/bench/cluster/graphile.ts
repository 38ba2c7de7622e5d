// graphile-worker, which keeps no record of a job that has ended. `graphile.ts URL COUNT FOLDER default|tuned`
import { createRequire } from "node:module";
import pg from "pg";
import { contest } from "./contestant.ts";

const [url = "", count = "20000", folder = "", how = "default"] = process.argv.slice(2);
const { run, runMigrations, Logger } = createRequire(`${folder}/`)("graphile-worker");
const logger = new Logger(() => () => {});
const tuned = {
  worker: {
    concurrentJobs: 24,
    maxPoolSize: 25,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
};

await runMigrations({ connectionString: url, logger });
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(
  `SELECT count(graphile_worker.add_job('nothing', '{}'::json)) FROM generate_series(1, ${Number(count)})`,
);
await client.query("VACUUM ANALYZE");

await contest(async () => {
  let left = Number(count);
  const runner = await run({
    logger,
    connectionString: url,
    noHandleSignals: true,
    ...(how === "tuned" ? { preset: tuned } : { concurrency: 10 }),
    taskList: {
      nothing: async () => {
        left--;
      },
    },
  });
  // Ends are recorded by removing the job.
  for (let there = true; there; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (left > 0) continue;
    const { rows } = await client.query("SELECT EXISTS (SELECT 1 FROM graphile_worker._private_jobs) AS there");
    there = rows[0].there;
  }
  void runner;
});
