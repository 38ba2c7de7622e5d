// The short form of `npm run fuzz`.
import { expect, it } from "vitest";
import { fuzz } from "./fuzz.ts";

it("random operations, spoilt texts and broken sockets find nothing wrong for ten seconds", {
  timeout: 90_000,
}, async () => {
  const { findings, requests, sockets, statuses } = await fuzz(20_261_127, 10_000);
  expect(findings).toEqual([]);
  expect(requests).toBeGreaterThan(50);
  expect(sockets).toBeGreaterThan(5);
  // What is carried out is met as well as what is refused.
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(["200", "400"]));
});
