// The page of disagreements lists exactly what the other libraries answer otherwise.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DISAGREEMENTS_PAGE, withDisagreements } from "../../../tools/disagreements-table.ts";

test("docs/disagreements.md is what tools/disagreements-table.ts makes of the cases", () => {
  const page = readFileSync(DISAGREEMENTS_PAGE, "utf8");
  expect(withDisagreements(page)).toBe(page);
});
