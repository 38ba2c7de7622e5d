// What a crontab line may say beyond its fields.

import { describe, expect, test } from "vitest";
import { describeSchedule, parseCronSchedule } from "../../../server/domain/schedule/index.ts";

const NOW = Date.parse("2026-11-23T10:15:30.456Z");
const read = (expression: string) => {
  const result = parseCronSchedule(["cron"], expression, "Europe/Berlin", { now: NOW, gap: "SKIP" });
  return result.ok ? result.value : result.errors;
};

describe("@every", () => {
  test.each([
    ["@every 90m", 5_400_000],
    ["@every 1h30m10s", 5_410_000],
    ["@EVERY  2d", 172_800_000],
    ["@every 1.5h", 5_400_000],
    ["@every 1s", 1000],
    ["@every 366d", 366 * 86_400_000],
    ["@every 1500ms", 1500],
    ["@every 0.1s0.9s", 1000],
  ])("%s is an interval of %i ms from the whole second of now", (expression, intervalMs) => {
    expect(read(expression)).toEqual({ kind: "EVERY", intervalMs, anchor: Date.parse("2026-11-23T10:15:30Z") });
  });
});

test.each(["@startup", "@reboot", "@Reboot"])("%s is the start of a scheduler", (expression) => {
  expect(read(expression)).toEqual({ kind: "STARTUP", delayMs: 0 });
});

test("macros stay as written and take the rules for clock changes", () => {
  expect(read("@daily")).toEqual({ kind: "CRON", expression: "@daily", timezone: "Europe/Berlin", gap: "SKIP" });
});

test("a wrong zone is told whatever the text is", () => {
  const result = parseCronSchedule(["cron"], "@every 0s", "Mars/Olympus", { now: NOW });
  expect(result.ok ? [] : result.errors.map(({ code, field }) => [code, field?.join(".")])).toEqual([
    ["INVALID_CRON", "cron.expression"],
    ["INVALID_TIME_ZONE", "cron.timezone"],
  ]);
});

test.each([
  [{ kind: "STARTUP", delayMs: 0 } as const, "Whenever a scheduler starts"],
  [{ kind: "STARTUP", delayMs: 90_000 } as const, "90 seconds after a scheduler starts"],
  [{ kind: "EVERY", intervalMs: 3_600_000, anchor: 0, after: "END" } as const, "1 hour after each run's end"],
  [{ kind: "EVERY", intervalMs: 3_600_000, anchor: 0 } as const, "Every hour"],
])("%j in words: %s", (schedule, words) => {
  expect(describeSchedule(schedule)).toBe(words);
});
