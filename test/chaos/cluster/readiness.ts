// Whoever cannot use its database says so, so that a balancer sends nobody there.
import type { Member } from "./instances.ts";

/** Within these. */
export const NOT_READY_MS = 10_000;

/** Asks until it is not ready any more; answers after how many ms that was, or Infinity when it took too long. */
export async function untilNotReady({ address }: Member): Promise<number> {
  const from = performance.now();
  const url = `http://${address.host}:${address.port}/readyz`;
  while (performance.now() - from < NOT_READY_MS + 1_000) {
    const answer = await fetch(url, { headers: { connection: "close" }, signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    if (answer?.status === 503) return performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return Number.POSITIVE_INFINITY;
}
