// The report of many rounds, which the docs show: the verdict in words, the figures, and a picture of one round.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { attemptsOf } from "./check.ts";
import type { ClusterVerdict } from "./round.ts";
import type { Summary } from "./summary.ts";

const FOLDER = fileURLToPath(new URL("../../../docs/reports/", import.meta.url));
const FIGURES = `${FOLDER}cluster-chaos.json`;

type Batch = Summary & { readonly seed: number; readonly rounds: number };

/** `add`: to the batches of which the report tells already. */
export function writeReport(batch: Batch, verdicts: readonly ClusterVerdict[], add: boolean): void {
  mkdirSync(FOLDER, { recursive: true });
  const before = add ? (JSON.parse(readFileSync(FIGURES, "utf8")) as Batch[]) : [];
  const batches = [...before, batch];
  writeFileSync(FIGURES, `${JSON.stringify(batches, null, 2)}\n`);
  writeFileSync(`${FOLDER}cluster-chaos.md`, textOf(batches));
  const shown = [...verdicts].sort((a, b) => interest(b) - interest(a))[0];
  if (shown) writeFileSync(`${FOLDER}cluster-round.svg`, pictureOf(shown));
}

const interest = ({ takeoversMs, stalled, seen }: ClusterVerdict): number =>
  (stalled ? 0 : 1_000) + takeoversMs.length * 10 + Math.min(9, seen.rows.length / 100);

const grouped = (count: number): string => count.toLocaleString("en-US");
const added = (list: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const each of list) for (const [name, count] of Object.entries(each)) total[name] = (total[name] ?? 0) + count;
  return total;
};

function textOf(batches: readonly Batch[]): string {
  const counts = added(batches.map((batch) => batch.counts));
  const faults = added(batches.map((batch) => batch.faults));
  const breaches = added(batches.map((batch) => batch.breaches));
  const most = Math.max(...batches.map(({ takeover }) => takeover.most));
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
was too busy for a word about time; rules about time were left out there.

${found.length === 0 ? "No rule was broken." : `Rules broken: ${found.map(([rule, count]) => `${rule} ${count}`).join(", ")}.`}

| takeover after kill -9, rounds in which the machine was not too busy | |
|---|---|
${batches.map(({ seed, rounds, takeover }) => `| seeds ${seed} to ${seed + rounds - 1}: runs taken over | ${takeover.runs}; p50 ${takeover.p50} ms, p99 ${takeover.p99} ms, most ${takeover.most} ms |`).join("\n")}
| most of all | ${most} ms |

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
