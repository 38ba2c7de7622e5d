// What a timing names and does not run: times that clock changes drop, and occurrences that exclusions leave out. Clock changes
// are told by the change, exclusions by the occurrence.

import type { CompiledExclusion } from "./exclusions.ts";
import { localText } from "./local-text.ts";
import type { Omission } from "./occurrences.ts";
import { SEARCH_MS, type Source } from "./source.ts";

/** An exclusion that never meets the schedule is followed over so many of its stretches. */
const MOST_STRETCHES = 100_000;

/** What one exclusion leaves out of (after, until], oldest first. Goes from stretch to stretch, not through what runs. */
function excludedBy(
  exclusion: CompiledExclusion,
  source: Source,
  after: number,
  until: number,
  limit: number,
): Omission[] {
  const { zone, name } = exclusion;
  const found: Omission[] = [];
  const last = Math.min(until, after + SEARCH_MS);
  for (let at = after, i = 0; found.length < limit && i < MOST_STRETCHES; i++) {
    const begin = exclusion.firstFrom(at + 1, last);
    if (begin === null) break;
    const moment = source.next(begin - 1);
    if (moment === null || moment.at > last) break;
    at = moment.at;
    if (exclusion.endOf(at) === null) continue;
    const second = Math.floor(at / 1000);
    found.push({
      at,
      local: localText(second + zone.offsetAt(second)),
      timezone: zone.name,
      note: { kind: "EXCLUDED", message: `left out by ${name} (${exclusion.because(at)})` },
    });
  }
  return found;
}

/**
 * `named` are the instants before exclusions, `kept` after them. An occurrence that several exclusions leave out is told once,
 * by the first of them.
 */
export function omissionsOf(
  named: Source,
  kept: Source,
  exclusions: readonly CompiledExclusion[],
  after: number,
  until: number,
  limit: number,
): Omission[] {
  const dropped = kept
    .effects(after, until, limit)
    .flatMap(({ impact, omission }) =>
      omission === null ? [] : [{ omission, order: omission.at ?? impact.changeAt }],
    );
  const told = new Set<number>();
  const excluded = exclusions.flatMap((exclusion) =>
    excludedBy(exclusion, named, after, until, limit).flatMap((omission) => {
      const order = omission.at ?? 0;
      if (told.has(order)) return [];
      told.add(order);
      return [{ omission, order }];
    }),
  );
  return [...dropped, ...excluded]
    .sort((a, b) => a.order - b.order)
    .slice(0, limit)
    .map(({ omission }) => omission);
}
