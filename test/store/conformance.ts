// All that every store must do.
import type { Store } from "../../server/domain/ports.ts";
import { access } from "./conformance-access.ts";
import { audit } from "./conformance-audit.ts";
import { ends } from "./conformance-ends.ts";
import { failures } from "./conformance-failures.ts";
import { fallback } from "./conformance-fallback.ts";
import { fences } from "./conformance-fences.ts";
import { namespaces } from "./conformance-namespaces.ts";
import { queues } from "./conformance-queues.ts";
import { reads } from "./conformance-reads.ts";
import { retention } from "./conformance-retention.ts";
import { snapshots } from "./conformance-snapshots.ts";
import { timing } from "./conformance-timing.ts";
import { webhooks } from "./conformance-webhooks.ts";
import { workers } from "./conformance-workers.ts";
import { writes } from "./conformance-writes.ts";

export function conformance(store: () => Store): void {
  for (const part of [
    writes, fences, reads, timing, workers, access, audit, webhooks, retention, queues, snapshots, ends, failures, fallback, namespaces,
  ]) // biome-ignore format: one paragraph
    part(store);
}
