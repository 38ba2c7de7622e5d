// The target of the chaos tests, a process of its own that no fault touches: writes each call to its file, synced, before it answers.
// node ledger.mjs FILE; prints its port. The query's `ms` is how long a call takes.
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:http";

const file = openSync(process.argv[2], "a");
const keep = (entry) => {
  writeSync(file, `${JSON.stringify({ at: Date.now(), ...entry })}\n`);
  fsyncSync(file);
};
const server = createServer((request, response) => {
  const { headers } = request;
  const call = {
    task: new URL(request.url, "http://ledger").pathname.slice(1),
    run: headers["idempotency-key"],
    attempt: Number(headers["x-run-attempt"]),
    scheduledFor: headers["x-scheduled-for"],
  };
  keep({ what: "arrived", ...call });
  const ms = Number(new URL(request.url, "http://ledger").searchParams.get("ms") ?? 0);
  setTimeout(() => {
    if (response.destroyed) return;
    response.end("ok", () => keep({ what: "answered", ...call }));
  }, ms);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("SIGTERM", () => {
  closeSync(file);
  process.exit(0);
});
