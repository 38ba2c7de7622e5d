// The real program in this process, on a free loopback port, with an in-memory database unless the test names a file.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach } from "vitest";
import { type App, startApp } from "../../server/app.ts";
import { systemClock } from "../../server/clock.ts";
import { readConfig } from "../../server/config.ts";
import type { Clock } from "../../server/domain/ports.ts";
import { createLog } from "../../server/log.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";

export const FIXTURE_MODULES = join(PACKAGE_ROOT, "test", "support", "modules");

/** A folder that is removed when the file's tests are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cronograph-test-"));
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export type TestApp = App & { readonly url: string };

/** With a clock of the test's own no loop polls before the test lets time pass. */
export async function startTestApp(
  settings: Record<string, string> = {},
  clock: Clock = systemClock,
): Promise<TestApp> {
  const environment = {
    PORT: "0",
    DATABASE_URL: ":memory:",
    TASKS_DIR: FIXTURE_MODULES,
    SHUTDOWN_GRACE_MS: "500",
    ALLOW_ANONYMOUS: "true",
    ...settings,
  };
  const config = readConfig(environment, PACKAGE_ROOT);
  const app = await startApp(config, { clock, log: createLog(settings.LOG_LEVEL ?? "error") });
  return app as TestApp;
}

/** Apps started by a test are stopped after it; what they leave behind fails it. */
export function useApps(): (settings?: Record<string, string>, clock?: Clock) => Promise<TestApp> {
  const running: TestApp[] = [];
  let before: Record<string, number> = {};
  afterEach(async () => {
    const stopping = running.splice(0);
    await Promise.all(stopping.map((app) => app.stop()));
    if (stopping.length > 0) await expectNothingLeft(before);
  });
  return async (settings, clock) => {
    if (running.length === 0) before = heldResources();
    const app = await startTestApp(settings, clock);
    running.push(app);
    return app;
  };
}

/** Kinds of resource that a stopped program must not hold: listening ports, sockets, threads' ports. */
const HELD = ["TCPServerWrap", "TCPSocketWrap", "MessagePort"];

export function heldResources(): Record<string, number> {
  const kinds = process.getActiveResourcesInfo();
  return Object.fromEntries(HELD.map((kind) => [kind, kinds.filter((each) => each === kind).length]));
}

export async function expectNothingLeft(before: Record<string, number>): Promise<void> {
  const end = performance.now() + 3_000;
  for (;;) {
    const left = Object.entries(heldResources()).filter(([kind, number]) => number > (before[kind] ?? 0));
    if (left.length === 0) return;
    if (performance.now() > end)
      throw new Error(`The stopped program left ${JSON.stringify(Object.fromEntries(left))}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
