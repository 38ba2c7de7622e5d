// Builds the Prisma client, the server (dist/server) and the web client (dist/web). With --if-stale only when a source has changed
// since the last build, so that a second `npm start` is quick.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "server",
  "client",
  "web",
  "prisma",
  "schema.graphql",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "vite.config.ts",
  "tools",
];
const GENERATED = ["server/store/prisma", "server/store/prisma-postgresql"];
const STAMP = "dist/.built";

function* files(path) {
  if (!existsSync(path) || GENERATED.includes(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

const hash = createHash("sha256");
for (const source of SOURCES)
  for (const file of files(source)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
const fingerprint = hash.digest("hex");
const built =
  existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint && GENERATED.every((folder) => existsSync(folder));
if (process.argv.includes("--if-stale") && built) process.exit(0);

// Whoever builds may be a test: React's parts for development are not for the build.
const env = { ...process.env, NODE_ENV: "production" };
const node = (...args) => execFileSync(process.execPath, args, { stdio: ["ignore", process.stderr, "inherit"], env });
console.error("Building Cronograph (once; the next start is quick) …");
for (const part of ["server", "client"]) rmSync(`dist/${part}`, { recursive: true, force: true });
node("tools/prisma-generate.mjs");
node("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn");
mkdirSync("dist", { recursive: true });
// What the dashboard asks for, for a server that carries out nothing else.
copyFileSync("web/gql/documents.json", "dist/documents.json");
writeFileSync(STAMP, fingerprint);
