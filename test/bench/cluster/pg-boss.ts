// pg-boss: fetch and complete in batches, by a loop without a pause; its own `work` waits between two batches. `pg-boss.ts URL COUNT FOLDER`
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { contest } from "./contestant.ts";

const [url = "", count = "20000", folder = ""] = process.argv.slice(2);
const AT_ONCE = 200;
const { PgBoss } = await import(pathToFileURL(createRequire(`${folder}/`).resolve("pg-boss")).href);
const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
boss.on("error", console.error);
await boss.start();
await boss.createQueue("nothing");
for (let made = 0; made < Number(count); made += 1_000)
  await boss.insert(
    "nothing",
    Array.from({ length: Math.min(1_000, Number(count) - made) }, () => ({ data: {} })),
  );
await boss.getDb().executeSql("ANALYZE");

await contest(async () => {
  let done = 0;
  for (;;) {
    const jobs: { id: string }[] = await boss.fetch("nothing", { batchSize: AT_ONCE });
    if (jobs.length === 0) break;
    await boss.complete(
      "nothing",
      jobs.map(({ id }) => id),
    );
    done += jobs.length;
  }
  if (done !== Number(count)) throw new Error(`${done} jobs were done`);
});
