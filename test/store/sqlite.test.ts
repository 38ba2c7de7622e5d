import { join } from "node:path";
import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { temporaryFolder } from "../support/app.ts";
import { conformance } from "./conformance.ts";

describe.each(["a file", "memory"])("SQLite in %s", (place) => {
  let store: Store;
  let serial = 0;

  beforeEach(async () => {
    const location = place === "memory" ? ":memory:" : join(await folder, `${++serial}.db`);
    store = await openStore(location);
  });
  afterEach(() => store.close());

  conformance(() => store);
});

const folder = temporaryFolder();
