// The log of a run as a feed: its lines by their number. It ends when the run is final and all its lines were told.
import type { Store } from "../domain/ports.ts";
import { isFinal } from "../domain/run-states.ts";
import type { LogLine } from "../domain/types.ts";
import type { Feed, Placed } from "./feed.ts";

const READ_AT_ONCE = 500;
const placed = (lines: readonly LogLine[]): Placed<LogLine>[] => lines.map((value) => ({ at: value.number, value }));

export function createLineFeed(store: Store, runId: string): Feed<LogLine> {
  return {
    key: `runLog ${runId}`,
    // Everything is past at first: a reader begins with the first line.
    head: async () => 0,
    async past(after) {
      const lines = await store.logsAfter(runId, after, READ_AT_ONCE);
      return {
        values: placed(lines),
        through: lines.at(-1)?.number ?? after,
        more: lines.length === READ_AT_ONCE,
      };
    },
    listen({ hear, end, fail }) {
      let position = 0;
      let stopped = false;
      let reading = false;
      let again = false;

      async function read(): Promise<void> {
        if (reading) {
          again = true;
          return;
        }
        reading = true;
        try {
          do {
            again = false;
            // Asked before the lines are read: a run that is final now has written its last line already.
            const final = isFinal((await store.runsById([runId])).get(runId)?.state ?? "CANCELLED");
            const lines = await store.logsAfter(runId, position, READ_AT_ONCE);
            if (stopped) return;
            position = lines.at(-1)?.number ?? position;
            if (lines.length > 0) hear({ values: placed(lines), through: position });
            if (lines.length === READ_AT_ONCE) again = true;
            else if (final) return end();
          } while (again && !stopped);
        } catch (error) {
          fail(error as Error);
        } finally {
          reading = false;
        }
      }

      const unsubscribe = store.onCommit(({ logsOf, events }) => {
        if (logsOf.has(runId) || events.some((event) => event.kind === "RUN" && event.runId === runId)) void read();
      });
      void read();
      return () => {
        stopped = true;
        unsubscribe();
      };
    },
  };
}
