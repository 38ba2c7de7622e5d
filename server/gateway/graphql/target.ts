// Targets: the interface and its kinds.
import type { Resolvers } from "./generated.ts";

const NAMES = { HTTP: "HttpTarget", MODULE: "ModuleTarget", WORKER: "WorkerTarget" } as const;

export const Target: Resolvers["Target"] = { __resolveType: (target) => NAMES[target.kind] };
export const HttpTarget: Resolvers["HttpTarget"] = {
  summary: (target) => `${target.method} ${target.url}`,
  headers: (target) => [...target.headers],
  expectedStatus: (target) => [...target.expectedStatus],
};
export const ModuleTarget: Resolvers["ModuleTarget"] = { summary: (target) => `module ${target.name}` };
export const WorkerTarget: Resolvers["WorkerTarget"] = { summary: (target) => `worker of ${target.queue}` };
