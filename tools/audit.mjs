// `npm run audit`: asks the registry for known vulnerabilities of what is installed with the program (no development tools). Ends with 1 when one is
// high or critical. A registry without that service is said so plainly: then nothing was audited, and that is no failure of the code.
import { spawnSync } from "node:child_process";

const FATAL = ["high", "critical"];
const { stdout, stderr, error } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  shell: process.platform === "win32",
  maxBuffer: 64 * 1_048_576,
});
let report;
try {
  report = JSON.parse(stdout);
} catch {
  // Said below.
}
if (!report?.metadata?.vulnerabilities) {
  const { statusCode, message, error: told } = report ?? {};
  const why = statusCode || told?.code || message || told?.summary || error?.message || stderr.trim() || "no answer";
  console.log(
    `\nNOT AUDITED: the npm registry of this machine does not tell vulnerabilities (${why}). Run npm run audit where it does.\n`,
  );
  process.exit(0);
}
const bad = Object.values(report.vulnerabilities).filter(({ severity }) => FATAL.includes(severity));
for (const { name, severity, range, via } of bad) {
  const causes = via.map((each) => (typeof each === "string" ? `by ${each}` : `${each.title} ${each.url}`));
  console.log(`${severity}: ${name} ${range}: ${causes.join("; ")}`);
}
const { total } = report.metadata.vulnerabilities;
console.log(
  `Audited what is installed with the program: ${total} known vulnerabilities, ${bad.length} of them high or critical.`,
);
process.exit(bad.length > 0 ? 1 : 0);
