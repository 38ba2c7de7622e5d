// The newest values of a feed with the bodies that were made of them. Readers that were away for a moment find here what they missed.
import type { Placed } from "../../events/feed.ts";

export interface Entry<T> extends Placed<T> {
  /** JSON of the answer; undefined until somebody needs it. */
  body: string | undefined;
}

export class Ring<T> {
  /** Entries are numbered on; the first ones go. */
  #first = 0;
  #entries: Entry<T>[] = [];
  #bytes = 0;

  constructor(
    /** Everything beyond this place is here. */
    public floor: number,
    private readonly mostEntries: number,
    private readonly mostBytes: number,
  ) {}

  /** Number of the next entry. */
  get end(): number {
    return this.#first + this.#entries.length;
  }

  get first(): number {
    return this.#first;
  }

  get(number: number): Entry<T> | undefined {
    return this.#entries[number - this.#first];
  }

  add(value: Placed<T>, body: string | undefined): Entry<T> {
    const entry = { ...value, body };
    this.#entries.push(entry);
    this.#bytes += body?.length ?? 0;
    this.#trim();
    return entry;
  }

  /** Entries without a body, from this number on. */
  bare(number: number): Entry<T>[] {
    return this.#entries.slice(Math.max(0, number - this.#first)).filter(({ body }) => body === undefined);
  }

  setBody(entry: Entry<T>, body: string): void {
    if (entry.body !== undefined) return;
    entry.body = body;
    this.#bytes += body.length;
  }

  /** Number of the first entry beyond a place that is not below the floor. */
  after(at: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#entries[middle] as Entry<T>).at > at) high = middle;
      else low = middle + 1;
    }
    return this.#first + low;
  }

  #trim(): void {
    let gone = 0;
    // The newest stays, however large.
    while (
      this.#entries.length - gone > 1 &&
      (this.#entries.length - gone > this.mostEntries || this.#bytes > this.mostBytes)
    ) {
      const entry = this.#entries[gone++] as Entry<T>;
      this.#bytes -= entry.body?.length ?? 0;
      this.floor = Math.max(this.floor, entry.at);
    }
    // Moving the rest for each one would cost more than keeping some for a while.
    if (gone > 0) {
      this.#entries.splice(0, gone);
      this.#first += gone;
    }
  }
}
