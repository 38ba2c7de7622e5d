// A bounded queue between a source that pushes and one reader that pulls. Not an async generator on purpose: a generator that
// waits for ever cannot be ended from outside, and its clean-up would never run.
// States: open → ended (by close, fail or the reader's return); pushes after the end are ignored.

export interface Channel<T> extends AsyncIterableIterator<T> {
  /** False when the queue was full: the channel has then failed with what `overflow` makes. */
  push(value: T): boolean;
  /** Ends after what is queued. */
  close(): void;
  /** Ends at once with an error. */
  fail(error: Error): void;
  return(): Promise<IteratorResult<T, undefined>>;
}

export interface ChannelOptions {
  readonly capacity: number;
  overflow(): Error;
  /** Called once at the end, whoever ended it. */
  onEnd(): void;
}

export function createChannel<T>(options: ChannelOptions): Channel<T> {
  const queue: T[] = [];
  let waiting: { resolve(result: IteratorResult<T, undefined>): void; reject(error: Error): void } | undefined;
  let ended = false;
  let failure: Error | undefined;

  function end(): void {
    if (ended) return;
    ended = true;
    options.onEnd();
  }

  const channel: Channel<T> = {
    push(value) {
      if (ended) return false;
      if (waiting) {
        const { resolve } = waiting;
        waiting = undefined;
        resolve({ value, done: false });
        return true;
      }
      if (queue.length >= options.capacity) {
        channel.fail(options.overflow());
        return false;
      }
      queue.push(value);
      return true;
    },
    close() {
      end();
      waiting?.resolve({ value: undefined, done: true });
      waiting = undefined;
    },
    fail(error) {
      if (ended) return;
      queue.length = 0;
      end();
      if (waiting) waiting.reject(error);
      else failure = error;
      waiting = undefined;
    },
    next() {
      const value = queue.shift();
      if (value !== undefined) return Promise.resolve({ value, done: false });
      if (failure) {
        const error = failure;
        failure = undefined;
        return Promise.reject(error);
      }
      if (ended) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    return() {
      queue.length = 0;
      channel.close();
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => channel,
  };
  return channel;
}
