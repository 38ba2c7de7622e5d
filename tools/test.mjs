// `npm test`: checks format, lint and types, builds, runs the whole suite, then what is about time and the API again under a second
// host time zone, and what is about time alone under a third. Ends with one line `N passed, N failed`; the exit code is 0 only when nothing failed and something ran.
// `npm test -- FILE …` runs the named tests only.
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
let passed = 0;
let failed = 0;
let broken = false;
/** What failed, told again at the end: the reports above it are long. */
const failures = [];
try {
  for (const { zone, files } of chosen.length > 0 ? RUNS.slice(0, 1) : RUNS) {
    console.log(`\nThe suite under TZ=${zone}`);
    const report = join(folder, `${zone.replaceAll("/", "-")}.json`);
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
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    if (status !== 0 && result.numFailedTests === 0) broken = true;
    for (const { name, status: ofFile, message, assertionResults } of result.testResults) {
      const file = relative(process.cwd(), name);
      const wrong = assertionResults.filter((test) => test.status === "failed");
      for (const { fullName, failureMessages } of wrong)
        failures.push({ zone, file, test: fullName, message: failureMessages[0] });
      if (ofFile === "failed" && wrong.length === 0) failures.push({ zone, file, test: "(the file)", message });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (broken) failed++; // a file that could not be loaded, or an error outside of any test
for (const { zone, file, test, message } of failures)
  console.log(`\nFAILED under TZ=${zone}: ${file} > ${test}\n${(message ?? "").slice(0, 4000)}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
