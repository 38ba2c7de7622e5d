// A worker in plain JavaScript: node examples/worker.mjs http://127.0.0.1:4000 emails
// The subscription wakes it, heartbeats keep its run, SIGTERM lets the run in hand end. Every call may be repeated.
const [, , url = "http://127.0.0.1:4000", queue = "emails"] = process.argv;
const Socket = globalThis.WebSocket ?? (await import("ws")).default;
const workerId = `example-${process.pid}`;
const holding = new Map();
let stopping = false;
let wake = () => {};

async function work({ payload }, signal) {
  signal.throwIfAborted();
  return { got: payload };
}

async function call(name, input, fields) {
  const query = `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
  const body = JSON.stringify({ query, variables: { input: { workerId, ...input } } });
  for (let wait = 200; ; wait = Math.min(wait * 2, 5_000)) {
    const request = { method: "POST", headers: { "content-type": "application/json" }, body };
    const answer = await fetch(`${url}/graphql`, request).then(
      (response) => response.json(),
      () => ({}),
    );
    if (answer.data) return answer.data[name];
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function carryOut(claim) {
  const mine = { runId: claim.run.id, attempt: claim.attempt };
  const stop = new AbortController();
  holding.set(mine.runId, stop);
  const timer = setInterval(async () => {
    const { cancelRequested, userErrors } = await call("heartbeatRun", mine, "cancelRequested");
    if (cancelRequested || userErrors.length > 0) stop.abort();
  }, 10_000);
  const done = (result) => call("completeRun", { ...mine, result }, "run { state }");
  const failed = (error) => call("failRun", { ...mine, message: String(error) }, "run { state }");
  await work(claim, stop.signal).then(done, failed);
  clearInterval(timer);
  holding.delete(mine.runId);
}

function listen() {
  const socket = new Socket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const query = `subscription { runsAvailable(queue: "${queue}", workerId: "${workerId}") { waiting stop } }`;
  const replies = {
    connection_ack: { id: "1", type: "subscribe", payload: { query } },
    ping: { type: "pong" },
  };
  socket.onopen = () => socket.send(JSON.stringify({ type: "connection_init" }));
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (replies[type]) socket.send(JSON.stringify(replies[type]));
    for (const id of payload?.data?.runsAvailable?.stop ?? []) holding.get(id)?.abort();
    wake();
  };
  socket.onerror = () => {};
  socket.onclose = () => setTimeout(listen, 1_000);
}

process.on("SIGTERM", () => {
  stopping = true;
  wake();
});
listen();
while (!stopping) {
  const woken = new Promise((resolve) => {
    wake = resolve;
  });
  const { claims } = await call("claimRuns", { queue }, "claims { attempt payload run { id } }");
  for (const claim of claims) await carryOut(claim);
  if (claims.length === 0 && !stopping) await woken;
}
process.exit(0);
