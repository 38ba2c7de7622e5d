// Turns finished runs into figures for each task, and the figures into a Markdown and an HTML page.
// All text from outside is escaped. Never asks anybody for anything: give it the runs.

export interface ReportRun {
  readonly state: "SUCCEEDED" | "FAILED" | "CANCELLED" | "SKIPPED" | "MISSED";
  readonly scheduledFor: string;
  readonly latenessMs: number | null;
  readonly durationMs: number | null;
  readonly attempt: number;
  readonly error: { readonly message: string } | null;
  readonly task: { readonly name: string };
}

export interface TaskFigures {
  readonly name: string;
  readonly succeeded: number;
  readonly failed: number;
  /** Cancelled, skipped or missed. */
  readonly other: number;
  /** Attempts beyond the first. */
  readonly retries: number;
  readonly medianMs: number | null;
  readonly slowestMs: number | null;
  readonly latenessP95Ms: number | null;
  readonly lastError: string | null;
}

export interface Report {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly tasks: TaskFigures[];
  readonly runs: number;
  /** Of the runs that succeeded or failed, 0 to 1; null without any. */
  readonly successRate: number | null;
  /** A sentence when not all runs were looked at. */
  readonly note: string | null;
}

/** The figures of runs that are given newest first. Tasks with failures come first. */
export function summarize(runs: readonly ReportRun[], head: Pick<Report, "title" | "from" | "to" | "note">): Report {
  const tasks = [...group(runs)].map(([name, own]) => figures(name, own));
  tasks.sort((a, b) => b.failed - a.failed || a.name.localeCompare(b.name, "en"));
  const good = runs.filter((run) => run.state === "SUCCEEDED").length;
  const bad = runs.filter((run) => run.state === "FAILED").length;
  return { ...head, tasks, runs: runs.length, successRate: good + bad === 0 ? null : good / (good + bad) };
}

function group(runs: readonly ReportRun[]): Map<string, ReportRun[]> {
  const groups = new Map<string, ReportRun[]>();
  for (const run of runs) {
    const own = groups.get(run.task.name);
    if (own) own.push(run);
    else groups.set(run.task.name, [run]);
  }
  return groups;
}

function figures(name: string, runs: readonly ReportRun[]): TaskFigures {
  const durations = sorted(runs.map((run) => run.durationMs));
  const count = (state: ReportRun["state"]) => runs.filter((run) => run.state === state).length;
  const succeeded = count("SUCCEEDED");
  const failed = count("FAILED");
  return {
    name,
    succeeded,
    failed,
    other: runs.length - succeeded - failed,
    retries: runs.reduce((sum, run) => sum + Math.max(0, run.attempt - 1), 0),
    medianMs: percentile(durations, 0.5),
    slowestMs: durations.at(-1) ?? null,
    latenessP95Ms: percentile(sorted(runs.map((run) => run.latenessMs)), 0.95),
    lastError: runs.find((run) => run.state === "FAILED")?.error?.message ?? null,
  };
}

function sorted(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null).sort((a, b) => a - b);
}

/** The nearest rank: the smallest value that at least this part of all values does not exceed. */
function percentile(values: readonly number[], part: number): number | null {
  return values[Math.max(0, Math.ceil(part * values.length) - 1)] ?? null;
}

const HEADINGS = ["Task", "Succeeded", "Failed", "Other", "Retries", "Median", "Slowest", "Late (p95)"];

function cells(task: TaskFigures): string[] {
  const times = [task.medianMs, task.slowestMs, task.latenessP95Ms].map(formatMs);
  return [task.name, ...[task.succeeded, task.failed, task.other, task.retries].map(String), ...times];
}

export function formatMs(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 1_000) return `${ms} ms`;
  return ms < 60_000
    ? `${(ms / 1_000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}

function opening(report: Report): string {
  const rate =
    report.successRate === null
      ? "none of them ran to an end"
      : `${(report.successRate * 100).toFixed(1)} % of those that ran succeeded`;
  const period = `${report.from.slice(0, 16).replace("T", " ")} to ${report.to.slice(0, 16).replace("T", " ")} UTC`;
  return `${period}: ${report.runs} runs of ${report.tasks.length} tasks; ${rate}.${report.note ? ` ${report.note}` : ""}`;
}

export function toMarkdown(report: Report): string {
  const row = (values: readonly string[]) =>
    `| ${values.map((value) => value.replace(/[|\\`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ")).join(" | ")} |`;
  const table = [
    row(HEADINGS),
    `|${" --- |".repeat(HEADINGS.length)}`,
    ...report.tasks.map((task) => row(cells(task))),
  ];
  const failures = report.tasks
    .filter((task) => task.lastError !== null)
    .map((task) => `- **${task.name}**: ${firstLine(task.lastError)}`);
  const last = failures.length === 0 ? ["Nothing failed."] : ["## Last errors", "", ...failures];
  return [`# ${report.title}`, "", opening(report), "", ...table, "", ...last, ""].join("\n");
}

function firstLine(text: string | null): string {
  return (text ?? "").split("\n", 1)[0]?.slice(0, 300) ?? "";
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}" +
  "table{border-collapse:collapse;width:100%}th,td{text-align:right;padding:.4rem .6rem;border-bottom:1px solid #d0d7de}" +
  "th:first-child,td:first-child{text-align:left}.bar{display:flex;height:.5rem;border-radius:.25rem;overflow:hidden;background:#d0d7de}" +
  ".good{background:#2da44e}.bad{background:#cf222e}" +
  "@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}th,td{border-color:#30363d}.bar{background:#30363d}}";

export function toHtml(report: Report): string {
  const head = HEADINGS.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const rows = report.tasks.map((task) => {
    const [name, ...rest] = cells(task).map(escapeHtml);
    return `<tr><td>${name}${bar(task)}</td>${rest.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  });
  const failures = report.tasks
    .filter((task) => task.lastError !== null)
    .map((task) => `<li><b>${escapeHtml(task.name)}</b>: ${escapeHtml(firstLine(task.lastError))}</li>`);
  const last = failures.length === 0 ? "<p>Nothing failed.</p>" : `<h2>Last errors</h2><ul>${failures.join("")}</ul>`;
  const title = escapeHtml(report.title);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><p>${escapeHtml(opening(report))}</p><table><thead><tr>${head}</tr></thead><tbody>${rows.join("\n")}</tbody></table>${last}</html>\n`;
}

function bar({ succeeded, failed, other }: TaskFigures): string {
  const whole = Math.max(1, succeeded + failed + other) / 100;
  return `<div class="bar" role="img" aria-label="${succeeded} succeeded, ${failed} failed, ${other} other"><div class="good" style="width:${(succeeded / whole).toFixed(1)}%"></div><div class="bad" style="width:${(failed / whole).toFixed(1)}%"></div></div>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
