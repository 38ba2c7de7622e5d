// `npm run bench`: lateness of 1,000 HTTP tasks that are due in the same second, on SQLite in a file and in memory, in one run.
// Figures are percentiles of the start's lateness as the server records it, and rates as the receiver saw them.
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { startProgram } from "../support/program.ts";
import { startReceiver } from "../support/receiver.ts";
import { dueAtOnce } from "../support/thousand.ts";

const COUNT = Number(process.argv[2] ?? 1_000);
const ROUNDS = 3;

const percentile = (sorted: readonly number[], percent: number) =>
  sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-"));
console.log(
  `${COUNT} tasks due in the same second; Node ${process.version}, ${availableParallelism()} cores, receiver and client on the same machine`,
);
console.log(
  "database   round   p50 ms   p95 ms   p99 ms   max ms   last request after ms   runs lost or doubled   events",
);
try {
  for (const place of ["file", "memory"]) {
    for (let round = 1; round <= ROUNDS; round++) {
      const receiver = await startReceiver();
      const program = await startProgram({
        DATABASE_URL: place === "file" ? `file:${join(folder, `${round}.db`)}` : ":memory:",
        LOG_LEVEL: "error",
      });
      const { latenessMs, dueAt, events } = await dueAtOnce(program.url, receiver, COUNT);
      const wrong =
        Math.abs(COUNT - new Set(receiver.received.map((request) => request.path)).size) +
        Math.abs(COUNT - receiver.received.length);
      const last = Math.max(...receiver.received.map((request) => request.at)) - dueAt;
      const cells = [50, 95, 99, 100].map((percent) => String(percentile(latenessMs, percent)).padStart(6));
      console.log(
        `${place.padEnd(8)}   ${String(round).padStart(5)}   ${cells.join("   ")}   ${String(last).padStart(21)}   ${String(wrong).padStart(20)}   ${events.length}`,
      );
      await program.terminate();
      await receiver.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
