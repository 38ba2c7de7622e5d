import { join } from "node:path";
import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { temporaryFolder } from "../support/app.ts";
import { ends } from "./conformance-ends.ts";
import { failures } from "./conformance-failures.ts";
import { fallback } from "./conformance-fallback.ts";
import { fences } from "./conformance-fences.ts";
import { queues } from "./conformance-queues.ts";
import { reads } from "./conformance-reads.ts";
import { retention } from "./conformance-retention.ts";
import { snapshots } from "./conformance-snapshots.ts";
import { timing } from "./conformance-timing.ts";
import { webhooks } from "./conformance-webhooks.ts";
import { workers } from "./conformance-workers.ts";
import { writes } from "./conformance-writes.ts";

describe.each(["a file", "memory"])("SQLite in %s", (place) => {
  let store: Store;
  let serial = 0;

  beforeEach(async () => {
    const location = place === "memory" ? ":memory:" : join(await folder, `${++serial}.db`);
    store = await openStore(location);
  });
  afterEach(() => store.close());

  writes(() => store);
  fences(() => store);
  reads(() => store);
  timing(() => store);
  workers(() => store);
  webhooks(() => store);
  retention(() => store);
  queues(() => store);
  snapshots(() => store);
  ends(() => store);
  failures(() => store);
  fallback(() => store);
});

const folder = temporaryFolder();
