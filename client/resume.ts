// One subscription over all its connections. It remembers the cursor, goes on after it, leaves out what comes twice, and says so when the
// server can no longer tell everything.
//
//   waiting ──sent──▶ live ──mark──▶ caught up      connection lost, a passing refusal, or completed without an end: back to waiting
//   any ──refused for good, completed at its end, stopped──▶ ended: nothing is told any more
import { type Connection, causeOf } from "./connection.ts";
import { isBeyond } from "./cursor.ts";
import {
  type Cause,
  LiveError,
  type LiveRequest,
  type LiveResult,
  type LiveSink,
  type LiveStatus,
  type Watching,
} from "./types.ts";

/** Subscriptions have no end of their own, but that of a run's log. Told from the text: the kit has no parser. */
const isEndless = (query: string): boolean =>
  /(^|\})\s*subscription\s*(\w+\s*)?[({@]/.test(query.replaceAll(/#.*/g, "")) && !/\brunLog\s*\(/.test(query);
const COMPLETED: Cause = { message: "The server completed a subscription that has no end." };

interface Told {
  readonly cursor?: unknown;
  readonly type?: unknown;
}

export interface Resumed {
  readonly status: LiveStatus;
  readonly ended: boolean;
  /** Whether it will be told that it has caught up. */
  readonly marked: boolean;
  lost(cause: Cause): void;
  stop(): void;
}

export interface Surroundings {
  readonly connection: Connection;
  readonly isFinal: (cause: Cause) => boolean;
  /** The status has changed, or it has ended. */
  readonly onChange: () => void;
}

export function resume<Data>(
  request: LiveRequest,
  sink: LiveSink<Data>,
  { onStatus, onGap, onCursor }: Watching,
  { connection, isFinal, onChange }: Surroundings,
): Resumed {
  const declares = (variable: string) => new RegExp(`\\$${variable}\\s*:`).test(request.query);
  const resumable = declares("after");
  const given = request.variables ?? {};
  const beatsForUs = declares("heartbeats") && given.heartbeats == null;
  const marked = resumable && (beatsForUs || given.heartbeats === true);
  const wantsSnapshot = given.snapshot === true;

  let cursor = typeof given.after === "string" ? given.after : undefined;
  /** A snapshot that has not been told to its end is told anew. */
  let inSnapshot = wantsSnapshot && cursor === undefined;
  let status: LiveStatus | undefined;
  let ended = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = () => {};
  /** Answers of an earlier try are none of ours. */
  let round = 0;

  const become = (next: LiveStatus, cause?: Cause) => {
    if (ended || (next === status && !cause)) return;
    status = next;
    safely(() => onStatus?.(next, cause));
    onChange();
  };
  const end = (tell: () => void) => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    unsubscribe();
    tell();
    onChange();
  };
  const fail = (error: Error) => end(() => sink.error(error));
  /** Whether it went well: what the caller throws must reach nobody but the caller. */
  const safely = (call: () => void): boolean => {
    try {
      call();
      return !ended;
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  };

  // A getter: the library sends this same object again after it has reconnected.
  const payload = {
    query: request.query,
    ...(request.documentId === undefined ? {} : { documentId: request.documentId }),
    operationName: request.operationName ?? null,
    ...(request.extensions ? { extensions: request.extensions } : {}),
    get variables() {
      become("live");
      return {
        ...given,
        ...(resumable ? { after: inSnapshot ? null : (cursor ?? null) } : {}),
        ...(declares("snapshot") ? { snapshot: inSnapshot } : {}),
        ...(beatsForUs ? { heartbeats: true } : {}),
      };
    },
  };

  const begin = () => {
    const mine = ++round;
    unsubscribe = connection.client.subscribe<Data>(payload as never, {
      next: (result) => {
        if (ended || mine !== round) return;
        if (result.data == null && result.errors) refused(result.errors as never);
        else take(result as LiveResult<Data>);
      },
      error: (problem) => {
        if (ended || mine !== round) return;
        if (Array.isArray(problem)) refused(problem as never);
        else again(causeOf(problem), isFinal(causeOf(problem)));
      },
      complete: () => {
        if (ended || mine !== round) return;
        // It was not we who ended it: the server stops, or one between us and it has ended what it passed on.
        if (isEndless(request.query)) again(COMPLETED, isFinal(COMPLETED));
        else end(() => sink.complete());
      },
    });
  };
  const again = (cause: Cause, final: boolean, errors?: LiveResult<Data>["errors"]) => {
    if (final) return fail(new LiveError(cause, errors));
    round++;
    unsubscribe();
    become("reconnecting", cause);
    if (!ended) timer = setTimeout(begin, connection.waitMs(tries++));
  };

  const refused = (errors: NonNullable<LiveResult<Data>["errors"]>) => {
    const { message = "The server refused the operation.", extensions = {} } = errors[0] ?? {};
    const code = typeof extensions.code === "string" ? extensions.code : "UNKNOWN";
    const cause: Cause = { message, code };
    if ((code === "CURSOR_EXPIRED" || code === "INVALID_CURSOR") && resumable && onGap) {
      const oldest = typeof extensions.oldestCursor === "string" ? extensions.oldestCursor : undefined;
      // Refused again where it was told to go on, it must not turn for ever at full speed: `again` waits longer and longer.
      const lastCursor = cursor;
      cursor = wantsSnapshot ? undefined : oldest;
      inSnapshot = wantsSnapshot;
      if (safely(() => onGap({ code, cursor: lastCursor, resumedAfter: cursor, snapshot: wantsSnapshot })))
        again(cause, false);
      return;
    }
    again(cause, isFinal(cause), errors);
  };

  const take = (result: LiveResult<Data>) => {
    tries = 0;
    const told = Object.values(result.data ?? {})[0] as Told | null | undefined;
    if (!resumable || told == null) return void tell(result);
    if (typeof told.cursor !== "string" || ((marked || wantsSnapshot) && typeof told.type !== "string"))
      return fail(
        new TypeError("A subscription with $after must select cursor; with $heartbeats or $snapshot also type."),
      );
    if (told.type === "SNAPSHOT") return void tell(result);
    if (told.type === "SNAPSHOT_END") {
      if (tell(result)) remember(told.cursor);
      inSnapshot = false;
    } else if (told.type === "HEARTBEAT") {
      if (!beatsForUs) tell(result);
      if (isBeyond(told.cursor, cursor)) remember(told.cursor);
      become("caught up");
    } else if (isBeyond(told.cursor, cursor) && tell(result)) remember(told.cursor);
  };
  /** What was not taken is told again to whoever goes on from the cursor. */
  const tell = (result: LiveResult<Data>): boolean => safely(() => sink.next(result));
  const remember = (next: string) => {
    cursor = next;
    safely(() => onCursor?.(next));
  };

  become(connection.connected() ? "live" : "reconnecting");
  begin();
  return {
    get status() {
      return status ?? "reconnecting";
    },
    get ended() {
      return ended;
    },
    marked,
    lost: (cause) => become("reconnecting", cause),
    stop: () => end(() => {}),
  };
}
