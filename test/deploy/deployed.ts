// Reads the files of deploy/ for their tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { SETTINGS } from "../../server/settings.ts";

export const deployed = (name: string): string => readFileSync(join(PACKAGE_ROOT, "deploy", name), "utf8");

/** What is set for others than Cronograph in its process. */
const OF_OTHERS = ["NODE_ENV"];

/** Names that the program does not read: misspelled, or gone. */
export const unknownSettings = (environment: object): string[] =>
  Object.keys(environment).filter((name) => !(name in SETTINGS) && !OF_OTHERS.includes(name));

/** A set SHUTDOWN_GRACE_MS, or the program's own. */
export const graceMs = (environment: { readonly SHUTDOWN_GRACE_MS?: string }): number =>
  Number(SETTINGS.SHUTDOWN_GRACE_MS.schema.parse(environment.SHUTDOWN_GRACE_MS));

/** What an instance may need beyond the grace: last results 5 s, sockets 1 s, answers 8 s, its farewell. */
export const HAND_OVER_MS = 15_000;
