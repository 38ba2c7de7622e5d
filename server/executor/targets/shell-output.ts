// What a command writes, as lines for the log and as its end for the result. Never trusted: it may be endless, binary, or one line
// without an end.
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { LOG_BYTES, LOG_LINE_LENGTH, LOG_LINES } from "../../domain/limits.ts";

/** How much of the end is kept: escaped as JSON it still fits into a result. */
export const TAIL_BYTES = 8 * 1_024;
/** Beyond what a run's log keeps, one chunk (64 KiB) is read in this time: a flood slows its command down, not the server. */
const FLOOD_PAUSE_MS = 5;

export interface Output {
  /** The last line that had something to read. */
  readonly lastLine: string;
  tail(): { text: string; cut: boolean };
  /** What has come is passed on, the last line too if it has no end. */
  finish(): void;
}

type After = (delayMs: number, callback: () => void) => () => void;

/** Reads until `finish`; `line` is called with one line of at most one character more than a log line may have. */
export function readOutput(stream: Readable, line: (text: string) => void, after: After): Output {
  const decoder = new StringDecoder("utf8");
  const tail = createTail();
  let rest = "";
  let lines = 0;
  let bytes = 0;
  let lastLine = "";
  let finished = false;
  let cancelPause = () => {};

  function say(text: string): void {
    const clean = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (clean.trim() !== "") lastLine = clean;
    lines++;
    line(clean);
  }

  function split(text: string): void {
    const parts = text.split("\n");
    const last = parts.pop() as string;
    for (const part of parts) {
      say(bounded(rest + part));
      rest = "";
    }
    rest = bounded(rest + last);
  }

  stream.on("data", (chunk: Buffer) => {
    if (finished) return;
    tail.add(chunk);
    const flooding = lines > LOG_LINES || bytes > LOG_BYTES;
    bytes += chunk.length;
    if (!flooding) return split(decoder.write(chunk));
    stream.pause();
    cancelPause = after(FLOOD_PAUSE_MS, () => stream.resume());
  });
  stream.on("error", () => {});

  return {
    get lastLine() {
      return lastLine;
    },
    tail: tail.read,
    finish() {
      if (finished) return;
      finished = true;
      cancelPause();
      split(decoder.end());
      if (rest !== "") say(rest);
      stream.destroy();
    },
  };
}

const bounded = (text: string): string => text.slice(0, LOG_LINE_LENGTH + 1);

function createTail() {
  let kept: Buffer = Buffer.alloc(0);
  let cut = false;
  return {
    add(chunk: Buffer): void {
      kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      if (kept.length <= TAIL_BYTES) return;
      cut = true;
      // Copied, so that the whole chunk is not held by its end.
      kept = Buffer.from(kept.subarray(-TAIL_BYTES));
    },
    read(): { text: string; cut: boolean } {
      let start = 0;
      // A character that was cut through is left out.
      if (cut) while (start < 4 && ((kept[start] ?? 0) & 0xc0) === 0x80) start++;
      return { text: kept.subarray(start).toString("utf8"), cut };
    },
  };
}
