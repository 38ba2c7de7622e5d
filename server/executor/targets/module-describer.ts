// The thread that reads what modules say of themselves. It loads them, which runs their top level, and never calls one.
import { parentPort, workerData } from "node:worker_threads";
import type { TaskDefinition } from "../module-api.ts";
import { loadModule } from "./module-loading.ts";
import type { ModuleSource, ModuleTold } from "./module-protocol.ts";

const DEFINITION = Symbol.for("cronograph.task");

type Definition = TaskDefinition<never, unknown>;

/** The JSON Schema of a Standard Schema, as its library tells it (https://standardschema.dev/json-schema). */
interface Standard {
  readonly vendor: string;
  readonly jsonSchema?: { input(options: { target: string; libraryOptions?: object }): unknown };
}

async function tell(source: ModuleSource): Promise<ModuleTold> {
  try {
    const loaded = (await loadModule(source)).default as { [DEFINITION]?: Definition } | undefined;
    const definition = loaded?.[DEFINITION];
    const { description = null, payload = null } = definition ?? {};
    return { description, schema: payload === null ? null : JSON.stringify(schemaOf(payload)), problem: null };
  } catch (error) {
    return { description: null, schema: null, problem: (error as Error)?.message ?? String(error) };
  }
}

function schemaOf(payload: object): unknown {
  const standard = (payload as { readonly "~standard"?: Standard })["~standard"];
  if (!standard) return payload;
  if (!standard.jsonSchema)
    throw new Error(`Its schema is of ${standard.vendor}, which does not tell it as JSON Schema.`);
  return standard.jsonSchema.input({ target: "draft-2020-12", libraryOptions: { unrepresentable: "any" } });
}

for (const source of workerData as ModuleSource[]) parentPort?.postMessage(await tell(source));
