import { expect, it } from "vitest";
import { createIds } from "../../server/ids.ts";

it("ids of one millisecond are in the order in which they were made, and none comes twice", () => {
  let now = Date.parse("2026-11-27T12:00:00Z");
  const newId = createIds({ now: () => now });
  const ids: string[] = [];
  for (let ms = 0; ms < 20; ms++) {
    now += ms % 3;
    for (let count = 0; count < 500; count++) ids.push(newId());
  }
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
