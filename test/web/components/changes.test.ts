// What differs between two values, as a person reads it.
import { expect, it } from "vitest";
import { differences } from "../../../web/ui/changes.ts";

it("names the places that differ, headers by their names, lists as one", () => {
  const target = (url: string, value: string) => ({ http: { url, method: "GET", headers: [{ name: "X-A", value: "1" }, { name: "Authorization", value }], expectedStatus: [200, 404] } }); // biome-ignore format: one line
  expect(
    differences([
      { field: "target", before: target("a", "***"), after: target("b", "***") },
      { field: "payload", before: null, after: { rows: 5, deep: { list: [] } } },
      { field: "queue", before: "mail", after: null },
      { field: "followUps", before: [{ on: "ANY", taskId: "1" }], after: [{ on: "FAILURE", taskId: "1" }] },
    ]),
  ).toEqual([
    { place: "target › http › url", before: "a", after: "b" },
    { place: "payload › rows", before: undefined, after: "5" },
    { place: "payload › deep › list", before: undefined, after: "none" },
    { place: "queue", before: "mail", after: undefined },
    { place: "followUps › 1 › on", before: "ANY", after: "FAILURE" },
  ]);
});

it("says that something secret changed where nothing else did", () => {
  expect(differences([{ field: "password", before: "***", after: "***" }])).toEqual([
    { place: "password", before: "***", after: "***" },
  ]);
  expect(differences([{ field: "payload", before: { a: 1, token: "***" }, after: { a: 1, token: "***" } }])).toEqual([
    { place: "payload › token", before: "***", after: "***" },
  ]);
});
