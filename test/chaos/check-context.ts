// What all rules share: their names, and a round made ready to be asked about. Uses nothing of the server.
import type { Call, Done, Row, Seen } from "./observed.ts";

/** What a breach begins with. */
export const RULES = [
  /** A change that was answered without an error is not there. */
  "acknowledged",
  /** An occurrence has no row, or its row says neither that it ran nor why not. */
  "missed",
  "unexplained",
  /** A row that stands for many does not stand for as many as there are. */
  "summary",
  /** The missed-run policy was not kept. */
  "policy",
  "late",
  "early",
  /** Two rows for an occurrence, two calls of an attempt, two runs for a key. */
  "dupStart",
  /** An attempt that no fault and no trouble of the target's explains. */
  "extraAttempt",
  "retryEarly",
  "overlap",
  /** A call or a row of which nobody knows why it is there. */
  "ghost",
  "lostResult",
  "staleAccepted",
  /** A pause, a deletion, an edit or a cancellation that did not govern what followed it. */
  "afterAck",
  "stuck",
  /** The event log: a number left out, an order changed, an event lost or told twice, a story that its row contradicts. */
  "eventGap",
  /** What a fault's own look at the program has found. */
  "damage",
  "second",
  "trouble",
  "busy",
  /** What a dead instance had going was not taken over in time. */
  "takeover",
  /** The round could not be finished. */
  "round",
] as const;
export type Rule = (typeof RULES)[number];

export interface Context extends Seen, Done {
  readonly byId: ReadonlyMap<string, Row>;
  readonly callsOf: ReadonlyMap<string, readonly Call[]>;
  /** Whether a fault (of these kinds) reaches into this span of the program's time. */
  touched(from: number, to: number, kinds?: readonly string[]): boolean;
  say(rule: Rule, text: string): void;
}

/** Faults of many instances, and hindrances of the machine (`machine.ts`: "stall"), in which another one may take a run over: `cluster/check.ts` looks whose they were. */
export const BETWEEN_INSTANCES = [
  "stop:beyond",
  "stop:all",
  "partition",
  "slow:",
  "drip:",
  "db:",
  "lock:",
  "rolling",
  "stall",
];
/** Faults in which the process dies. */
export const DEADLY = ["kill", "damage"];

export const time = (text: string): number => Date.parse(text);
export const shown = (at: number): string => new Date(at).toISOString();
export const attemptKey = (run: string, attempt: number): string => `${run} attempt ${attempt}`;
