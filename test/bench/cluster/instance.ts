// One instance of Cronograph on PostgreSQL whose targets do nothing. `instance.ts URL`; prints a line when it is ready, and what it
// has used when it is asked to stop.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import type { Runner } from "../../../server/domain/ports.ts";
import type { ModuleTarget } from "../../../server/domain/types.ts";
import { PACKAGE_ROOT } from "../../../server/package.ts";
import { answer, built, meter } from "../figures.ts";

const { startApp } = await built<typeof import("../../../server/app.ts")>("app");
const { systemClock } = await built<typeof import("../../../server/clock.ts")>("clock");
const { readConfig } = await built<typeof import("../../../server/config.ts")>("config");
const { createLog } = await built<typeof import("../../../server/log.ts")>("log");
const { openStore } = await built<typeof import("../../../server/store/index.ts")>("store/index");

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-tasks-"));
writeFileSync(join(folder, "nothing.js"), "export default () => Date.now();\n");
const nothing: Runner<ModuleTarget> = {
  capacity: 1_000,
  run: async () => ({ ok: true, result: Date.now() }),
  stop: async () => {},
};
const config = readConfig({ PORT: "0", DATABASE_URL: process.argv[2], TASKS_DIR: folder }, PACKAGE_ROOT);
const app = await startApp(config, {
  clock: systemClock,
  log: createLog("error"),
  standIns: {
    openStore,
    newId: () => uuid(),
    modules: (files) => files,
    runners: (real) => ({ ...real, MODULE: nothing }),
    leaseMs: 10_000,
  },
});
const measure = meter();
console.log("ready");
process.on("SIGTERM", async () => {
  const used = measure();
  await app.stop();
  answer(used);
  process.exit(0);
});
