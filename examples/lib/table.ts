// Prints what loading did as a table that fits a terminal, and a sum at its end.
// Long notes go below their row. Never decides anything.

import { formatLength } from "./duration.ts";
import type { Loaded } from "./load-tasks.ts";

export function formatTable(loaded: readonly Loaded[], nowMs: number): string {
  const rows = loaded.map((task) => [task.name, task.outcome, formatNext(task, nowMs)] as const);
  const head = ["Task", "Result", "Next run"] as const;
  const widths = [0, 1].map((column) => Math.max(...[head, ...rows].map((row) => width(row[column] as string))));
  const line = (row: readonly [string, string, string]) =>
    `${pad(row[0], widths[0])}  ${pad(row[1], widths[1])}  ${row[2]}`.trimEnd();
  const body = rows.flatMap((row, index) => [line(row), ...(loaded[index]?.notes ?? []).map((note) => `    ${note}`)]);
  return [
    line(head),
    line(["─".repeat(widths[0] ?? 0), "─".repeat(widths[1] ?? 0), "─".repeat(8)]),
    ...body,
    "",
    formatSum(loaded),
  ].join("\n");
}

/** `4 created, 1 refused.` */
export function formatSum(loaded: readonly Loaded[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of loaded) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return `${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ")}.`;
}

function formatNext({ nextRunAt, timezone }: Loaded, nowMs: number): string {
  if (nextRunAt === null) return "–";
  const at = Date.parse(nextRunAt);
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: timezone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return `${clock} ${timezone} (${at <= nowMs ? "now" : `in ${formatLength(at - nowMs)}`})`;
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, to = 0): string {
  return text + " ".repeat(Math.max(0, to - width(text)));
}
