// How soon others went on with what an instance had going: the figures by fault, and what they must be over a batch of rounds.
import type { Takeover } from "./check.ts";

/** After kill -9 of 99 in 100 runs, as docs/guarantees.md has it. */
export const KILL_P99_MS = 5_000;

export interface Figures {
  readonly runs: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** In ms, by fault; what a hindrance of the machine reaches into says nothing of the program and is not among them. */
export type TakeoversMs = Readonly<Record<string, readonly number[]>>;

export function takeoversIn(rounds: readonly { readonly takeovers: readonly Takeover[] }[]): TakeoversMs {
  const found: Record<string, number[]> = {};
  for (const { fault, ms, stalled } of rounds.flatMap(({ takeovers }) => takeovers)) {
    if (stalled) continue;
    const own = found[fault] ?? [];
    own.push(ms);
    found[fault] = own;
  }
  return found;
}

export function figuresOf(takeoversMs: readonly number[]): Figures {
  const sorted = takeoversMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { runs: sorted.length, p50: at(0.5), p99: at(0.99), most: at(1) };
}

/** A killed process is gone at once. One that stops or is cut off may have renewed its lease, or lost its answer, just then: told apart. */
export const ofKills = (takeovers: TakeoversMs): number[] =>
  Object.entries(takeovers).flatMap(([fault, ms]) => (fault.startsWith("kill:") ? ms : []));

/** What is wrong with a batch, beside what is wrong with its rounds. */
export function tooSlow(takeovers: TakeoversMs): string[] {
  const { runs, p99 } = figuresOf(ofKills(takeovers));
  return p99 > KILL_P99_MS
    ? [
        `takeover: 99 in 100 of ${runs} runs went on only ${p99} ms after kill -9, which must be ${KILL_P99_MS} ms at most`,
      ]
    : [];
}
