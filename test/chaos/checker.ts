// Compares what the ledger and the API say with what must be: DESIGN's guarantees, by arithmetic alone. Uses nothing of the server.
import { checkAttempts, checkCalls } from "./check-calls.ts";
import { checkAcknowledged, checkRestless, checkWorkers } from "./check-clients.ts";
import { attemptKey, type Context } from "./check-context.ts";
import { checkDues, checkRows } from "./check-dues.ts";
import { checkEvents } from "./check-events.ts";
import type { Call, Done, Fault, Seen } from "./observed.ts";

/** One line for each breach; none when all rules held. */
export function check(seen: Seen, done: Done): string[] {
  const breaches = new Set<string>();
  const spans = done.faults.map((fault: Fault) => ({ kind: fault.kind, ...done.clock.during(fault.from, fault.to) }));
  const callsOf = new Map<string, Call[]>();
  for (const call of seen.allCalls) {
    const key = attemptKey(call.run, call.attempt);
    callsOf.set(key, [...(callsOf.get(key) ?? []), call]);
  }
  const context: Context = {
    ...seen,
    ...done,
    byId: new Map(seen.rows.map((row) => [row.id, row])),
    callsOf,
    touched: (from, to, kinds) =>
      spans.some((span) => {
        const counts = kinds === undefined || kinds.some((kind) => span.kind.startsWith(kind));
        return counts && span.from <= to && span.to >= from;
      }),
    say: (rule, text) => breaches.add(`${rule}: ${text}`),
  };
  for (const rules of [checkDues, checkRows, checkCalls, checkAttempts, checkAcknowledged, checkRestless, checkWorkers, checkEvents]) rules(context); // biome-ignore format: a list
  return [...breaches];
}
