// Whoever cannot use its database says so, so that a balancer sends nobody there.
import type { Member } from "./instances.ts";

const NOT_READY_MS = 10_000;

/** Asks until it is not ready any more; answers what was wrong, when it stayed so for too long. */
export async function untilNotReady({ address }: Member): Promise<string[]> {
  const from = performance.now();
  const url = `http://${address.host}:${address.port}/readyz`;
  let after: number | undefined;
  while (performance.now() - from < NOT_READY_MS + 1_000 && after === undefined) {
    const answer = await fetch(url, { headers: { connection: "close" }, signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    if (answer?.status === 503) after = performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return after === undefined || after > NOT_READY_MS
    ? [`trouble: cut off from its database it was still ready after ${Math.round(after ?? NOT_READY_MS)} ms`]
    : [];
}
