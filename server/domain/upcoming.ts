// Merges what many tasks are to run within a window, soonest first, bounded. Pure.

import type { Occurrence, Timetable } from "./schedule/index.ts";
import type { Task } from "./types.ts";

export interface Upcoming {
  readonly task: Task;
  readonly occurrence: Occurrence;
}

export interface Candidate {
  readonly task: Task;
  readonly table: Timetable;
  /** How many of the task's occurrences may still start. */
  readonly left: number;
  /** Null when none is to come. */
  readonly first: Occurrence | null;
}

/**
 * The first `limit` starts up to `until`. When there are more, `until` is the last instant that was looked at wholly: every
 * start up to it is in the answer, so a caller can go on from there.
 */
export function mergeUpcoming(
  candidates: readonly Candidate[],
  until: number,
  limit: number,
): { readonly nodes: Upcoming[]; readonly until: number; readonly truncated: boolean } {
  const heads = candidates.map((candidate) => ({
    candidate,
    taken: 0,
    next: candidate.left > 0 ? candidate.first : null,
  }));
  const heap = new Heap(heads.filter((head) => head.next !== null) as Head[]);
  const nodes: Upcoming[] = [];
  for (let head = heap.top(); head !== undefined; head = heap.top()) {
    const { candidate, next } = head;
    if (next.effectiveAt > until) break;
    if (nodes.length === limit) {
      const seen = (nodes.at(-1) as Upcoming).occurrence.effectiveAt;
      const whole = seen === next.effectiveAt ? seen - 1 : seen;
      return {
        nodes: nodes.filter(({ occurrence }) => occurrence.effectiveAt <= whole),
        until: whole,
        truncated: true,
      };
    }
    nodes.push({ task: candidate.task, occurrence: next });
    head.taken++;
    const following = head.taken < candidate.left ? candidate.table.next(next.at) : null;
    if (following === null) heap.pop();
    else {
      head.next = following;
      heap.sink();
    }
  }
  return { nodes, until, truncated: false };
}

/** The first start after an instant. Jitter may start an occurrence after it whose own instant lies before. */
export function firstStart({ jitterMs }: Pick<Task, "jitterMs">, table: Timetable, after: number): Occurrence | null {
  const previous = jitterMs === 0 ? null : table.previous(after + 1);
  return previous !== null && previous.effectiveAt > after ? previous : table.next(after);
}

interface Head {
  readonly candidate: Candidate;
  taken: number;
  next: Occurrence;
}

/** A binary heap by the next start, ties by name. */
class Heap {
  constructor(private readonly items: Head[]) {
    for (let index = items.length >> 1; index >= 0; index--) this.#sink(index);
  }

  top(): Head | undefined {
    return this.items[0];
  }

  pop(): void {
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return;
    this.items[0] = last;
    this.#sink(0);
  }

  sink(): void {
    this.#sink(0);
  }

  #before(a: Head, b: Head): boolean {
    if (a.next.effectiveAt !== b.next.effectiveAt) return a.next.effectiveAt < b.next.effectiveAt;
    return a.candidate.task.name < b.candidate.task.name;
  }

  #sink(start: number): void {
    const { items } = this;
    for (let index = start; ; ) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < items.length && this.#before(items[child] as Head, items[least] as Head)) least = child;
      }
      if (least === index) return;
      [items[index], items[least]] = [items[least] as Head, items[index] as Head];
      index = least;
    }
  }
}
