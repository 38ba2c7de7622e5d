// Reads the event log through the API: one follower over all lives of the program, which goes on after the last cursor it has seen,
// and one at the end that reads everything again.
import { connect } from "../support/client.ts";

export interface Heard {
  readonly cursor: string;
  readonly sequence: number;
  readonly type: string;
  readonly run: string;
}

const EVENTS = `subscription ($after: Cursor) { runEvents(after: $after) { cursor sequence type run { id } } }`;
const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Follows until `enough` of what it has heard; calls again after each end of the connection. */
export async function follow(
  url: string,
  after: string,
  enough: (heard: readonly Heard[]) => boolean,
  givenUp: () => boolean,
): Promise<Heard[]> {
  const heard: Heard[] = [];
  let last = after;
  while (!enough(heard) && !givenUp()) {
    const client = connect(url);
    await new Promise<void>((resolve) => {
      const stop = client.subscribe<{
        runEvents: { cursor: string; sequence: number; type: string; run: { id: string } };
      }>(
        { query: EVENTS, variables: { after: last } },
        {
          next: ({ data }) => {
            if (!data) return;
            const { cursor, sequence, type, run } = data.runEvents;
            last = cursor;
            heard.push({ cursor, sequence, type, run: run.id });
            if (enough(heard)) finish();
          },
          error: () => finish(),
          complete: () => finish(),
        },
      );
      const watch = setInterval(() => {
        if (givenUp()) finish();
      }, 500);
      const finish = () => {
        clearInterval(watch);
        stop();
        resolve();
      };
    });
    void client.dispose();
    if (!enough(heard)) await pass(300);
  }
  return heard;
}
