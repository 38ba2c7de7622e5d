// What the commands of both rigs read from their command line, and the seeds and plans that they keep.
import { readFileSync, writeFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";

export const whole = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("Expected a whole number.");
  return number;
};

/** Names of faults, separated by commas. */
export const namesOf =
  <T extends string>(faults: readonly T[]) =>
  (text: string): T[] => {
    const chosen = text.split(",") as T[];
    const unknown = chosen.find((kind) => !faults.includes(kind));
    if (unknown) throw new InvalidArgumentError(`No fault ${unknown}; there are ${[...new Set(faults)].join(", ")}.`);
    return chosen;
  };

/** Adds to what the suite replays, each once. */
export function keep(file: string, found: readonly unknown[]): void {
  const known = JSON.parse(readFileSync(file, "utf8")) as unknown[];
  const all = new Map([...known, ...found].map((each) => [JSON.stringify(each), each]));
  writeFileSync(file, `${JSON.stringify([...all.values()])}\n`);
}
