// Matches paths against patterns such as `*.log`, `cache/`, `**/node_modules` or `photos/{2024,2025}/*.jpg`.
// `*` and `?` stay inside one name, `**` spans folders; a pattern without a slash matches a name at any depth, one with
// a slash starts at the root. Never builds a regular expression, so that no pattern can make it slow.

import { z } from "zod";

const MAX_ALTERNATIVES = 64;

/** A pattern in a payload. */
export const globSchema = z
  .string()
  .min(1, "expected a pattern of 1 to 200 characters")
  .max(200, "expected a pattern of 1 to 200 characters")
  .refine((text) => !text.split("/").includes(".."), "expected a pattern without `..`");

/** Whether a path (relative, `/` between names) or one of the folders that hold it matches one of the patterns. */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const parsed = patterns.flatMap(alternatives).map(parse);
  return (path) => {
    const names = path.split("/");
    return parsed.some((pattern) => names.some((_, end) => matchNames(pattern, names.slice(0, end + 1))));
  };
}

/** Whether a file's path itself matches one of the patterns; matching a folder alone is not enough. */
export function fileMatcher(patterns: readonly string[]): (path: string) => boolean {
  const parsed = patterns.flatMap(alternatives).map(parse);
  return (path) => parsed.some((pattern) => matchNames(pattern, path.split("/")));
}

function parse(pattern: string): string[] {
  const clean = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
  const anchored = clean.includes("/");
  const names = clean.split("/").filter((name) => name !== "");
  return anchored ? names : ["**", ...names];
}

function alternatives(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0) {
    const text = open.pop() as string;
    const group = /\{([^{}]*)\}/.exec(text);
    if (!group) done.push(text);
    else for (const part of (group[1] ?? "").split(",")) open.push(text.replace(group[0], () => part));
    if (done.length + open.length > MAX_ALTERNATIVES) {
      throw new Error(`The pattern ${JSON.stringify(pattern)} has more than ${MAX_ALTERNATIVES} alternatives.`);
    }
  }
  return done;
}

/** Greedy with one step back to the newest `**`: at most pattern × path steps. */
function matchNames(pattern: readonly string[], names: readonly string[]): boolean {
  return greedy(pattern, names, (part) => part === "**", matchName);
}

function matchName(pattern: string, name: string): boolean {
  return greedy(
    [...pattern],
    [...name],
    (part) => part === "*",
    (part, char) => part === "?" || part === char,
  );
}

function greedy<P, T>(
  pattern: readonly P[],
  text: readonly T[],
  isStar: (part: P) => boolean,
  same: (part: P, item: T) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const part = pattern[p];
    if (p < pattern.length && isStar(part as P)) {
      star = p++;
      mark = t;
    } else if (p < pattern.length && same(part as P, text[t] as T)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (p < pattern.length && isStar(pattern[p] as P)) p++;
  return p === pattern.length;
}
