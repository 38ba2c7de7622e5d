// Writes the tables of docs/disagreements.md from what the cron libraries answer. Run it by hand when a case or a library changes:
// `node --import tsx tools/disagreements-table.ts`; a test proves the page fresh.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../server/package.ts";
import {
  type Comparison,
  compare,
  type Disagreement,
  KINDS,
  type Kind,
  LIBRARIES,
} from "../test/domain/schedule/disagreements.ts";

const START = "<!-- disagreements: made by tools/disagreements-table.ts -->";
const END = "<!-- /disagreements -->";
export const DISAGREEMENTS_PAGE = join(PACKAGE_ROOT, "docs/disagreements.md");

/** Runs of a cell from the first that is not common to both; further ones are a dot-dot-dot. */
const MOST_SHOWN = 4;

/** In UTC; the date only where it is another than the one before. */
function times(runs: readonly number[], from: number): string {
  let day = new Date(from).toISOString().slice(0, 10);
  return runs
    .map((at) => {
      const text = new Date(at).toISOString();
      const date = text.slice(0, 10) === day ? "" : `${text.slice(text.slice(0, 4) === day.slice(0, 4) ? 5 : 0, 10)} `;
      day = text.slice(0, 10);
      return `${date}${text.slice(11, 19).replace(/:00$/, "")}`;
    })
    .join(", ");
}

function cell(runs: readonly number[], common: number, from: number, stopped: string | null): string {
  const shown = runs.slice(common, common + MOST_SHOWN);
  const parts = [
    ...(common > 0 ? ["…"] : []),
    ...(shown.length > 0 ? [times(shown, runs[common - 1] ?? from)] : []),
    ...(runs.length > common + MOST_SHOWN ? ["…"] : []),
    ...(stopped === null ? [] : [`error: ${stopped}`]),
  ];
  const ended = shown.length === 0 && stopped === null;
  return ended ? (common > 0 ? "…, no more" : "nothing") : parts.join(", ");
}

function row({ zone, expression, from, theirs, ours, stopped }: Disagreement): string {
  let common = 0;
  while (common < ours.length && ours[common] === theirs[common]) common++;
  const begin = new Date(from).toISOString().slice(0, 16).replace("T", " ");
  const right = common === ours.length && stopped !== null ? "goes on" : cell(ours, common, from, null);
  return `| ${zone} | \`${expression}\` | ${begin} | ${cell(theirs, common, from, stopped)} | ${right} |`;
}

function section({ library, compared, refused, disagreements }: Comparison, version: string): string {
  const [name = "", ...option] = library.name.split(" with ");
  const groups = (Object.keys(KINDS) as Kind[]).flatMap((kind) => {
    const rows = disagreements.filter((each) => each.kind === kind);
    if (rows.length === 0) return [];
    const head = "| zone | expression | from (UTC) | theirs | ours |\n|---|---|---|---|---|";
    return [`**${KINDS[kind]}**\n\n${head}\n${rows.map(row).join("\n")}`];
  });
  return [
    `## ${[`${name} ${version}`, ...option].join(" with ")}`,
    `${disagreements.length} of ${compared} answers differ. It refuses ${refused.length} expressions: ${refused.map((text) => `\`${text}\``).join(", ")}.`,
    ...groups,
  ].join("\n\n");
}

export function withDisagreements(page: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error("docs/disagreements.md has lost the marks of its tables");
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8"));
  const versions: Record<string, string> = { ...dependencies, ...devDependencies };
  const made = LIBRARIES.map((library) =>
    section(compare(library), versions[library.name.split(" ")[0] ?? ""] ?? "of an unknown version"),
  );
  return `${page.slice(0, start + START.length)}\n\n${made.join("\n\n")}\n\n${page.slice(end)}`;
}

if (process.argv[1] === import.meta.filename) {
  const page = readFileSync(DISAGREEMENTS_PAGE, "utf8");
  writeFileSync(DISAGREEMENTS_PAGE, withDisagreements(page));
}
