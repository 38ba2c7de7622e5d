// The report of many rounds, which the docs show: the verdict in words, the figures, and a picture of one round.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { attemptsOf } from "./check.ts";
import type { ClusterVerdict } from "./round.ts";
import type { Summary } from "./summary.ts";
import { figuresOf, KILL_P99_MS, ofKills, type TakeoversMs, takeoversIn, tooSlow } from "./takeovers.ts";

const FOLDER = fileURLToPath(new URL("../../../docs/reports/", import.meta.url));
const FIGURES = `${FOLDER}cluster-chaos.json`;

type Figured = Summary & { readonly seed: number; readonly rounds: number };
/** With each takeover: a percentile of several batches cannot be had from theirs. */
export type Batch = Figured & { readonly takeoversMs: TakeoversMs };

/** `add`: to the batches of which the report tells already. */
export function writeReport(batch: Figured, verdicts: readonly ClusterVerdict[], add: boolean): void {
  mkdirSync(FOLDER, { recursive: true });
  const before = add ? (JSON.parse(readFileSync(FIGURES, "utf8")) as Batch[]) : [];
  const batches = [...before, { ...batch, takeoversMs: takeoversIn(verdicts) }];
  writeFileSync(FIGURES, `${JSON.stringify(batches, null, 2)}\n`);
  writeFileSync(`${FOLDER}cluster-chaos.md`, textOf(batches));
  const shown = [...verdicts].sort((a, b) => interest(b) - interest(a))[0];
  if (shown) writeFileSync(`${FOLDER}cluster-round.svg`, pictureOf(shown));
}

const interest = ({ takeovers, stalled, seen }: ClusterVerdict): number =>
  (stalled ? 0 : 1_000) + takeovers.length * 10 + Math.min(9, seen.rows.length / 100);

const grouped = (count: number): string => count.toLocaleString("en-US");
const added = (list: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const each of list) for (const [name, count] of Object.entries(each)) total[name] = (total[name] ?? 0) + count;
  return total;
};

function lineOf(what: string, takeoversMs: readonly number[]): string {
  const { runs, p50, p99, most } = figuresOf(takeoversMs);
  return `| ${what} | ${grouped(runs)} | ${grouped(p50)} ms | ${grouped(p99)} ms | ${grouped(most)} ms |`;
}

export function textOf(batches: readonly Batch[]): string {
  const counts = added(batches.map((batch) => batch.counts));
  const faults = added(batches.map((batch) => batch.faults));
  const breaches = added(batches.map((batch) => batch.breaches));
  const takeovers: Record<string, number[]> = {};
  for (const [fault, ms] of batches.flatMap(({ takeoversMs }) => Object.entries(takeoversMs)))
    takeovers[fault] = [...(takeovers[fault] ?? []), ...ms];
  const slow = tooSlow(takeovers);
  const found = Object.entries(breaches).filter(([, count]) => count > 0);
  return `# Faults of a cluster: the rounds

Written by \`npm run chaos:cluster -- --report\`; what is done and what is looked at is in [guarantees](../guarantees.md#several-instances).

**${grouped(counts.rounds ?? 0)} rounds** on real PostgreSQL, ${Object.entries(
    added(batches.map(({ instances }) => instances)),
  )
    .map(([name, count]) => `${count} with ${name}`)
    .join(
      ", ",
    )}: ${grouped(counts.tasks ?? 0)} tasks, ${grouped(counts.runs ?? 0)} runs, ${grouped(counts.attempts ?? 0)} attempts, ${grouped(counts.calls ?? 0)} calls at the
ledger, ${grouped(counts.events ?? 0)} events, ${grouped(counts.triggered ?? 0)} runs by hand, ${grouped(counts.changed ?? 0)} changes of tasks, ${grouped(counts.unknown ?? 0)} changes without an answer. In ${grouped(counts.stalled ?? 0)} rounds the machine
held up the rig or the program for a while; rules about time were left out around that.

${found.length === 0 ? "No rule was broken." : `Rules broken: ${found.map(([rule, count]) => `${rule} ${count}`).join(", ")}.`}

${slow.length === 0 ? `Takeover after kill -9 was as it must be: at most ${grouped(KILL_P99_MS)} ms for 99 in 100 runs.` : `**Not ok:** ${slow.join("; ")}.`}

| takeover, from the loss of the instance to the next start | runs | p50 | p99 | most |
|---|---|---|---|---|
${Object.entries(takeovers)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([fault, ms]) => lineOf(`\`${fault}\``, ms))
  .join("\n")}
${lineOf("all kills together", ofKills(takeovers))}

What the machine held up is not in these figures.

| fault | times |
|---|---|
${Object.entries(faults)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([kind, count]) => `| \`${kind}\` | ${count} |`)
  .join("\n")}

One of the rounds: attempts by the process that carried them out, faults as grey bands; red was lost, orange was handed over.

![Attempts of one round by process](cluster-round.svg)
`;
}

const WIDTH = 1_100;
const LEFT = 110;
const LANE = 46;
const COLOURS: Readonly<Record<string, string>> = {
  SUCCEEDED: "#2f9e6e",
  LOST: "#d6336c",
  INTERRUPTED: "#f08c00",
  FAILED: "#868e96",
  TIMED_OUT: "#868e96",
  CANCELLED: "#868e96",
};

/** Time goes to the right; a lane for each process, in the order of their first attempts. */
export function pictureOf({ seed, instances, seen, spans }: ClusterVerdict): string {
  const attempts = attemptsOf(seen.rows).filter(({ instance }) => instance);
  const times = attempts.flatMap(({ startedAt, finishedAt }) => [
    Date.parse(startedAt),
    Date.parse(finishedAt ?? startedAt),
  ]);
  const from = Math.min(...times);
  const until = Math.max(...times);
  const x = (at: number) => LEFT + ((at - from) / Math.max(1, until - from)) * (WIDTH - LEFT - 20);
  const pids = [
    ...new Set(
      attempts
        .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
        .map(({ instance }) => instance?.pid),
    ),
  ];
  const height = 60 + pids.length * LANE;
  const faults = spans.filter(({ kind, to }) => kind !== "stall" && to >= from);
  const bands = faults.map(
    ({ kind, from: start, to }) =>
      `<rect x="${x(Math.max(from, start)).toFixed(1)}" y="24" width="${Math.max(2, x(Math.min(until, to)) - x(Math.max(from, start))).toFixed(1)}" height="${height - 50}" fill="#000" opacity="0.08"/><text x="${x(Math.max(from, start)).toFixed(1)}" y="18">${kind}</text>`,
  );
  const lanes = pids.map((pid, index) => {
    const y = 34 + index * LANE;
    const bars = attempts
      .filter(({ instance }) => instance?.pid === pid)
      .map(({ startedAt, finishedAt, outcome }, place) => {
        const left = x(Date.parse(startedAt));
        const right = x(finishedAt === null ? until : Date.parse(finishedAt));
        return `<rect x="${left.toFixed(1)}" y="${y + (place % 5) * 7}" width="${Math.max(1.5, right - left).toFixed(1)}" height="5" fill="${COLOURS[outcome ?? ""] ?? "#1c7ed6"}"/>`;
      });
    return `<text x="8" y="${y + 18}">process ${pid}</text>${bars.join("")}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${bands.join("\n")}
${lanes.join("\n")}
<text x="8" y="${height - 8}">seed ${seed}, ${instances} instances, ${((until - from) / 1_000).toFixed(0)} s</text>
</svg>
`;
}
