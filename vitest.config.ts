import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

/** Folders whose files leave nothing behind in their process: they share one, so that each need not load the program anew. */
const TOGETHER = [
  "access",
  "api",
  "attacks",
  "audit",
  "domain",
  "events",
  "gateway",
  "outgoing",
  "scheduler",
  "store",
  "tasks",
  "webhooks",
].map((name) => `test/${name}/**/*.test.ts`);

/** They make network interfaces, at which Chromium breaks off what it loads, and want a machine to themselves: rules about time hold then. */
const FAULTS = "test/chaos/**/*.test.ts";

export default defineConfig({
  // Node gives everybody graphql's index.js; Vite would give our own files index.mjs, and two copies do not know each other's classes.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }] },
  test: {
    pool: "forks",
    testTimeout: 45_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    projects: [
      {
        extends: true,
        test: { name: "together", include: TOGETHER, isolate: false, maxWorkers: 3, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...TOGETHER, FAULTS],
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: "faults", include: [FAULTS], isolate: false, maxWorkers: 2, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
