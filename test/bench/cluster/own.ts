// One instance of Cronograph, all roles, with a runner that does nothing: what is left is the engine. `own.ts URL`
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import type { Runner } from "../../../server/domain/ports.ts";
import type { ModuleTarget } from "../../../server/domain/types.ts";
import { PACKAGE_ROOT } from "../../../server/package.ts";
import { built } from "../figures.ts";
import { contest, enough } from "./contestant.ts";

const { startApp } = await built<typeof import("../../../server/app.ts")>("app");
const { systemClock } = await built<typeof import("../../../server/clock.ts")>("clock");
const { readConfig } = await built<typeof import("../../../server/config.ts")>("config");
const { createLog } = await built<typeof import("../../../server/log.ts")>("log");
const { openStore } = await built<typeof import("../../../server/store/index.ts")>("store/index");

const [url = ""] = process.argv.slice(2);
const nothing: Runner<ModuleTarget> = {
  capacity: 1_000,
  run: async () => ({ ok: true, result: Date.now() }),
  stop: async () => {},
};
const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-tasks-"));
await startApp(readConfig({ PORT: "0", ALLOW_ANONYMOUS: "true", DATABASE_URL: url, TASKS_DIR: folder }, PACKAGE_ROOT), {
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
await contest(enough);
