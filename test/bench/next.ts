// `npm run bench:next`: how fast the next occurrence of a cron spec is found, beside other cron libraries in the same run. Specs are
// parsed once; each walks through 2026 and 2027 over and over. Rounds are interleaved, figures are medians. Whether a rival names the
// same instants around clock changes (DESIGN §3.10) is shown too, for a fast wrong answer is none.
import { availableParallelism, cpus } from "node:os";
import { parseCronSchedule, timetableOf } from "../../server/domain/schedule/index.ts";
import { UNBOUNDED } from "../../server/domain/timing.ts";
import { type Library, ours, RIVALS, type Walker } from "./rivals.ts";

process.env.TZ = "UTC";

const FROM = Date.UTC(2026, 0, 1);
const UNTIL = Date.UTC(2028, 0, 1);
const ROUNDS = Number(process.argv[2] ?? 7);
const SLICE_MS = 60;
/** The last one names nothing in these years: each of its calls is a search over 26 months. */
const SPECS = ["* * * * *", "*/5 * * * *", "30 2 * * *", "0 9 * * MON-FRI", "0 0 L * *", "0 0 29 2 *"];
const SPARSE = ["0 0 29 2 *", "0 0 29 2 MON", "0 0 31 12 5#5", "0 0 0 29 2 ? 2096"];
/** Compared for their instants: those above, and some that have times in the hours of clock changes. */
const COMPARED = [...SPECS, "0,30 2 * * *", "30 1-3 * * *", "*/20 2 * * *", "0 2,3 * * *", "0-50/10 2 * * *"];
const WINDOWS = [
  [Date.UTC(2026, 2, 20), Date.UTC(2026, 3, 5)],
  [Date.UTC(2026, 9, 20), Date.UTC(2026, 10, 5)],
  [Date.UTC(2028, 1, 26), Date.UTC(2028, 2, 3)],
] as const;
const LIBRARIES = [ours, ...RIVALS];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function walkerOf(library: Library, spec: string, timezone: string): Walker | null {
  try {
    const walker = library.walker(spec, timezone);
    walker?.start(FROM);
    walker?.next();
    return walker;
  } catch {
    return null;
  }
}

/** Calls a second. */
function speed(walker: Walker): number {
  walker.start(FROM);
  let calls = 0;
  const began = performance.now();
  let elapsed = 0;
  while (elapsed < SLICE_MS) {
    for (let i = 0; i < 20; i++) {
      const at = walker.next();
      if (at === null || at >= UNTIL) walker.start(FROM);
    }
    calls += 20;
    elapsed = performance.now() - began;
  }
  return (calls / elapsed) * 1000;
}

/** Every instant of the windows. */
function instants(walker: Walker): string {
  const found: number[] = [];
  for (const [from, until] of WINDOWS) {
    walker.start(from);
    for (let at = walker.next(); at !== null && at < until && at > (found.at(-1) ?? 0); at = walker.next())
      found.push(at);
  }
  return found.join();
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("   "),
    );
}

const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");

function compare(timezone: string): void {
  const rows = [["spec", ...LIBRARIES.map(({ name }) => name), "× fastest rival"]];
  const walkers = SPECS.map((spec) => LIBRARIES.map((library) => walkerOf(library, spec, timezone)));
  const speeds = walkers.map((row) => row.map((): number[] => []));
  for (let round = 0; round < ROUNDS; round++) {
    walkers.forEach((row, s) => {
      row.forEach((walker, l) => {
        if (walker !== null) speeds[s]?.[l]?.push(speed(walker));
      });
    });
  }
  SPECS.forEach((spec, s) => {
    const medians = (speeds[s] ?? []).map((values) => (values.length === 0 ? null : median(values)));
    const [own, ...others] = medians;
    const fastest = Math.max(...others.map((value) => value ?? 0));
    rows.push([
      spec,
      ...medians.map((value) => (value === null ? "–" : grouped(value))),
      ((own ?? 0) / fastest).toFixed(1),
    ]);
  });
  table(`next occurrences a second, ${timezone}, median of ${ROUNDS} rounds`, rows);
}

function agreement(timezone: string): void {
  const rows = [["spec", ...RIVALS.map(({ name }) => name)]];
  for (const spec of COMPARED) {
    const [mine, ...theirs] = LIBRARIES.map((library) => walkerOf(library, spec, timezone)).map((walker) =>
      walker === null ? null : instants(walker),
    );
    rows.push([spec, ...theirs.map((value) => (value === null ? "–" : value === mine ? "yes" : "no"))]);
  }
  table(`the same instants as Cronograph's around clock changes and a 29 February, ${timezone}`, rows);
}

/** Different specs in different zones: their parse, and a preview of five. Each library's first contact with all of them. */
function previews(): void {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Sydney",
    "America/Sao_Paulo",
    "Asia/Tokyo",
  ];
  const specs = Array.from({ length: 10_000 }, (_, i) => {
    const days = ["* * *", "* * MON-FRI", "1 * *", "* */3 SUN", "15 6 *"][i % 5] ?? "";
    return {
      expression: `${i % 60} ${Math.floor(i / 60) % 24} ${days}`,
      timezone: zones[Math.floor(i / 5) % 7] ?? "UTC",
    };
  });
  const distinct = new Set(specs.map(({ expression, timezone }) => `${expression} ${timezone}`)).size;
  const rows = [["library", "ms", "instants"]];
  let began = performance.now();
  let found = 0;
  for (const { expression, timezone } of specs) {
    const parsed = parseCronSchedule([], expression, timezone, { now: FROM });
    if (!parsed.ok) throw new Error(`${expression}: ${parsed.errors[0]?.message}`);
    const timetable = timetableOf({ ...UNBOUNDED, schedule: parsed.value }, new Map());
    found += timetable.between(FROM, Number.MAX_SAFE_INTEGER, 5).length;
  }
  rows.push([ours.name, grouped(performance.now() - began), grouped(found)]);
  for (const library of RIVALS.slice(0, 3)) {
    began = performance.now();
    found = 0;
    for (const { expression, timezone } of specs) {
      const walker = library.walker(expression, timezone);
      walker?.start(FROM);
      for (let i = 0; i < 5; i++) if (walker?.next() != null) found++;
    }
    rows.push([library.name, grouped(performance.now() - began), grouped(found)]);
  }
  table(`${grouped(distinct)} different specs in ${zones.length} zones, parsed and previewed (5 each), cold`, rows);
}

function sparse(): void {
  const rows = [["spec", "µs for each next"]];
  for (const spec of SPARSE) {
    const walker = walkerOf(ours, spec, "Europe/Berlin");
    if (walker === null) throw new Error(`${spec} is not taken`);
    const times = Array.from({ length: ROUNDS }, () => 1e6 / speed(walker));
    rows.push([spec, median(times).toFixed(2)]);
  }
  table("sparse specs, Europe/Berlin", rows);
}

console.log(`Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"})`);
previews();
compare("Europe/Berlin");
agreement("Europe/Berlin");
compare("UTC");
sparse();
