// Targets: the interface and its kinds.
import { commandLine } from "../../domain/command-line.ts";
import { formatDuration } from "../../domain/duration.ts";
import { references } from "../../domain/template.ts";
import type { Resolvers } from "./generated.ts";

const NAMES = {
  HTTP: "HttpTarget",
  MODULE: "ModuleTarget",
  SHELL: "ShellTarget",
  WORKER: "WorkerTarget",
} as const;

export const Target: Resolvers["Target"] = { __resolveType: (target) => NAMES[target.kind] };
export const HttpTarget: Resolvers["HttpTarget"] = {
  summary: (target) => `${target.method} ${target.url}`,
  headers: (target) => [...target.headers],
  expectedStatus: (target) => [...target.expectedStatus],
  signingSecret: ({ signingSecret }) => (signingSecret ? (references(signingSecret).secrets[0] ?? null) : null),
};
export const ModuleTarget: Resolvers["ModuleTarget"] = {
  summary: (target) => `module ${target.name}`,
  module: (target, _, { services }) => services.modules.find(target.name),
};
export const ShellTarget: Resolvers["ShellTarget"] = {
  summary: (target) => commandLine(target),
  command: (target) => target.command && [...target.command],
  env: (target) => [...target.env],
  successExitCodes: (target) => [...target.successExitCodes],
  stopGrace: (target) => formatDuration(target.stopGraceMs),
};
export const WorkerTarget: Resolvers["WorkerTarget"] = { summary: (target) => `worker of ${target.queue}` };
