import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Node gives everybody graphql's index.js; Vite would give our own files index.mjs, and two copies do not know each other's classes.
  resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }] },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 45_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
