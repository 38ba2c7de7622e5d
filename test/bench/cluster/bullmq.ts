// BullMQ on Redis. `bullmq.ts PORT COUNT FOLDER`
import { createRequire } from "node:module";
import { contest } from "./contestant.ts";

const [port = "", count = "20000", folder = ""] = process.argv.slice(2);
const { Queue, Worker } = createRequire(`${folder}/`)("bullmq");
const connection = { host: "127.0.0.1", port: Number(port), maxRetriesPerRequest: null };
const queue = new Queue("nothing", { connection });
await queue.obliterate({ force: true });
for (let made = 0; made < Number(count); made += 1_000)
  await queue.addBulk(
    Array.from({ length: Math.min(1_000, Number(count) - made) }, () => ({ name: "nothing", data: {} })),
  );

await contest(async () => {
  let left = Number(count);
  const worker = new Worker("nothing", async () => {}, { connection, concurrency: 200 });
  await new Promise<void>((resolve) =>
    worker.on("completed", () => {
      if (--left === 0) resolve();
    }),
  );
  const { completed } = await queue.getJobCounts("completed");
  if (completed !== Number(count)) throw new Error(`${completed} jobs were done`);
});
