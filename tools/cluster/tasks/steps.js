// Work that takes a while, so that there is something to take over when its instance is killed: one line of log a second.
import { setTimeout as sleep } from "node:timers/promises";

export default async ({ seconds = 1 }, { log, signal, run }) => {
  for (let second = 1; second <= seconds; second++) {
    await sleep(1_000, undefined, { signal });
    log.info(`second ${second} of ${seconds}, attempt ${run.attempt}`);
  }
  return { seconds };
};
