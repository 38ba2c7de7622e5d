// A time zone's offsets as a table of transitions, read lazily from Node's ICU data and kept. The only place that asks
// Intl for an offset. Instants and offsets are whole seconds here; never the host's zone.

import { BoundedCache } from "./bounded-cache.ts";
import { DAY_SECONDS, dayOf } from "./calendar.ts";

/**
 * Distance of the samples between which a transition is looked for. Two changes less than this apart would hide each
 * other; the closest pair since 1970 in any zone is 7 days apart (America/Recife, 8 and 15 October 2000).
 */
const SAMPLE_SECONDS = 5 * DAY_SECONDS;
/** How much more than asked for is read at a time. */
const AHEAD_SECONDS = 366 * DAY_SECONDS;
/** A transition is felt for as long as the time it repeats, a day at most; so far back the table is read first. */
const BEHIND_SECONDS = 10 * DAY_SECONDS;
/** A request further than this from the table starts a new one, so a table never covers more than it is asked for. */
const FAR_SECONDS = 250 * 366 * DAY_SECONDS;
const EARLIEST = dayOf(1, 1, 3) * DAY_SECONDS;
const LATEST = dayOf(9999, 12, 29) * DAY_SECONDS;
const UNCHANGING = /^(UTC|GMT|Etc\/.*)$/;

/** A zone's offsets, whether they are read from ICU as they are needed or kept from earlier. */
export interface Zone {
  readonly name: string;
  /** starts[i]: the instant from which offsets[i] holds. starts[0] is the table's edge, not a transition. */
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** reached[i]: the latest local time shown before starts[i]; later than the local time at starts[i] after an overlap. */
  readonly reached: readonly number[];
  /** Makes the table hold every transition up to `until`. Indexes stay valid. */
  coverUntil(until: number): void;
  /** The index i with starts[i] ≤ at < starts[i + 1]. Moves indexes got before when `at` is older than the table. */
  indexAt(at: number): number;
  offsetAt(at: number): number;
}

/** The zone as ICU knows it. */
export class LiveZone implements Zone {
  readonly starts: number[] = [];
  readonly offsets: number[] = [];
  readonly reached: number[] = [];
  private coveredFrom = 0;
  private coveredUntil = 0;
  private hint = 0;
  private readonly offsetTexts = new Map<string, number>();
  private readonly format: Intl.DateTimeFormat;

  /** @throws RangeError when ICU does not know the name */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset", year: "numeric" });
    if (UNCHANGING.test(name)) {
      this.append(EARLIEST, this.read(0));
      this.coveredFrom = EARLIEST;
      this.coveredUntil = LATEST;
    }
  }

  coverUntil(until: number): void {
    if (until <= this.coveredUntil) return;
    const end = Math.min(until + AHEAD_SECONDS, LATEST);
    let at = this.coveredUntil;
    let offset = this.offsets[this.offsets.length - 1] as number;
    while (at < end) {
      const next = Math.min(at + SAMPLE_SECONDS, end);
      const nextOffset = this.read(next);
      if (nextOffset !== offset) {
        this.append(this.bisect(at, next, offset), nextOffset);
        offset = nextOffset;
      }
      at = next;
    }
    this.coveredUntil = Math.max(at, until);
  }

  indexAt(at: number): number {
    if (at < this.coveredFrom + BEHIND_SECONDS || at > this.coveredUntil) this.cover(at);
    const { starts } = this;
    let low = this.hint;
    if ((starts[low] as number) <= at && !((starts[low + 1] ?? Number.POSITIVE_INFINITY) <= at)) return low;
    low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    this.hint = low;
    return low;
  }

  offsetAt(at: number): number {
    return this.offsets[this.indexAt(at)] as number;
  }

  private cover(at: number): void {
    const inside = Math.max(EARLIEST + BEHIND_SECONDS, Math.min(at, LATEST));
    const from = this.coveredFrom + BEHIND_SECONDS;
    if (this.starts.length === 0 || inside < from || inside > this.coveredUntil + FAR_SECONDS) {
      const until = this.starts.length > 0 && inside > from - FAR_SECONDS && inside < from ? this.coveredUntil : inside;
      this.starts.length = 0;
      this.offsets.length = 0;
      this.reached.length = 0;
      this.hint = 0;
      this.coveredFrom = Math.max(EARLIEST, inside - BEHIND_SECONDS - AHEAD_SECONDS);
      this.coveredUntil = this.coveredFrom;
      this.append(this.coveredFrom, this.read(this.coveredFrom));
      this.coverUntil(until);
    } else {
      this.coverUntil(inside);
    }
  }

  private append(start: number, offset: number): void {
    const last = this.starts.length - 1;
    const before = last < 0 ? Number.NEGATIVE_INFINITY : start + (this.offsets[last] as number);
    this.reached.push(Math.max(before, last < 0 ? before : (this.reached[last] as number)));
    this.starts.push(start);
    this.offsets.push(offset);
  }

  /** The first second after `from` at which the offset is not `offset` any more, when it is another one at `until`. */
  private bisect(from: number, until: number, offset: number): number {
    let low = from;
    let high = until;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.read(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }

  private read(at: number): number {
    const text = this.format.format(at * 1000);
    const sign = text.indexOf("GMT") + 3;
    const offset = text.slice(sign);
    let seconds = this.offsetTexts.get(offset);
    if (seconds === undefined) {
      const [hours = 0, minutes = 0, rest = 0] = offset.slice(1).split(":").map(Number);
      seconds = (hours * 3600 + minutes * 60 + rest) * (/^[-−]/.test(offset) ? -1 : 1) || 0;
      this.offsetTexts.set(offset, seconds);
    }
    return seconds;
  }
}

/** More than there are IANA names, so that none is read twice. */
const KEPT_ZONES = 1000;
const zones = new BoundedCache<Zone>(KEPT_ZONES);
const makeZone = (name: string): Zone => new LiveZone(name);

/** The zone of an IANA name, one object for each name. @throws RangeError when ICU does not know the name */
export const zoneOf = (name: string): Zone => zones.get(name, makeZone);
