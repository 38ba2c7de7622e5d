export type ProgramName = "chromium" | "nginx" | "pgbouncer";
export function findProgram(name: ProgramName): string | undefined;
export function ensureProgram(name: ProgramName): string;
export function ensurePrograms(): void;
