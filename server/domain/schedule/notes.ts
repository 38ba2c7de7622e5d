// What a clock change did to an occurrence, in words for people. Only words: it decides nothing.

import type { CronSpec } from "./cron-spec.ts";
import { countLocal, nextLocal } from "./local-search.ts";
import { clockText, dateText } from "./local-text.ts";
import type { Note } from "./occurrences.ts";
import type { Zone } from "./zone.ts";

/** Times named one by one; of more, the first and the number. */
const NAMED_TIMES = 3;

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A wildcard run at a local time that segment i shows for the second time. */
export function secondPassNote(zone: Zone, i: number, local: number): Note {
  const length = (zone.reached[i] as number) - ((zone.starts[i] as number) + (zone.offsets[i] as number));
  const what = length === 3600 ? "hour" : `${length / 60} minutes`;
  const message = `second pass of the repeated ${what} (clocks go back on ${dateText(local)} in ${zone.name})`;
  return { kind: "REPEATED", message };
}

/** A fixed-time run at a local time that comes again in the next segment. */
export function onceOfTwoNote(zone: Zone, local: number): Note {
  const message = `${clockText(local)} happens twice on ${dateText(local)} in ${zone.name} (clocks go back); runs the first time only`;
  return { kind: "FIRST_PASS", message };
}

/** The run at the end of the gap before segment i, for the local times inside it. */
export function gapNote(spec: CronSpec, zone: Zone, i: number): Note {
  const from = zone.reached[i] as number;
  const until = (zone.starts[i] as number) + (zone.offsets[i] as number);
  const times: number[] = [];
  for (
    let at = nextLocal(spec, from, until);
    at < until && times.length < NAMED_TIMES;
    at = nextLocal(spec, at + 1, until)
  ) {
    times.push(at);
  }
  const first = times[0] ?? from;
  const count = countLocal(spec, from, until);
  const many = count > NAMED_TIMES;
  const missing = many ? `${clockText(first)} and ${count - 1} later times` : list(times.map(clockText));
  const verb = count > 1 ? "do not exist" : "does not exist";
  const sameDay = dateText(first) === dateText(until);
  const start = sameDay ? clockText(until) : `${clockText(until)} on ${dateText(until)}`;
  const merged = nextLocal(spec, until, until + 1) === until;
  const then = merged
    ? `joins the run at ${start}`
    : count > 1
      ? `runs once, at ${start}, instead`
      : `runs at ${start} instead`;
  const message = `${missing} ${verb} on ${dateText(first)} in ${zone.name} (clocks go forward); ${then}`;
  return { kind: merged ? "MERGED" : "MOVED", message };
}
