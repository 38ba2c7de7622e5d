// Compares two texts line by line, as a bag: which lines are new and which are gone.
// A line that only moved is no change of content and is told apart. Never keeps more lines than it was given.

import { z } from "zod";

const MAX_TESTED_CHARACTERS = 2_000;

/** A regular expression in a payload. The text it is tried on is bounded too; a run's timeout bounds the rest. */
export const regexpSchema = z
  .string()
  .min(1)
  .max(200, "expected a regular expression of 1 to 200 characters")
  .refine(compiles, "expected a regular expression that JavaScript can read")
  .refine(
    (text) => !/\([^()]*[+*}]\)[+*{]/.test(text),
    "expected no repeated group of repetitions such as `(a+)+`: it can take for ever",
  );

function compiles(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

/** The lines of a text without those that match one of the expressions, white space at their ends cut. */
export function linesOf(text: string, ignore: readonly string[]): string[] {
  const patterns = ignore.map((source) => new RegExp(source, "u"));
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  if (lines.at(-1) === "") lines.pop();
  return lines.filter((line) => !patterns.some((pattern) => pattern.test(line.slice(0, MAX_TESTED_CHARACTERS))));
}

export interface LineChanges {
  readonly added: string[];
  readonly removed: string[];
  /** True when the lines are the same ones in another order. */
  readonly onlyMoved: boolean;
}

export function compareLines(before: readonly string[], after: readonly string[]): LineChanges {
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  const added = after.filter((line) => !take(left, line));
  const removed = before.filter((line) => take(left, line));
  const same = before.length === after.length && before.every((line, index) => line === after[index]);
  return { added, removed, onlyMoved: added.length === 0 && removed.length === 0 && !same };
}

function take(left: Map<string, number>, line: string): boolean {
  const count = left.get(line) ?? 0;
  if (count > 0) left.set(line, count - 1);
  return count > 0;
}
