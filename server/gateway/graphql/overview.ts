// The overview: how the scheduler is doing, in figures.
import { RequestError } from "../../domain/errors.ts";
import { MAX_PAGE_SIZE } from "../../domain/limits.ts";
import type { OverviewCounts } from "../../domain/ports.ts";
import type { Services } from "./context.ts";
import { eventCursor } from "./cursors.ts";
import type { Resolvers } from "./generated.ts";

export interface OverviewModel extends OverviewCounts {
  readonly cursor: number;
}

const DAY_MS = 86_400_000;

/** The cursor is read first: what happens while the figures are counted comes again as an event. */
export async function readOverview({ store, clock }: Services): Promise<OverviewModel> {
  const cursor = await store.headCursor();
  return { cursor, ...(await store.overview(clock.now() - DAY_MS)) };
}

/** Nearest-rank percentile of sorted values. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

export const Overview: Resolvers["Overview"] = {
  cursor: (overview) => eventCursor(overview.cursor),
  last24Hours: ({ ended }) => ({
    succeeded: ended.SUCCEEDED,
    failed: ended.FAILED,
    cancelled: ended.CANCELLED,
    skipped: ended.SKIPPED,
    missed: ended.MISSED,
  }),
  lateness: ({ latenessMs }) =>
    latenessMs.length === 0
      ? null
      : {
          p50Ms: percentile(latenessMs, 50),
          p95Ms: percentile(latenessMs, 95),
          p99Ms: percentile(latenessMs, 99),
          maxMs: latenessMs.at(-1) ?? 0,
        },
  next: async (_, { first: asked }, { services }) => {
    const first = asked ?? 10;
    if (first < 1 || first > MAX_PAGE_SIZE)
      throw new RequestError("OUT_OF_RANGE", `first ${first} is outside 1 to ${MAX_PAGE_SIZE}.`);
    const page = { limit: first, from: null, direction: "forward" } as const;
    const found = await services.store.runs(
      { state: ["SCHEDULED"] },
      { field: "SCHEDULED_FOR", direction: "ASC" },
      page,
    );
    return found.items.map(({ item }) => item);
  },
};
