// The SQLite peer: plainjob as its README uses it, one worker, its own settings (WAL, synchronous NORMAL). `plainjob.ts FILE COUNT`
import Sqlite from "better-sqlite3";
import { better, defineQueue, defineWorker } from "plainjob";
import { answer, meter } from "./figures.ts";

const [file = "", given = "20000"] = process.argv.slice(2);
const count = Number(given);
const quiet = { error: console.error, warn: () => {}, info: () => {}, debug: () => {} };

const queue = defineQueue({ connection: better(new Sqlite(file)), logger: quiet });
queue.addMany(
  "nothing",
  Array.from({ length: count }, (_, i) => ({ i })),
);

let done = 0;
let finish = () => {};
const finished = new Promise<void>((resolve) => {
  finish = resolve;
});
const worker = defineWorker("nothing", async () => {}, {
  queue,
  logger: quiet,
  onCompleted: () => {
    if (++done === count) finish();
  },
});
const measure = meter();
const began = performance.now();
void worker.start();
await finished;
answer({ ms: performance.now() - began, runs: count, ...measure() });
process.exit(0);
