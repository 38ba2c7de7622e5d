// The target of the chaos tests, a process of its own that no fault touches: writes each call to its file, synced, before it answers.
// node ledger.mjs FILE [ADDRESS]; prints its port. The query says how long a call takes (`ms`) and how the attempts up to `bad` go wrong (`mode`).
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { createServer } from "node:http";

const file = openSync(process.argv[2], "a");
const keep = (entry) => {
  writeSync(file, `${JSON.stringify({ at: Date.now(), ...entry })}\n`);
  fsyncSync(file);
};
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each answers what became of the call: true when its caller was given a whole good answer. */
const MODES = {
  async 500(response) {
    response.writeHead(500).end("no");
  },
  async 429(response) {
    response.writeHead(429, { "retry-after": "2" }).end("later");
  },
  async reset(response) {
    response.writeHead(200, { "content-length": "1000" });
    response.write("half of");
    await wait(50);
    response.destroy();
  },
  /** Until the caller has enough of it. */
  hang: (response) => new Promise((resolve) => response.once("close", resolve)),
};

const server = createServer(async (request, response) => {
  const { headers } = request;
  const { pathname, searchParams } = new URL(request.url, "http://ledger");
  const call = {
    task: decodeURIComponent(pathname.slice(1)),
    run: headers["idempotency-key"],
    attempt: Number(headers["x-run-attempt"]),
    scheduledFor: headers["x-scheduled-for"],
  };
  keep({ what: "arrived", ...call });
  if (call.attempt <= Number(searchParams.get("bad") ?? 0)) {
    keep({ what: "refused", ...call });
    return MODES[searchParams.get("mode")](response);
  }
  await wait(Number(searchParams.get("ms") ?? 0));
  if (searchParams.get("mode") === "drip")
    for (const letter of "slowly") {
      response.write(letter);
      await wait(100);
    }
  if (response.destroyed) return keep({ what: "cut", ...call });
  response.end("ok", () => keep({ what: "answered", ...call }));
});
server.listen(0, process.argv[3] ?? "127.0.0.1", () => console.log(server.address().port));
process.on("SIGTERM", () => {
  closeSync(file);
  process.exit(0);
});
