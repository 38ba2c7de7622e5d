// Keeps threads within their memory. V8 bounds a thread's heap; buffers are outside of it. So each thread counts its own, as long as it
// comes to that: one in a tight loop does not, and is answerable for what the process has grown by and nobody else has counted.

/** Real time: threads live in it. */
const LOOK_EVERY_MS = 250;
/** So many looks without a word: the thread is in a loop of its own. */
const SILENT_LOOKS = 2;
/** What a terminated thread had is given back within these: until then nobody else has to go. */
const LOOKS_AFTER_END = 4;
/** What the rest of the process may grow by between two looks. */
const SLACK_BYTES = 64 * 1_024 * 1_024;
/** New modules wait from here on. */
const FULL_AT = 0.9;
/** What was seen of it is taken for true for so long. */
const FULL_FOR_MS = 50;
const MIB = 1_024 * 1_024;

export interface MemoryWatchOptions {
  readonly threadMb: number;
  /** Of the whole process. */
  readonly processMb: number;
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

export interface WatchedThread {
  /** Where the thread counts: beats, then bytes of buffers. */
  readonly shared: SharedArrayBuffer;
  forget(): void;
}

export interface MemoryWatch {
  /** `end` is called once, when the thread is to be terminated, with what to tell. */
  watch(end: (message: string) => void): WatchedThread;
  /** The process is near its bound: nothing more should begin. */
  readonly full: boolean;
}

interface Thread {
  readonly counts: Float64Array;
  readonly end: (message: string) => void;
  beat: number;
  silentLooks: number;
  /** The process without what others counted, when the thread was last heard. */
  base: number;
  ended: boolean;
}

export function createMemoryWatch({ threadMb, processMb, after }: MemoryWatchOptions): MemoryWatch {
  const threads = new Set<Thread>();
  let cancelLook: (() => void) | undefined;
  let rest = 0;
  let full = false;
  let fullAt = Number.NEGATIVE_INFINITY;

  const rss = () => process.memoryUsage.rss();
  const tooMuch = (what: string) => `${what}; its thread was terminated.`;

  /** Bytes that neither this thread's kind nor a thread that counts is known to hold. */
  function uncounted(): number {
    const { rss: all, heapTotal, external } = process.memoryUsage();
    const counted = [...threads].reduce((sum, { counts }) => sum + (counts[1] as number), 0);
    return all - heapTotal - external - counted;
  }

  function end(thread: Thread, message: string): void {
    if (thread.ended) return;
    thread.ended = true;
    thread.end(message);
  }

  function look(): void {
    cancelLook = undefined;
    const unexplained = uncounted();
    const silent: Thread[] = [];
    for (const thread of threads) {
      const [beat = 0, bytes = 0] = thread.counts;
      if (beat !== thread.beat) Object.assign(thread, { beat, silentLooks: 0, base: unexplained });
      else if (++thread.silentLooks >= SILENT_LOOKS) silent.push(thread);
      if (bytes > threadMb * MIB)
        end(thread, tooMuch(`It held more than the ${threadMb} MB of buffers that a thread may hold`));
    }
    // A thread may have its heap and its buffers: more than all silent ones may have together was taken by one of them.
    const allowed = silent.length * (2 * threadMb * MIB + SLACK_BYTES);
    const newest = silent.at(-1);
    if (newest && unexplained - newest.base > allowed)
      end(
        newest,
        tooMuch(`It took memory without a pause, more than a thread may have (${threadMb} MB of heap and of buffers)`),
      );
    else if (rest > 0) rest--;
    else if (rss() > processMb * MIB) {
      const heaviest = newest ?? [...threads].sort((a, b) => (b.counts[1] as number) - (a.counts[1] as number))[0];
      rest = LOOKS_AFTER_END;
      if (heaviest) end(heaviest, tooMuch(`The process took more than its ${processMb} MB of memory`));
    }
    if (threads.size > 0) cancelLook = after(LOOK_EVERY_MS, look);
  }

  return {
    get full() {
      // Each claim asks; the system's answer costs as much as a small statement.
      if (performance.now() - fullAt > FULL_FOR_MS) {
        fullAt = performance.now();
        full = rss() > FULL_AT * processMb * MIB;
      }
      return full;
    },
    watch(ended) {
      const shared = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT);
      const thread: Thread = {
        counts: new Float64Array(shared),
        end: ended,
        beat: 0,
        silentLooks: 0,
        base: uncounted(),
        ended: false,
      };
      threads.add(thread);
      cancelLook ??= after(LOOK_EVERY_MS, look);
      return {
        shared,
        forget() {
          threads.delete(thread);
          if (threads.size > 0) return;
          cancelLook?.();
          cancelLook = undefined;
        },
      };
    },
  };
}
