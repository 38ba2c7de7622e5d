// One after the other, in the order in which they came; one that fails holds up nobody.
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Resolves when nobody waits any more. */
  async over(): Promise<void> {
    let last: unknown;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }
}
