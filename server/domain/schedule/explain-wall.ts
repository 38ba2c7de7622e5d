// Why an instant is or is not a run of a schedule on a wall clock: what its local time says, and what clock changes within a
// day of it do. Only explains: the search decides, and a test holds the two together.

import { DAY_SECONDS } from "./calendar.ts";
import { changesBetween, effectOf } from "./clock-changes.ts";
import { gapRule } from "./clock-rules.ts";
import { NEVER } from "./local-search.ts";
import { clockText, dateText, offsetText } from "./local-text.ts";
import type { SpecCheck } from "./occurrences.ts";
import type { WallSchedule } from "./wall-source.ts";

const isNamed = ({ times }: WallSchedule, local: number): boolean => times.next(local, local + 1) !== NEVER;

/** The first time of the gap before segment i whose run is at `second`; null when there is none. */
function movedFrom({ times, rules, zone }: WallSchedule, i: number, second: number): number | null {
  const begin = zone.starts[i];
  if (i <= 0 || begin === undefined) return null;
  const shown = zone.reached[i] as number;
  const start = begin + (zone.offsets[i] as number);
  const rule = gapRule(rules, start - shown);
  const at = rule === "NEXT_VALID" ? begin : rule === "PREVIOUS_VALID" ? begin - 1 : null;
  if (shown >= start || at !== second) return null;
  const first = times.next(shown, start);
  return first === NEVER ? null : first;
}

/** Whether the pass of segment i is the one that does not count for a local time. */
function isOtherPass({ rules, zone }: WallSchedule, i: number, local: number): boolean {
  if (rules.repeat === "FIRST") return local < (zone.reached[i] as number);
  const end = zone.starts[i + 1];
  return rules.repeat === "SECOND" && end !== undefined && local >= end + (zone.offsets[i + 1] as number);
}

export function wallChecks(schedule: WallSchedule, at: number): SpecCheck[] {
  const { zone } = schedule;
  const second = Math.floor(at / 1000);
  const ms = at - second * 1000;
  // Reading an older time first keeps the indexes got after it.
  zone.indexAt(second - 2 * DAY_SECONDS);
  const here = zone.indexAt(second);
  zone.coverUntil(second + 2 * DAY_SECONDS);
  const local = second + (zone.offsets[here] as number);
  const named = isNamed(schedule, local);
  const otherPass = named && isOtherPass(schedule, here, local);
  const moved = movedFrom(schedule, here, second) ?? movedFrom(schedule, here + 1, second);
  const stands = moved !== null && ms === 0 && !named;
  const own = stands
    ? schedule.checks(moved, 0, ` (of ${clockText(moved)}, which clocks leave out)`)
    : schedule.checks(local, ms, "");
  const changes: SpecCheck[] = [];
  for (const i of changesBetween(zone, second - DAY_SECONDS - 1, second + DAY_SECONDS)) {
    const changeAt = zone.starts[i] as number;
    const effect = effectOf(schedule, i);
    const deciding = otherPass && !stands && (schedule.rules.repeat === "FIRST" ? i === here : i === here + 1);
    const carries = moved !== null && (i === here ? changeAt === second : changeAt === second + 1);
    changes.push({
      kind: "CLOCK_CHANGE",
      passed: deciding ? false : carries ? true : null,
      message: effect?.impact.message ?? untouched(schedule, i),
      changeAt: changeAt * 1000,
      offsetBefore: offsetText(zone.offsets[i - 1] as number),
      offsetAfter: offsetText(zone.offsets[i] as number),
    });
  }
  return [...own, ...changes];
}

function untouched({ zone }: WallSchedule, i: number): string {
  const shown = (zone.starts[i] as number) + (zone.offsets[i - 1] as number);
  const start = (zone.starts[i] as number) + (zone.offsets[i] as number);
  const [way, none] = start > shown ? ["forward", "left out"] : ["back", "repeated"];
  return `clocks go ${way} from ${clockText(shown)} to ${clockText(start)} on ${dateText(shown)} in ${zone.name}; no time of this schedule is ${none}`;
}
