// After the sign-in: to a page of this site, whatever stands in the address.
import { expect, it } from "vitest";
import { wayBack } from "../../../web/access/session.ts";

const HERE = "https://cron.example.com";

it.each(["/", "/tasks?state=PAUSED", "/runs/1#log", "/playground"])("leads to %j", (to) => {
  expect(wayBack(to, HERE)).toBe(to);
});

it.each([
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
  "/\n/evil.example/",
  "/\t\\evil.example/",
  "/\t/[",
  "/..//evil.example/",
  "/.//evil.example/",
  "/tasks/../..//evil.example/",
  "/%2e%2e//evil.example/",
  "/..\\/evil.example/",
  "https://evil.example/",
  "javascript:alert(1)",
  "tasks",
  "/sign-in",
  "/setup#link",
  "",
  null,
  ["/tasks"],
])("leads to the overview in the place of %j", (to) => {
  expect(wayBack(to, HERE)).toBe("/");
});
