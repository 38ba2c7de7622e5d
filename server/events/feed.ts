// What can be followed: values in the order in which they came, each with its place. A feed tells the present; those that keep their
// past can be asked for it, so that a reader goes on from any place without a gap.

export interface Placed<T> {
  /** Grows from value to value. */
  readonly at: number;
  readonly value: T;
}

/** What was heard, and how far: nothing at or before `through` is to come. */
export interface Heard<T> {
  readonly values: readonly Placed<T>[];
  readonly through: number;
}

export interface Past<T> extends Heard<T> {
  /** More may lie beyond `through`. */
  readonly more: boolean;
}

export interface Listener<T> {
  hear(heard: Heard<T>): void;
  /** Nothing more is to come. */
  end(): void;
  fail(error: Error): void;
}

export interface Feed<T> {
  /** What is followed: readers of the same share its work. */
  readonly key: string;
  /** How far things had come when it was asked. */
  head(): Promise<number>;
  /** Only the newest value counts, and whoever comes is told it at once. */
  readonly newestOnly?: true;
  /** A page of what came after a place, oldest first. Undefined: nothing is kept. */
  readonly past?: (after: number) => Promise<Past<T>>;
  /** Stands for the quiet at a place; undefined: nothing does. */
  readonly heartbeat?: (at: number) => T;
  listen(listener: Listener<T>): () => void;
}
