// `npm test`: checks format, lint and types, builds, runs the whole suite, then what is about time and the API again under a second
// host time zone, and what is about time alone under a third. Ends with one line `N passed, N failed`; the exit code is 0 only when nothing failed and something ran.
// A file that failed is run once more by itself, and is told of as unsteady when it passes then. `npm test -- FILE …` runs the named tests only.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensurePrograms } from "./programs.mjs";

const chosen = process.argv.slice(2);
const folders = (...names) => names.map((name) => `test/${name}/`);
/** Tests that ask what time it is. But for the simulated years of nine zones, which never read the host's zone and take a minute. */
const OF_TIME = [
  ...folders("domain", "store", "scheduler"),
  ...["clock", "lives", "policies", "targets", "test-scheduler"].map((name) => `test/testing/${name}`),
];
/** What is about time, and what the API says of it. Workers, sockets and how work is carried out have no wall clock. */
const TOLD_IN_TIME = [
  ...OF_TIME,
  ...[
    "accepted-values",
    "calendars",
    "future",
    "policies",
    "subscriptions",
    "task-edits",
    "task-life",
    "tasks",
    "timing",
  ].map((name) => `test/api/${name}`),
];
/** UTC, a zone with clock changes, and one that is 12:45 off and has them too. */
const RUNS = [
  { zone: "UTC", files: chosen },
  { zone: "America/New_York", files: TOLD_IN_TIME },
  { zone: "Pacific/Chatham", files: OF_TIME },
];

const node = (...args) => execFileSync(process.execPath, args, { stdio: "inherit" });
node("tools/build.mjs", "--if-stale");
if (chosen.length === 0) {
  execFileSync("npm", ["run", "--silent", "lint"], { stdio: "inherit" });
  execFileSync("npm", ["run", "--silent", "types"], { stdio: "inherit" });
  ensurePrograms();
}
const folder = mkdtempSync(join(tmpdir(), "cronograph-test-"));

/** Runs files, all when none is named. Answers what Vitest reports, and whether anything went wrong outside of tests. */
function run(zone, files, name = zone) {
  const report = join(folder, `${name.replaceAll("/", "-")}.json`);
  const vitest = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...files,
  ];
  const { status } = spawnSync(process.execPath, vitest, { stdio: "inherit", env: { ...process.env, TZ: zone } });
  const result = JSON.parse(readFileSync(report, "utf8"));
  const failures = result.testResults.flatMap(({ name, status: ofFile, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const wrong = assertionResults.filter((test) => test.status === "failed");
    if (ofFile === "failed" && wrong.length === 0) return [{ zone, file, test: "(the file)", message }];
    return wrong.map(({ fullName, failureMessages }) => ({ zone, file, test: fullName, message: failureMessages[0] }));
  });
  const { numPassedTests: passed, numFailedTests: failed } = result;
  return { passed, failed, failures, broken: status !== 0 && failed === 0 };
}

/** What fails beside others on two processors and passes by itself is told, and is no failure. A breach of a promise under faults stays one. */
const mayBeLoad = ({ file }) => !file.startsWith("test/chaos/");
const MOST_AGAIN = 5;

function again({ failures }, zone) {
  const files = [...new Set(failures.map(({ file }) => file))];
  if (files.length > MOST_AGAIN || !failures.every(mayBeLoad)) return [];
  return files.filter((file, index) => {
    console.log(`\nOnce more, by itself: ${file}`);
    const { passed, failed, broken } = run(zone, [file], `${zone} again ${index}`);
    return passed > 0 && failed === 0 && !broken;
  });
}

let passed = 0;
let failed = 0;
/** Told again at the end: the reports above are long. */
const told = [];
try {
  for (const { zone, files } of chosen.length > 0 ? RUNS.slice(0, 1) : RUNS) {
    console.log(`\nThe suite under TZ=${zone}`);
    const result = run(zone, files);
    const unsteady = chosen.length > 0 ? [] : again(result, zone);
    for (const failure of result.failures) told.push({ ...failure, unsteady: unsteady.includes(failure.file) });
    const tests = result.failures.filter(({ file, test }) => unsteady.includes(file) && test !== "(the file)").length;
    passed += result.passed + tests;
    failed += result.failed - tests;
    // A file that could not be loaded, or an error outside of any test.
    if (result.broken && !(result.failures.length > 0 && result.failures.every(({ file }) => unsteady.includes(file))))
      failed++;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const { zone, file, test, message, unsteady } of told)
  console.log(
    `\n${unsteady ? "UNSTEADY (passed by itself)" : "FAILED"} under TZ=${zone}: ${file} > ${test}\n${(message ?? "").slice(0, 4000)}`,
  );
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
