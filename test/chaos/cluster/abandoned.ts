// A rig for leftovers.test.ts: makes what a round makes, says so, and waits until it is killed.
import { spawn } from "node:child_process";
import { startServer } from "../../support/postgres-server.ts";
import { claimNetwork } from "./leftovers.ts";
import { createNetwork } from "./network.ts";

const claim = claimNetwork();
const network = createNetwork(claim.id, 2);
const home = claim.folder();
await startServer(home);
const instances = network.namespaces.map(
  ({ name }) => spawn("ip", ["netns", "exec", name, "sleep", "600"], { stdio: "ignore" }).pid,
);
console.log(JSON.stringify({ id: claim.id, home, instances }));
setInterval(() => {}, 60_000);
