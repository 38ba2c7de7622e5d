// A worker in plain JavaScript: TOKEN=cg_… node examples/worker.mjs http://127.0.0.1:4000 emails
// TOKEN is an API token with the rights READ and WORK, NAMESPACE whose queue it is; both may be left out.
// The subscription wakes it, heartbeats keep its run, SIGTERM lets the run in hand end. Every call may be repeated.
import { EventEmitter, once } from "node:events";

const [, , url = "http://127.0.0.1:4000", queue = "emails"] = process.argv;
const Socket = globalThis.WebSocket ?? (await import("ws")).default;
const workerId = `example-${process.pid}`;
const bell = new EventEmitter();
const { TOKEN, NAMESPACE } = process.env;
const shown = { ...(TOKEN && { authorization: `Bearer ${TOKEN}` }) };
const headers = {
  "content-type": "application/json",
  ...shown,
  ...(NAMESPACE && { "cronograph-namespace": NAMESPACE }),
};
const hello = { type: "connection_init", payload: { ...shown, ...(NAMESPACE && { namespace: NAMESPACE }) } };
let wrong = "";

async function work({ payload }, signal) {
  signal.throwIfAborted();
  return { got: payload };
}

async function call(name, input, fields) {
  const query = `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
  const body = JSON.stringify({ query, variables: { input: { workerId, ...input } } });
  for (let wait = 200; ; wait = Math.min(wait * 2, 5_000)) {
    const answer = await fetch(`${url}/graphql`, { method: "POST", headers, body })
      .then((response) => response.json())
      .catch((error) => ({ errors: [{ message: `${url}: ${error.cause?.message ?? error.message}` }] }));
    if (answer.data) return answer.data[name];
    const [{ message, extensions }] = answer.errors ?? [{ message: JSON.stringify(answer) }];
    const why = `${extensions?.code ?? "UNREACHABLE"}: ${message} Trying again.`;
    if (why !== wrong) console.error(why);
    wrong = why;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function carryOut(claim) {
  const mine = { runId: claim.run.id, attempt: claim.attempt };
  const stop = new AbortController();
  bell.once(mine.runId, () => stop.abort());
  const timer = setInterval(async () => {
    const { cancelRequested, userErrors } = await call("heartbeatRun", mine, "cancelRequested");
    if (cancelRequested || userErrors.length > 0) stop.abort();
  }, 10_000);
  await work(claim, stop.signal).then(
    (result) => call("completeRun", { ...mine, result }, ""),
    (error) => call("failRun", { ...mine, message: String(error) }, ""),
  );
  clearInterval(timer);
  bell.removeAllListeners(mine.runId);
}

function listen() {
  const socket = new Socket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const query = `subscription { runsAvailable(queue: "${queue}", workerId: "${workerId}") { waiting stop } }`;
  const replies = { connection_ack: { id: "1", type: "subscribe", payload: { query } }, ping: { type: "pong" } };
  socket.onopen = () => socket.send(JSON.stringify(hello));
  socket.onmessage = ({ data }) => {
    const { type, payload } = JSON.parse(data);
    if (replies[type]) socket.send(JSON.stringify(replies[type]));
    for (const id of payload?.data?.runsAvailable?.stop ?? []) bell.emit(id);
    bell.emit("wake");
  };
  socket.onerror = () => {};
  socket.onclose = () => setTimeout(listen, 1_000);
}

process.once("SIGTERM", () => bell.emit("wake"));
listen();
// Until it has been asked to stop; asked again, it stops at once.
while (process.listenerCount("SIGTERM") > 0) {
  const woken = once(bell, "wake");
  const { claims } = await call("claimRuns", { queue }, "claims { attempt payload run { id } }");
  for (const claim of claims) await carryOut(claim);
  if (claims.length === 0 && process.listenerCount("SIGTERM") > 0) await woken;
}
process.exit(0);
