// Makes the PostgreSQL schema of the SQLite one and generates both Prisma clients without a download: the command line insists on a schema engine binary that `generate` never
// runs, so any executable file will do (see docs/decisions/0002-prisma-offline.md).
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { postgresqlSchema } from "./postgresql-schema.mjs";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "prisma-engine-"));
const engine = join(folder, "schema-engine");
writeFileSync(engine, "#!/bin/sh\nexit 0\n");
chmodSync(engine, 0o755);
try {
  const manifest = require.resolve("prisma/package.json");
  const cli = join(dirname(manifest), require(manifest).bin.prisma);
  mkdirSync("prisma/postgresql", { recursive: true });
  writeFileSync(
    "prisma/postgresql/schema.prisma",
    postgresqlSchema(readFileSync("prisma/sqlite/schema.prisma", "utf8")),
  );
  for (const database of ["sqlite", "postgresql"])
    execFileSync(
      process.execPath,
      [cli, "generate", "--schema", `prisma/${database}/schema.prisma`, ...process.argv.slice(2)],
      {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: engine,
          CHECKPOINT_DISABLE: "1",
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
        },
      },
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
