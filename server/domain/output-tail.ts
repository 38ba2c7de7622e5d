// Keeps the last lines that an attempt says, whatever the run's log has room for.
import { OUTPUT_TAIL_BYTES } from "./limits.ts";

export interface Tail {
  add(line: string): void;
  /** Null when nothing was said. */
  text(): string | null;
}

export function createTail(most = OUTPUT_TAIL_BYTES): Tail {
  let lines: string[] = [];
  let bytes = 0;
  return {
    add(line) {
      lines.push(line);
      bytes += Buffer.byteLength(line) + 1;
      let first = 0;
      while (bytes > most && first < lines.length - 1) bytes -= Buffer.byteLength(lines[first++] as string) + 1;
      if (first > 0) lines = lines.slice(first);
    },
    text() {
      if (lines.length === 0) return null;
      const text = Buffer.from(lines.join("\n"));
      if (text.length <= most) return text.toString("utf8");
      // A single long line: its end, without the half of a character that the cut may leave, behind a mark of three bytes.
      return `…${text
        .subarray(text.length - most + 3)
        .toString("utf8")
        .replace(/^\uFFFD+/, "")}`;
    },
  };
}
