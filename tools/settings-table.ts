// Writes the README's table of settings from server/settings.ts. Part of `npm run generate`; a test proves the table fresh.
import { readFileSync, writeFileSync } from "node:fs";
import { SETTINGS } from "../server/settings.ts";

const START = "<!-- settings: made by npm run generate -->";
const END = "<!-- /settings -->";

export function withSettings(readme: string): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { fallback, about }]) => `| \`${name}\` | \`${fallback}\` | ${about} |`,
  );
  const table = ["| setting | default | meaning |", "|---|---|---|", ...rows].join("\n");
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error("README.md has lost the marks of its settings table");
  return `${readme.slice(0, start + START.length)}\n${table}\n${readme.slice(end)}`;
}

if (process.argv[1] === import.meta.filename) {
  const readme = readFileSync("README.md", "utf8");
  writeFileSync("README.md", withSettings(readme));
}
