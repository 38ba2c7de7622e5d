// All readers of one feed with one selection: each value is carried out and made into JSON once, whatever their number. What is older
// than the ring of the newest answers a reader takes from the feed's past by itself, at its own pace, before it joins the others.
import { nextTurn } from "../../clock.ts";
import { SUBSCRIBER_EVENTS } from "../../domain/limits.ts";
import type { Feed, Heard, Placed } from "../../events/feed.ts";
import { Audience, type Member, slowConsumer } from "./audience.ts";
import { LONGEST_STALL_MS, LOOK_EVERY_MS, MOST_UNREAD_BYTES, type Reader } from "./reader.ts";
import { Ring } from "./ring.ts";

const RING_BYTES = 1_048_576;
/** What has been heard and not been carried out yet; beyond it the feed's past is read instead. */
const MOST_PENDING = 2_000;
const RENDERED_AT_ONCE = 100;
const HEARTBEAT_MS = 10_000;
/** A group without readers stays for so long: those whose connection broke come back to it. */
const LINGER_MS = 30_000;

export interface From<T> {
  /** Go on after this place; null: from now on. */
  readonly after: number | null;
  /** What is told first, and the place to go on from. */
  readonly snapshot?: (() => Promise<{ values: readonly T[]; through: number }>) | undefined;
}

export interface GroupOptions<T> {
  readonly feed: Feed<T>;
  /** The answers to these values, as JSON. */
  readonly render: (values: readonly T[]) => Promise<string[]>;
  /** Bounds how many readers read the past at a time. */
  readonly pastTurn: <R>(work: () => Promise<R>) => Promise<R>;
  readonly after: (delayMs: number, callback: () => void) => () => void;
  /** Nobody has wanted it for a while. */
  readonly onIdle: () => void;
}

type Done = (error: Error | null) => void;

export class Group<T> {
  /** All who are here, also those that have not caught up. */
  readonly #open = new Map<Member, Done>();
  readonly #ring: Ring<T>;
  readonly #audience: Audience;
  readonly #ready: Promise<void>;
  readonly #stopListening: () => void;
  #pending: Heard<T>[] = [];
  #pendingCount = 0;
  /** More was heard than could be kept: the feed's past has it. */
  #overrun = false;
  #position = 0;
  #lastMark: { readonly at: number; readonly bodies: Promise<string[]> } | undefined;
  #processing = false;
  #quiet = true;
  /** Nothing more is heard; what was heard may still have to be told. */
  #closing = false;
  /** All that was heard is in the ring: whoever has it has everything. */
  #over: { readonly error: Error | null } | undefined;
  #cancelIdle = () => {};
  #cancelBeat = () => {};

  constructor(private readonly options: GroupOptions<T>) {
    const { feed, after } = options;
    this.#ring = new Ring(0, feed.newestOnly ? 1 : SUBSCRIBER_EVENTS, RING_BYTES);
    this.#audience = new Audience({
      ring: this.#ring,
      newestOnly: feed.newestOnly ?? false,
      after,
      onSlow: (member) => this.#release(member, slowConsumer()),
    });
    this.#stopListening = feed.listen({
      hear: (heard) => this.#hear(heard),
      end: () => void this.#finish(null),
      fail: (error) => this.close(error),
    });
    this.#ready = feed.head().then((head) => {
      this.#position = head;
      this.#ring.floor = head;
    });
    this.#ready.catch((error: Error) => this.close(error));
    if (feed.heartbeat) this.#beat();
  }

  /** Sends what comes after `from`. `done` is called once: with null when nothing more is to come, or with what went wrong. */
  open(reader: Reader, from: From<T>, done: Done): () => void {
    const member: Member = { reader, next: 0, at: 0, stalledMs: 0, left: false };
    this.#open.set(member, done);
    this.#cancelIdle();
    this.#join(member, from).catch((error: Error) => this.#release(member, error));
    return () => {
      this.#open.set(member, () => {});
      this.#release(member, null);
    };
  }

  close(error: Error | null = null): void {
    this.#closing = true;
    this.#over ??= { error };
    this.#stopListening();
    this.#cancelBeat();
    for (const member of [...this.#open.keys()]) this.#release(member, error);
    this.#cancelIdle();
    this.#audience.stop();
    if (error) this.options.onIdle();
  }

  #release(member: Member, error: Error | null): void {
    if (member.left) return;
    member.left = true;
    this.#audience.delete(member);
    this.#open.get(member)?.(error);
    this.#open.delete(member);
    if (this.#open.size === 0) this.#cancelIdle = this.options.after(LINGER_MS, this.options.onIdle);
  }

  async #join(member: Member, { after, snapshot }: From<T>): Promise<void> {
    await this.#ready;
    if (this.options.feed.past) {
      let at = after ?? this.#position;
      if (snapshot) {
        const { values, through } = await this.options.pastTurn(snapshot);
        await this.#sendAll(member, values);
        at = through;
      }
      await this.#catchUp(member, at, this.options.feed.past);
    } else {
      await this.#renderFrom(this.#ring.first);
      member.next = this.#ring.first;
    }
    if (member.left) return;
    this.#audience.add(member);
    await this.#audience.serve();
    if (this.#over && this.#audience.isServed(member)) this.#release(member, this.#over.error);
  }

  /** Until the ring holds all that follows. */
  async #catchUp(member: Member, from: number, past: NonNullable<Feed<T>["past"]>): Promise<void> {
    let at = from;
    while (!member.left) {
      if (at >= this.#ring.floor) {
        await this.#renderFrom(this.#ring.after(at));
        const mark = await this.#mark(at);
        // Rendering takes time, in which the ring may have moved on.
        if (at < this.#ring.floor) continue;
        member.next = this.#ring.after(at);
        member.at = at;
        member.mark = mark;
        return;
      }
      const page = await this.options.pastTurn(() => past(at));
      const values = page.values.map(({ value }) => value);
      await this.#sendAll(member, values);
      at = page.through;
      // The database driver never yields to the event loop; a long stretch without a match must.
      await nextTurn();
    }
  }

  /** What tells a reader that it has all there is now; many who come at a time share it. */
  async #mark(at: number): Promise<Member["mark"]> {
    const { feed, render } = this.options;
    if (!feed.heartbeat) return undefined;
    const before = this.#ring.end;
    const place = Math.max(at, this.#position);
    if (this.#lastMark?.at !== place) this.#lastMark = { at: place, bodies: render([feed.heartbeat(place)]) };
    const [body] = await this.#lastMark.bodies;
    return { before, body: body as string };
  }

  /** At the pace of the reader. */
  async #sendAll(member: Member, values: readonly T[]): Promise<void> {
    for (let from = 0; from < values.length; from += RENDERED_AT_ONCE) {
      for (const body of await this.options.render(values.slice(from, from + RENDERED_AT_ONCE))) {
        for (let waited = 0; member.reader.unread() > MOST_UNREAD_BYTES; waited += LOOK_EVERY_MS) {
          if (member.left) return;
          if (waited >= LONGEST_STALL_MS) {
            member.reader.cut();
            throw slowConsumer();
          }
          await new Promise<void>((resolve) => this.options.after(LOOK_EVERY_MS, resolve));
        }
        if (member.left) return;
        member.reader.send([body]);
      }
    }
  }

  #hear(heard: Heard<T>): void {
    if (this.#closing) return;
    this.#pendingCount += heard.values.length;
    if (this.#pendingCount > MOST_PENDING && this.options.feed.past) {
      this.#overrun = true;
      this.#pending = [];
      this.#pendingCount = 0;
    } else this.#pending.push(heard);
    void this.#process();
  }

  async #process(): Promise<void> {
    if (this.#processing) return;
    this.#processing = true;
    try {
      await this.#ready;
      while (this.#overrun || this.#pending.length > 0) await this.#take(await this.#nextHeard());
    } catch (error) {
      this.close(error as Error);
    } finally {
      this.#processing = false;
    }
  }

  async #nextHeard(): Promise<Heard<T>> {
    const { past } = this.options.feed;
    if (this.#overrun && past) {
      // What is heard meanwhile is kept again; what is told twice is left out by its place.
      this.#overrun = false;
      const page = await past(this.#position);
      this.#overrun ||= page.more;
      return page;
    }
    const values: Placed<T>[] = [];
    let through = this.#position;
    while (values.length < RENDERED_AT_ONCE && this.#pending.length > 0) {
      const next = this.#pending.shift() as Heard<T>;
      values.push(...next.values);
      through = next.through;
    }
    this.#pendingCount -= values.length;
    return { values, through };
  }

  async #take({ values, through }: Heard<T>): Promise<void> {
    const fresh = values.filter(({ at }) => at > this.#position);
    for (let from = 0; from < fresh.length; from += RENDERED_AT_ONCE) {
      const some = fresh.slice(from, from + RENDERED_AT_ONCE);
      this.#quiet = false;
      const bodies = this.#open.size > 0 ? await this.options.render(some.map(({ value }) => value)) : [];
      for (const [index, value] of some.entries()) this.#ring.add(value, bodies[index]);
      this.#position = Math.max(this.#position, (some.at(-1) as Placed<T>).at);
      await this.#audience.serve();
    }
    this.#position = Math.max(this.#position, through);
  }

  /** Entries of a time without readers have no bodies yet. */
  async #renderFrom(number: number): Promise<void> {
    for (let bare = this.#ring.bare(number); bare.length > 0; bare = this.#ring.bare(number)) {
      const some = bare.slice(0, RENDERED_AT_ONCE);
      const bodies = await this.options.render(some.map(({ value }) => value));
      for (const [index, entry] of some.entries()) this.#ring.setBody(entry, bodies[index] as string);
    }
  }

  #beat(): void {
    this.#cancelBeat = this.options.after(HEARTBEAT_MS, () => {
      void this.#heartbeat();
      this.#beat();
    });
  }

  async #heartbeat(): Promise<void> {
    const quiet = this.#quiet;
    this.#quiet = true;
    const at = this.#position;
    if (!quiet || this.#audience.size === 0 || this.#processing) return;
    const [body] = await this.options.render([this.options.feed.heartbeat?.(at) as T]);
    if (!this.#processing && at === this.#position) this.#audience.tellServed(body as string);
  }

  /** After all that was heard has been told. */
  async #finish(error: Error | null): Promise<void> {
    this.#closing = true;
    while (this.#processing || this.#pending.length > 0) await nextTurn();
    this.#over ??= { error };
    await this.#audience.serve();
    for (const member of [...this.#open.keys()])
      if (this.#audience.has(member) && this.#audience.isServed(member)) this.#release(member, error);
    if (this.#open.size > 0) this.options.after(LOOK_EVERY_MS, () => void this.#finish(error));
  }
}
