// What the kit's functions are given and tell. No type here needs a browser, React or GraphQL's own package.

/**
 * - `reconnecting`: there is no connection (yet, or any more), or the server has ended the subscription; the kit tries again by itself.
 * - `live`: connected. What happened meanwhile is being told.
 * - `caught up`: all that happened before has been told; events come as they happen.
 */
export type LiveStatus = "reconnecting" | "live" | "caught up";

/** Why a connection or subscription was lost. */
export interface Cause {
  /** The socket's close code, for example 1001 (the server stops), 4508 (SLOW_CONSUMER), 4499 (no pong came in time). */
  readonly closeCode?: number;
  /** The server's error code, for example SLOW_CONSUMER or UNAVAILABLE. */
  readonly code?: string;
  readonly message: string;
}

/**
 * The server can no longer tell all that happened after our cursor. Read what there is anew, unless `snapshot` is true: then all of it
 * follows at once as SNAPSHOT events. What is told next comes after `resumedAfter`.
 */
export interface Gap {
  /** CURSOR_EXPIRED: the log has been pruned beyond it. INVALID_CURSOR: it belongs to another database. */
  readonly code: "CURSOR_EXPIRED" | "INVALID_CURSOR";
  /** Where we were. */
  readonly cursor: string | undefined;
  /** Where it goes on; undefined: from now on, or with a snapshot. */
  readonly resumedAfter: string | undefined;
  readonly snapshot: boolean;
}

export interface LiveRequest {
  /**
   * The operation's text. If it declares `$after: Cursor`, it is resumed: its one field must be given `after: $after`, and select
   * `cursor`. If it declares `$heartbeats: Boolean!` (or `$snapshot`), it must select `type` too; heartbeats are then asked for by the
   * kit, tell it when it has caught up, keep the cursor young in quiet times, and are not passed on unless you set the variable yourself.
   */
  readonly query: string;
  /** How a server's manifest of trusted documents names it; sent along with the text, and goes before it. */
  readonly documentId?: string | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly extensions?: Record<string, unknown> | null | undefined;
}

export interface LiveResult<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

export interface LiveSink<Data> {
  /** One answer, in order, none twice. What it throws ends the subscription and is given to `error`. */
  next(result: LiveResult<Data>): void;
  /** It has ended: a LiveError, or what `next` threw. Called at most once. */
  error(error: Error): void;
  /** It has come to its end, as a query does, or the log of a run that has ended; other subscriptions have none. Called at most once. */
  complete(): void;
}

export interface Watching {
  /** Called at each change, first as soon as something is known. `cause` is given with `reconnecting`. */
  onStatus?: ((status: LiveStatus, cause?: Cause) => void) | undefined;
  /** Called when events were lost. Left out: the subscription ends with the error, for a gap must not be silent. */
  onGap?: ((gap: Gap) => void) | undefined;
  /** Called with each new cursor, also with those of quiet times: keep it, and go on from it in another life of your program. */
  onCursor?: ((cursor: string) => void) | undefined;
}

/** A subscription ended for good: the server refused it, or its connection. */
export class LiveError extends Error {
  override readonly name = "LiveError";
  /** The server's error code, for example NOT_FOUND. */
  readonly code: string | undefined;
  /** The socket's close code, for example 4403. */
  readonly closeCode: number | undefined;
  /** The errors as the server gave them; empty when the connection was refused. */
  readonly errors: NonNullable<LiveResult<unknown>["errors"]>;
  constructor(cause: Cause, errors: NonNullable<LiveResult<unknown>["errors"]> = []) {
    super(cause.message);
    this.code = cause.code;
    this.closeCode = cause.closeCode;
    this.errors = errors;
  }
}

/** A value that changes. `get` and `subscribe` fit React's useSyncExternalStore. */
export interface Observable<T> {
  get(): T;
  /** Answers the function that ends it. */
  subscribe(listener: (value: T) => void): () => void;
}
