// What a clock change did to an occurrence, in words for people. Only words: it decides nothing.

import type { RepeatRule } from "../timing.ts";
import { type ClockRules, gapRule } from "./clock-rules.ts";
import { type LocalTimes, NEVER } from "./local-search.ts";
import { clockText, dateText } from "./local-text.ts";
import type { Note } from "./occurrences.ts";
import type { Zone } from "./zone.ts";

/** Times named one by one; of more, the first and the number. */
const NAMED_TIMES = 3;

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The local times in [from, until) in words, for example `02:00 and 59 later times`. */
export interface TimesInWords {
  readonly first: number;
  readonly count: number;
  readonly text: string;
}

export function timesInWords(times: LocalTimes, from: number, until: number): TimesInWords {
  const named: number[] = [];
  for (let at = times.next(from, until); at !== NEVER && named.length < NAMED_TIMES; at = times.next(at + 1, until)) {
    named.push(at);
  }
  const first = named[0] ?? from;
  const count = times.count(from, until);
  const text = count > NAMED_TIMES ? `${clockText(first)} and ${count - 1} later times` : list(named.map(clockText));
  return { first, count, text };
}

/** The run at a local time of segment i that the zone shows twice. */
export function passNote(repeat: RepeatRule, zone: Zone, i: number, local: number): Note {
  if (repeat === "BOTH") {
    const length = (zone.reached[i] as number) - ((zone.starts[i] as number) + (zone.offsets[i] as number));
    const what = length === 3600 ? "hour" : `${length / 60} minutes`;
    const where = `(clocks go back on ${dateText(local)} in ${zone.name})`;
    return { kind: "REPEATED", message: `second pass of the repeated ${what} ${where}` };
  }
  const twice = `${clockText(local)} happens twice on ${dateText(local)} in ${zone.name} (clocks go back)`;
  return repeat === "FIRST"
    ? { kind: "FIRST_PASS", message: `${twice}; runs the first time only` }
    : { kind: "SECOND_PASS", message: `${twice}; runs the second time only` };
}

/** What becomes of local times that come twice, of which there is at least one, and of the pass left out, if one is. */
export function twiceNote(
  repeat: RepeatRule,
  { first, count, text }: TimesInWords,
  zone: Zone,
): Note & { readonly omitted: Note | null } {
  const many = count > 1;
  const twice = `${text} ${many ? "happen" : "happens"} twice on ${dateText(first)} in ${zone.name} (clocks go back)`;
  if (repeat === "BOTH")
    return { kind: "REPEATED", message: `${twice}; ${many ? "run" : "runs"} both times`, omitted: null };
  const [kept, left] = repeat === "FIRST" ? ["first", "second"] : ["second", "first"];
  return {
    kind: repeat === "FIRST" ? "FIRST_PASS" : "SECOND_PASS",
    message: `${twice}; ${many ? "run" : "runs"} the ${kept} time only`,
    omitted: { kind: "DROPPED", message: `${twice}; the ${left} pass is left out` },
  };
}

/** What becomes of the local times inside the gap before segment i, of which there is at least one. */
export function gapNote(times: LocalTimes, rules: ClockRules, zone: Zone, i: number): Note {
  const from = zone.reached[i] as number;
  const until = (zone.starts[i] as number) + (zone.offsets[i] as number);
  const { first, count, text } = timesInWords(times, from, until);
  const verb = count > 1 ? "do not exist" : "does not exist";
  const missing = `${text} ${verb} on ${dateText(first)} in ${zone.name} (clocks go forward)`;
  const rule = gapRule(rules, until - from);
  if (rule === "SKIP") return { kind: "DROPPED", message: `${missing}; left out` };
  const run = rule === "NEXT_VALID" ? until : from - 1;
  const where = dateText(first) === dateText(run) ? clockText(run) : `${clockText(run)} on ${dateText(run)}`;
  if (times.next(run, run + 1) === run) return { kind: "MERGED", message: `${missing}; joins the run at ${where}` };
  const then = count > 1 ? `runs once, at ${where}, instead` : `runs at ${where} instead`;
  return { kind: "MOVED", message: `${missing}; ${then}` };
}
