export type ProgramName = "chromium" | "nginx" | "pgbouncer" | "redis" | "ip" | "iptables" | "faketime";
export function findProgram(name: ProgramName): string | undefined;
export function ensureProgram(name: ProgramName): string;
export function ensurePrograms(): void;
