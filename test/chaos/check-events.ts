// The event log against itself and against the rows: numbers without a gap, the same order for whoever listens and whoever reads it
// later, and a story that ends as the row says.
import type { Context } from "./check-context.ts";

const ENDS = ["SUCCEEDED", "FAILED", "CANCELLED", "SKIPPED", "MISSED"];
/** What may still be said of a run that has ended. */
const AFTERWARDS = ["LATE_RESULT_IGNORED", "REDRIVEN", "DISMISSED"];

export function checkEvents({ replayed, heard, rows, say }: Context): void {
  const last = new Map<string, { sequence: number; end: string | null }>();
  for (const { run, sequence, type, cursor } of replayed) {
    const before = last.get(run) ?? { sequence: 0, end: null };
    if (sequence !== before.sequence + 1)
      say("eventGap", `event ${sequence} (${type}) of run ${run} follows ${before.sequence} at cursor ${cursor}`);
    if (before.end !== null && !AFTERWARDS.includes(type))
      say("eventGap", `run ${run} had ended (${before.end}) before ${type}`);
    last.set(run, { sequence, end: ENDS.includes(type) ? type : before.end });
  }
  const cursors = new Set(replayed.map(({ cursor }) => cursor));
  if (cursors.size < replayed.length) say("eventGap", `${replayed.length - cursors.size} cursors came twice`);
  // The rows were read before the log.
  for (const row of rows) {
    const story = last.get(row.id);
    if (story === undefined) say("eventGap", `the log does not know run ${row.id}, which is ${row.state}`);
    else if (ENDS.includes(row.state) && story.end !== row.state)
      say("eventGap", `the log says run ${row.id} is ${story.end}, its row says ${row.state}`);
  }
  for (const one of heard) {
    for (let index = 0; index < Math.min(replayed.length, one.length); index++) {
      const [read, live] = [replayed[index], one[index]];
      if (read?.cursor === live?.cursor && read?.sequence === live?.sequence) continue;
      say("eventGap", `event ${index} was heard as ${JSON.stringify(live)} and is read as ${JSON.stringify(read)}`);
      break;
    }
    if (one.length !== replayed.length)
      say("eventGap", `${one.length} events were heard over all lives, ${replayed.length} are in the log`);
  }
}
