// Which time zone names a schedule may use: the IANA names, links included, in their own spelling. ICU's private names
// (PST, IST, SystemV/…) and plain offsets are none: they are ambiguous or know no clock change.

import { ZONE_LINKS } from "./zone-links.ts";

let listed: ReadonlyMap<string, string> | null = null;
let links: ReadonlyMap<string, string> | null = null;
let sorted: readonly string[] | null = null;

const bySpelling = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name.toLowerCase(), name]));

/** Asking ICU about a link takes 50 µs, so all are asked once. */
function understood(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The name in IANA's spelling, a link staying a link; null when it is no IANA name that this Node knows. */
export function canonicalTimeZone(name: string): string | null {
  const key = name.toLowerCase();
  listed ??= bySpelling(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  const spelling = listed.get(key);
  if (spelling !== undefined) return spelling;
  links ??= bySpelling(ZONE_LINKS.filter(understood));
  return links.get(key) ?? null;
}

export const isTimeZone = (name: string): boolean => canonicalTimeZone(name) !== null;

/** All names that `isTimeZone` takes, sorted. */
export function timeZones(): readonly string[] {
  sorted ??= ["UTC", ...Intl.supportedValuesOf("timeZone"), ...ZONE_LINKS].filter(isTimeZone).sort();
  return sorted;
}

/** Version of the time zone rules in this Node, for example `2025b`; `unknown` for a Node built without ICU. */
export const tzdataVersion = (): string => process.versions.tz ?? "unknown";
