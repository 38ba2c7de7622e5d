// What the functions that need no GraphQL have in common: a client of their own or a shared one, an end, and a signal.
import { createLiveClient, type LiveClient, type LiveClientOptions } from "./live-client.ts";
import type { LiveRequest, Watching } from "./types.ts";

/** A server's address, or a client to share its socket with. */
export type Through = ({ readonly client: LiveClient } | LiveClientOptions) & {
  /** Aborted, it ends: `done` resolves, and nothing is told any more. */
  readonly signal?: AbortSignal | undefined;
};

export interface Following {
  /** Where it has come to. Keep it, and give it as `after` in another life of your program. */
  readonly cursor: string | undefined;
  /** Resolves when it was stopped, and for a run's log at its end; rejects with a LiveError, or with what a callback threw. */
  readonly done: Promise<void>;
  stop(): void;
}

export function followWith<T>(
  through: Through & Watching & { readonly after?: string | undefined },
  request: LiveRequest,
  take: (value: T) => void,
): Following {
  const shared = "client" in through;
  const client = shared ? through.client : createLiveClient(through);
  let cursor = through.after;
  let settle: { resolve: () => void; reject: (error: Error) => void };
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const finish = (error?: Error) => {
    through.signal?.removeEventListener("abort", stop);
    if (!shared) client.close();
    if (error) settle.reject(error);
    else settle.resolve();
  };
  const unsubscribe = client.subscribe<Record<string, T>>(
    request,
    {
      next: ({ data }) => {
        for (const value of Object.values(data ?? {})) take(value);
      },
      error: finish,
      complete: () => finish(),
    },
    {
      onStatus: through.onStatus,
      onGap: through.onGap,
      onCursor: (next) => {
        cursor = next;
        through.onCursor?.(next);
      },
    },
  );
  function stop() {
    unsubscribe();
    finish();
  }
  if (through.signal?.aborted) stop();
  else through.signal?.addEventListener("abort", stop);
  return {
    get cursor() {
      return cursor;
    },
    done,
    stop,
  };
}
