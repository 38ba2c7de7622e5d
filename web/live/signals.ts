// Tells queries on the screen that what they show may have changed. Carries hints, never data: the answer to a hint
// is to ask the server again.

/** What may have changed. */
export interface Change {
  /** Anything may have: the connection was lost, or events were. */
  readonly all?: boolean;
  /** Runs that came, went or changed their state. */
  readonly runs: ReadonlySet<string>;
  /** Tasks that changed, or whose runs did. */
  readonly tasks: ReadonlySet<string>;
}

type Listener = (change: Change) => void;
const listeners = new Set<Listener>();
const NONE: ReadonlySet<string> = new Set();

export function announce(change: Change): void {
  for (const listener of listeners) listener(change);
}

export const announceAll = (): void => announce({ all: true, runs: NONE, tasks: NONE });

export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
