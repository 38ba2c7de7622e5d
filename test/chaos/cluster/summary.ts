// The figures of many rounds.
import { RULES } from "../check-context.ts";
import type { ClusterVerdict } from "./round.ts";
import { type Figures, figuresOf, ofKills, takeoversIn, tooSlow } from "./takeovers.ts";

export interface Summary {
  readonly ok: boolean;
  readonly minutes: number;
  readonly instances: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly takeover: { readonly kills: Figures; readonly byFault: Readonly<Record<string, Figures>> };
  /** What is wrong with the figures of all rounds together. */
  readonly slow: readonly string[];
  readonly breaches: Readonly<Record<string, number>>;
  readonly details: readonly { readonly seed: number; readonly breaches: readonly string[] }[];
}

export function summary(
  verdicts: readonly ClusterVerdict[],
  broken: readonly { seed: number; breaches: readonly string[] }[],
): Summary {
  const tally = (names: readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
  const sum = (count: (verdict: ClusterVerdict) => number) => verdicts.reduce((total, each) => total + count(each), 0);
  const takeovers = takeoversIn(verdicts);
  const slow = tooSlow(takeovers);
  return {
    ok: broken.length === 0 && slow.length === 0,
    minutes: Math.round(performance.now() / 6_000) / 10,
    instances: tally(verdicts.map(({ instances }) => `${instances} instances`)),
    faults: tally(verdicts.flatMap((verdict) => verdict.faults.map(({ kind }) => kind))),
    counts: {
      rounds: verdicts.length,
      tasks: sum(({ tasks }) => tasks),
      runs: sum(({ runs }) => runs),
      attempts: sum(({ attempts }) => attempts),
      calls: sum(({ calls }) => calls),
      events: sum(({ events }) => events),
      unknown: sum(({ unknown }) => unknown),
      triggered: sum(({ triggered }) => triggered),
      cancelled: sum(({ cancelled }) => cancelled),
      changed: sum(({ changed }) => changed),
      reports: sum(({ reports }) => reports),
      stalled: sum(({ stalled }) => Number(stalled)),
    },
    takeover: {
      kills: figuresOf(ofKills(takeovers)),
      byFault: Object.fromEntries(Object.entries(takeovers).map(([fault, ms]) => [fault, figuresOf(ms)])),
    },
    slow,
    breaches: {
      ...Object.fromEntries(RULES.map((rule) => [rule, 0])),
      ...tally(broken.flatMap(({ breaches }) => breaches.map((breach) => breach.slice(0, breach.indexOf(":"))))),
    },
    details: broken.map(({ seed, breaches }) => ({ seed, breaches: breaches.slice(0, 20) })),
  };
}
