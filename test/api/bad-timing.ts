// Inputs of `createTask` about timing that must be refused, as in bad-tasks.ts: the changes to a good input, the code, the field's
// path, and what the message must say.
import type { BadTask } from "./bad-tasks.ts";

const UNKNOWN = "01900000-0000-7000-8000-000000000000";
const noon = { cron: { expression: "0 12 * * *", timezone: "Europe/Berlin" } };
const union = (...of: object[]) => ({ schedule: { union: { of } } });
const rrule = (rule: string, start = "2027-01-01T09:00:00", timezone = "Europe/Berlin") => ({
  schedule: { rrule: { rule, start, timezone } },
});
const excluding = (...exclusions: object[]) => ({ schedule: noon, exclusions });
const RULE = "schedule.rrule.rule";

// biome-ignore format: a table
export const BAD_TIMING: BadTask[] = [
  ["a phase as long as the interval", { schedule: { every: { interval: "PT1H", phase: "PT1H" } } }, "OUT_OF_RANGE", "schedule.every.phase", /PT1H.*PT59M59S/],
  ["a grace of a lifetime", { schedule: { once: { at: "2099-01-01T00:00:00Z", grace: "P999D" } } }, "OUT_OF_RANGE", "schedule.once.grace", /P999D/],
  ["an instant beyond its grace", { schedule: { once: { at: "2020-01-01T00:00:00Z", grace: "PT1H" } } }, "DATE_IN_PAST", "schedule.once", /grace of 1 h is over/],
  ["a delay of a day at startup", { schedule: { startup: { delay: "P1D" } } }, "OUT_OF_RANGE", "schedule.startup.delay", /P1D/],
  ["an interval of a macro below a second", { schedule: { cron: { expression: "@every 10ms" } } }, "INVALID_CRON", "schedule.cron.expression", /@every.*10ms/],
  ["H in a place that has none", { schedule: { cron: { expression: "0 0 1 1 * 0 H" } } }, "INVALID_CRON", "schedule.cron.expression", /year.*H/],
  ["a range of H beyond the field", { schedule: { cron: { expression: "H(30-70) * * * *" } } }, "INVALID_CRON", "schedule.cron.expression", /70.*0 to 59/],
  ["a rule without frequency", rrule("BYDAY=MO"), "INVALID_RRULE", RULE, /FREQ.*Example/],
  ["a rule of every second", rrule("FREQ=SECONDLY"), "INVALID_RRULE", RULE, /SECONDLY.*not offered/],
  ["a rule that never matches", rrule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "INVALID_RRULE", RULE, /never/],
  ["a rule that is over", rrule("FREQ=DAILY;UNTIL=20200201T000000Z", "2020-01-01T09:00:00"), "DATE_IN_PAST", "schedule.rrule", /no occurrence after/],
  ["a start of a rule with an offset", rrule("FREQ=DAILY", "2027-01-01T09:00:00Z"), "INVALID_DATE", "schedule.rrule.start", /has an offset/],
  ["an unknown zone of a rule", rrule("FREQ=DAILY", "2027-01-01T09:00:00", "Mars/Base"), "INVALID_TIME_ZONE", "schedule.rrule.timezone", /Mars\/Base/],
  ["one schedule united with nothing", union(noon), "OUT_OF_RANGE", "schedule.union.of", /1 schedules; 2 to 20/],
  ["too many schedules united", union(...Array.from({ length: 21 }, () => noon)), "OUT_OF_RANGE", "schedule.union.of", /21 schedules/],
  ["a schedule that is not by hand", { schedule: { manual: false } }, "REQUIRED", "schedule", /manual \(true\)/],
  ["by hand united with others", union(noon, { manual: true }), "ILLEGAL_STATE", "schedule.union.of.1", /manual.*cannot be united/],
  ["a startup united with others", union(noon, { startup: {} }), "ILLEGAL_STATE", "schedule.union.of.1", /startup.*cannot be united/],
  ["a rest between runs united with others", union(noon, { every: { interval: "PT1H", from: "LAST_END" } }), "ILLEGAL_STATE", "schedule.union.of.1", /end of the last run/],
  ["a union within a union", union(noon, { union: { of: [noon, noon] } }), "ILLEGAL_STATE", "schedule.union.of.1", /union/],
  ["a wrong member of a union", union(noon, { cron: { expression: "61 * * * *" } }), "INVALID_CRON", "schedule.union.of.1.cron.expression", /61/],
  ["an exclusion of no day", excluding({ dates: { from: "2026-02-30" } }), "INVALID_DATE", "exclusions.0.dates.from", /2026-02-30.*Example/],
  ["an exclusion that ends before it begins", excluding({ dates: { from: "2026-12-24", until: "2026-12-23" } }), "OUT_OF_RANGE", "exclusions.0.dates.until", /before/],
  ["an exclusion in no zone", excluding({ dates: { from: "2026-12-24", timezone: "X/Y" } }), "INVALID_TIME_ZONE", "exclusions.0.dates.timezone", /X\/Y/],
  ["an exclusion that cannot be read", excluding({ cron: { expression: "nope" } }), "INVALID_CRON", "exclusions.0.cron.expression", /1 field/],
  ["an exclusion by hash", excluding({ cron: { expression: "H * * * *" } }), "INVALID_CRON", "exclusions.0.cron.expression", /H/],
  ["an exclusion of an interval", excluding({ cron: { expression: "@every 1h" } }), "INVALID_CRON", "exclusions.0.cron.expression", /@every/],
  ["an exclusion by an unknown calendar", excluding({ calendarId: UNKNOWN }), "NOT_FOUND", "exclusions.0.calendarId", /calendars lists them/],
  ["an exclusion by what is no id", excluding({ calendarId: "xmas" }), "INVALID_ID", "exclusions.0.calendarId", /xmas/],
  ["too many exclusions", excluding(...Array.from({ length: 51 }, () => ({ dates: { from: "2026-12-24" } }))), "OUT_OF_RANGE", "exclusions", /51 entries; at most 50/],
  ["exclusions that leave nothing", excluding({ cron: { expression: "* 12 * * *" } }), "OUT_OF_RANGE", "schedule", /never runs: the exclusions/],
  ["an end before the start", { schedule: noon, startAt: "2099-01-02T00:00:00Z", endAt: "2099-01-01T00:00:00Z" }, "OUT_OF_RANGE", "endAt", /before startAt/],
  ["an end in the past", { schedule: noon, endAt: "2020-01-01T00:00:00Z" }, "DATE_IN_PAST", "endAt", /past/],
  ["bounds between two occurrences", { schedule: noon, startAt: "2099-01-01T13:00:00Z", endAt: "2099-01-01T14:00:00Z" }, "OUT_OF_RANGE", "schedule", /never runs.*bounds/],
  ["no run at all", { schedule: noon, maxRuns: 0 }, "OUT_OF_RANGE", "maxRuns", /0.*1 to/],
  ["a jitter of two days", { schedule: noon, jitter: "P2D" }, "OUT_OF_RANGE", "jitter", /P2D/],
  ["a buffer of nothing", { overlapPolicy: "BUFFER", overlapBuffer: 0 }, "OUT_OF_RANGE", "overlapBuffer", /0.*1 to 1000/],
  ["a limit beyond the rows", { missedRunPolicy: "LAST_N", catchUpLimit: 101 }, "OUT_OF_RANGE", "catchUpLimit", /101.*1 to 100/],
  ["a rate of nothing", { catchUpRate: 0 }, "OUT_OF_RANGE", "catchUpRate", /0/],
  ["a start deadline of a second", { startDeadline: "PT1S" }, "OUT_OF_RANGE", "startDeadline", /PT1S/],
  ["a hold of a second", { hold: { whenMoreThan: 3, for: "PT1S" } }, "OUT_OF_RANGE", "hold.for", /PT1S/],
  ["a retention of a minute", { retention: { failed: { maxAge: "PT1M" } } }, "OUT_OF_RANGE", "retention.failed.maxAge", /PT1M.*PT1H/],
  ["a retention of no run", { retention: { other: { maxCount: 0 } } }, "OUT_OF_RANGE", "retention.other.maxCount", /0.*1 to 100000/],
  ["a retention in words", { retention: { succeeded: { maxAge: "a month" } } }, "INVALID_DURATION", "retention.succeeded.maxAge", /a month/],
  ["a hold above the rows", { hold: { whenMoreThan: 101 } }, "OUT_OF_RANGE", "hold.whenMoreThan", /101/],
];
