// Whose turn it is where runs of several namespaces want the same slots: each slot goes to the namespace that has the fewest going, so that
// a team with much to do takes what the others leave, and no more. Within a namespace the rank decides. Pure.
import { partsOf } from "./lanes.ts";
import { byRank } from "./queues.ts";
import type { Run } from "./types.ts";

type Waiting = Pick<Run, "id" | "lane" | "dueAt" | "priority">;

const keyOf = (lane: string): string => {
  const { namespaceId, kind } = partsOf(lane);
  return `${kind} ${namespaceId}`;
};

export class FairTurns<R extends Waiting> {
  /** The first of each stands at its end. */
  readonly #waiting = new Map<string, R[]>();
  readonly #going = new Map<string, number>();

  /** `going`: lanes of the runs that hold the other slots. */
  constructor(waiting: readonly R[], going: readonly string[]) {
    const keys = new Map<string, string>();
    for (const run of [...waiting].sort(byRank).reverse()) {
      const { namespaceId } = partsOf(run.lane);
      const before = this.#waiting.get(namespaceId);
      if (before) before.push(run);
      else this.#waiting.set(namespaceId, [run]);
    }
    // Alone among itself nobody is counted.
    if (this.#waiting.size < 2) return;
    for (const lane of going) {
      const key = keys.get(lane) ?? keyOf(lane);
      keys.set(lane, key);
      this.#count(key);
    }
  }

  /** Each run once; undefined: there is none left. */
  next(): R | undefined {
    if (this.#waiting.size === 1) return this.#take(this.#waiting.keys().next().value as string);
    let chosen: string | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    let first: R | undefined;
    for (const [namespaceId, runs] of this.#waiting) {
      const run = runs.at(-1) as R;
      const count = this.#going.get(keyOf(run.lane)) ?? 0;
      if (count > fewest || (count === fewest && first && byRank(first, run) < 0)) continue;
      [chosen, fewest, first] = [namespaceId, count, run];
    }
    return chosen === undefined ? undefined : this.#take(chosen);
  }

  /** It has been given a slot. */
  took({ lane }: R): void {
    this.#count(keyOf(lane));
  }

  #take(namespaceId: string): R {
    const runs = this.#waiting.get(namespaceId) as R[];
    const run = runs.pop() as R;
    if (runs.length === 0) this.#waiting.delete(namespaceId);
    return run;
  }

  #count(key: string): void {
    this.#going.set(key, (this.#going.get(key) ?? 0) + 1);
  }
}
