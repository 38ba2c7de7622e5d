// PostgreSQL does all that SQLite does: the same suite, on a fresh database for each test.
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { conformance } from "../store/conformance.ts";
import { nameOf, startPostgres, type TestPostgres } from "../support/postgres.ts";

let postgres: TestPostgres;
let template: string;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.database();
  await (await openStore(url)).close();
  template = nameOf(url);
});
afterAll(() => postgres.stop());

describe("PostgreSQL", () => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(await postgres.database(template));
  });
  afterEach(() => store.close());

  conformance(() => store);
});
