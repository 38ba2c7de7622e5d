// The readers that have caught up: each a place in the ring. Serves them in slices, so that a crowd delays nobody else in the process.
// A reader that does not take what it is given stays behind until the ring has passed it; nobody waits for it.
import { nextTurn } from "../../clock.ts";
import { RequestError } from "../../domain/errors.ts";
import { SUBSCRIBER_EVENTS } from "../../domain/limits.ts";
import { LONGEST_STALL_MS, LOOK_EVERY_MS, MOST_UNREAD_BYTES, type Reader } from "./reader.ts";
import type { Ring } from "./ring.ts";

/** Readers are served for so long before others get their turn. */
const SLICE_MS = 8;
const SENT_AT_ONCE_BYTES = 65_536;

export const slowConsumer = () =>
  new RequestError(
    "SLOW_CONSUMER",
    `The subscriber left more than ${SUBSCRIBER_EVENTS} events or 1 MiB unread. Subscribe again after the last cursor to miss nothing.`,
  );

export interface Member {
  readonly reader: Reader;
  /** Number of the entry to be sent next. */
  next: number;
  /** Entries up to this place it has already. */
  at: number;
  stalledMs: number;
  left: boolean;
  /** Told once it has all entries before this number: it has caught up. */
  mark?: { readonly before: number; readonly body: string } | undefined;
}

export interface AudienceOptions {
  readonly ring: Ring<unknown>;
  /** Only the newest entry counts: whoever stays behind leaves out the others. */
  readonly newestOnly: boolean;
  readonly after: (delayMs: number, callback: () => void) => () => void;
  readonly onSlow: (member: Member) => void;
}

export class Audience {
  readonly #members = new Set<Member>();
  #serving: Promise<void> | undefined;
  #again = false;
  #cancelLook: (() => void) | undefined;

  constructor(private readonly options: AudienceOptions) {}

  get size(): number {
    return this.#members.size;
  }

  add(member: Member): void {
    this.#members.add(member);
  }

  delete(member: Member): void {
    this.#members.delete(member);
  }

  has(member: Member): boolean {
    return this.#members.has(member);
  }

  /** Whether it has all that is in the ring. */
  isServed(member: Member): boolean {
    return member.next >= this.options.ring.end;
  }

  /** Resolves when everybody has been given what they take. */
  serve(): Promise<void> {
    this.#again = true;
    this.#serving ??= this.#serve();
    return this.#serving;
  }

  /** To those who have all: it is not kept. */
  tellServed(body: string): void {
    for (const member of this.#members) if (this.isServed(member)) member.reader.send([body]);
  }

  stop(): void {
    this.#cancelLook?.();
    this.#members.clear();
  }

  async #serve(): Promise<void> {
    // `#serving` is set before the first delivery, and unset in the turn of the last look at `#again`: whoever asks later is not overheard.
    await Promise.resolve();
    try {
      while (this.#again) {
        this.#again = false;
        let sliceAt = performance.now();
        for (const member of this.#members) {
          this.#deliver(member);
          if (performance.now() - sliceAt < SLICE_MS) continue;
          await nextTurn();
          sliceAt = performance.now();
        }
      }
    } finally {
      this.#serving = undefined;
    }
  }

  #deliver(member: Member): void {
    const { ring, newestOnly, onSlow } = this.options;
    while (member.next < ring.end) {
      if (member.next < ring.first) {
        if (!newestOnly) {
          onSlow(member);
          return;
        }
        member.next = ring.first;
      }
      if (member.reader.unread() > MOST_UNREAD_BYTES) {
        this.#lookAgain();
        return;
      }
      const bodies: string[] = [];
      for (let bytes = 0; bytes < SENT_AT_ONCE_BYTES && member.next < ring.end; member.next++) {
        if (member.mark && member.next >= member.mark.before) bodies.push(takeMark(member.mark, member));
        const entry = ring.get(member.next);
        if (entry?.body === undefined || entry.at <= member.at) continue;
        bodies.push(entry.body);
        bytes += entry.body.length;
      }
      if (bodies.length > 0) member.reader.send(bodies);
    }
    if (member.mark) member.reader.send([takeMark(member.mark, member)]);
    member.stalledMs = 0;
  }

  #lookAgain(): void {
    this.#cancelLook ??= this.options.after(LOOK_EVERY_MS, () => {
      this.#cancelLook = undefined;
      for (const member of this.#members) {
        if (this.isServed(member)) continue;
        member.stalledMs += LOOK_EVERY_MS;
        if (member.stalledMs < LONGEST_STALL_MS) continue;
        this.options.onSlow(member);
        member.reader.cut();
      }
      void this.serve();
    });
  }
}

function takeMark({ body }: NonNullable<Member["mark"]>, member: Member): string {
  member.mark = undefined;
  return body;
}
