// A command as one line, as one would type it at a shell.
import type { ShellTarget } from "./types.ts";

const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
const LONGEST = 200;

/** Read by a POSIX shell it gives the same words again. */
export const quoteWord = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** For people: on one line, and cut. */
export function commandLine({ command, script }: Pick<ShellTarget, "command" | "script">): string {
  const text = command ? command.map(quoteWord).join(" ") : `sh -c ${quoteWord((script ?? "").trim())}`;
  const line = text.replace(/\s*[\r\n]+\s*/g, " ⏎ ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
