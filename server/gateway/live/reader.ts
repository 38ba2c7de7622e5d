// Whoever is sent answers, over whatever transport.

export interface Reader {
  /** Hands over answers, each as JSON, in their order. */
  send(bodies: readonly string[]): void;
  /** Bytes that the other side has not taken yet. */
  unread(): number;
  /** It has taken nothing for long: its connection is given up. */
  cut(): void;
}

/** Beyond so much unread nothing more is handed over until the other side has taken it. */
export const MOST_UNREAD_BYTES = 1_048_576;
/** A reader that takes nothing for so long is cut off. */
export const LONGEST_STALL_MS = 10_000;
/** How often a stalled reader is looked at. */
export const LOOK_EVERY_MS = 50;
