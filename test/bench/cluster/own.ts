// One instance of Cronograph, all roles, with a runner that does nothing, or waits: what is left is the engine. `own.ts URL WAIT_MS AT_ONCE`
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

const [url = "", waitMs = "0", atOnce = "1000"] = process.argv.slice(2);
const nothing: Runner<ModuleTarget> = {
  capacity: Number(atOnce),
  run: async () => {
    const result = Date.now();
    if (Number(waitMs) > 0) await new Promise((resolve) => setTimeout(resolve, Number(waitMs)));
    return { ok: true, result };
  },
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
