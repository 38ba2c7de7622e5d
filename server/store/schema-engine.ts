// Prisma's schema engine as WebAssembly: applies and makes migrations without Prisma's command line, which would download a
// binary. Knows the engine's internal API; nothing else may. The engine's version is pinned to the client's.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

const PACKAGE = "@prisma/schema-engine-wasm";
const NO_FILTERS = { externalTables: [], externalEnums: [] };

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface SchemaEngine {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: object): Promise<{ stdout: string | null }>;
  free(): void;
}

type WasmExports = Record<string, unknown>;

// Node's types leave WebAssembly to the browser's library, which a server must not have.
const { instantiate } = (globalThis as never as { WebAssembly: WasmLoader }).WebAssembly;
interface WasmLoader {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: WasmExports } }>;
}

interface EngineBindings {
  __wbg_set_wasm(exports: WasmExports): void;
  SchemaEngine: {
    new: (options: object, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>;
  };
}

let bindings: Promise<EngineBindings> | undefined;

async function load(): Promise<EngineBindings> {
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg" as string)) as EngineBindings;
  const wasmPath = createRequire(import.meta.url)
    .resolve(`${PACKAGE}/schema_engine_bg`)
    .replace(/\.js$/, ".wasm");
  const { instance } = await instantiate(await readFile(wasmPath), { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

async function withEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  bindings ??= load();
  const { SchemaEngine } = await bindings;
  const { tracked, disposeAll } = trackConnections(factory);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(tracked);
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await disposeAll();
  }
}

/** The engine leaves its connections open, and with them an exclusive lock on the database. */
function trackConnections(factory: SqlMigrationAwareDriverAdapterFactory) {
  const connections: SqlDriverAdapter[] = [];
  const track = async (opening: Promise<SqlDriverAdapter>) => {
    const connection = await opening;
    connections.push(connection);
    return connection;
  };
  const tracked: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => track(factory.connect()),
    connectToShadowDb: () => track(factory.connectToShadowDb()),
  };
  return { tracked, disposeAll: () => Promise.allSettled(connections.map((connection) => connection.dispose())) };
}

/** Applies the migrations that the database does not have yet, in the order given; answers their names. */
export async function applyMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  baseDir: string,
  lockfile: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  return withEngine(factory, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir,
        lockfile: { path: "migration_lock.toml", content: lockfile },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      filters: NO_FILTERS,
    });
    return appliedMigrationNames;
  });
}

/** The SQL that leads from one Prisma schema text (undefined: an empty database) to another. */
export async function diffSchemas(
  factory: SqlMigrationAwareDriverAdapterFactory,
  from: string | undefined,
  to: string,
): Promise<string> {
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
    configDir: ".",
  });
  return withEngine(factory, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return stdout ?? "";
  });
}
