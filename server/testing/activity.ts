// Knows when the work of an instant is done: no call of the store is going, no attempt is working, nobody is about to begin. Results
// of attempts wait here for one another, so that their order never depends on which thread or socket was faster.
import { nextTurn, systemClock } from "../clock.ts";

export interface Activity {
  /** Something begins; answers what to call at its end. `what` is for the message when it never ends. */
  begin(what: string): () => void;
  /** Resolves when nothing else is going, one after the other by `order`. */
  myTurn(order: number): Promise<void>;
  /** Whether anything is going. */
  readonly busy: boolean;
  /** Lets those go that wait for their turn. False when there are none. */
  letGo(): boolean;
  /** Resolves when the instant is done. @throws when it takes longer than the limit, with what is going */
  settled(): Promise<void>;
}

export function createActivity(limitMs: number, shownNow: () => string): Activity {
  const going = new Set<{ readonly what: string }>();
  let waiting: { readonly order: number; readonly resolve: () => void }[] = [];
  /** Counts beginnings and ends: an unchanged one over a turn of the event loop means that nothing moves any more. */
  let moves = 0;
  let onEnd = () => {};

  async function someEnd(until: number): Promise<void> {
    const left = until - performance.now();
    if (left <= 0) throw new Error(notSettled());
    await new Promise<void>((resolve) => {
      const cancel = systemClock.after(left, resolve);
      onEnd = () => {
        cancel();
        resolve();
      };
    });
  }

  function notSettled(): string {
    const list = [...going].map(({ what }) => what);
    const shown = list.slice(0, 5).join("; ") + (list.length > 5 ? `; and ${list.length - 5} more` : "");
    return (
      `The work of ${shownNow()} was not done within ${limitMs / 1_000} s of real time: ${shown}. Time stands still while it goes on. ` +
      "A function should wait with context.sleep(); work that takes long needs a larger realTimeLimitMs."
    );
  }

  function letGo(): boolean {
    const turns = waiting.sort((a, b) => a.order - b.order);
    waiting = [];
    for (const { resolve } of turns) resolve();
    return turns.length > 0;
  }

  return {
    begin(what) {
      const entry = { what };
      going.add(entry);
      moves++;
      return () => {
        if (!going.delete(entry)) return;
        moves++;
        onEnd();
      };
    },
    myTurn: (order) =>
      new Promise((resolve) => {
        waiting.push({ order, resolve });
      }),
    get busy() {
      return going.size > 0;
    },
    letGo,
    async settled() {
      const until = performance.now() + limitMs;
      for (;;) {
        const before = moves;
        await nextTurn();
        if (going.size > 0) await someEnd(until);
        else if (moves === before && !letGo()) return;
      }
    },
  };
}
