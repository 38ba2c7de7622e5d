// What a preview says is what the scheduler then does, to the millisecond, over a year of each zone with its clock changes.
import { describe, expect, it } from "vitest";
import type { TestScheduler } from "../../server/testing/index.ts";
import { module, startScheduler } from "./support.ts";
import { type Transition, transitions } from "./transitions.ts";

/** A year in which something happens, and how many clock changes it has. */
const ZONES = [
  ["UTC", 2026, 0],
  ["America/New_York", 2026, 2],
  ["Europe/Dublin", 2026, 2],
  ["Australia/Lord_Howe", 2026, 2],
  ["Asia/Gaza", 2025, 2],
  ["Africa/Casablanca", 2025, 2],
  ["Antarctica/Troll", 2026, 2],
  ["America/Sao_Paulo", 2018, 2],
  ["Pacific/Apia", 2011, 3],
] as const;

interface Case {
  readonly schedule: object;
  readonly jitter?: string;
  readonly exclusions?: object[];
}

const around = (value: number, first: number, last: number): string =>
  [value - 1, value, value + 1].filter((each) => each >= first && each <= last).join(",");

/** At a clock change, inside the time that it leaves out or repeats, and around it. */
function atChange(timezone: string, { local: { month, day, hour, minute } }: Transition): Record<string, Case> {
  const cron = (expression: string, rules: object = {}): Case => ({
    schedule: { cron: { expression, timezone, ...rules } },
  });
  const days = `${around(day, 1, 31)} ${month}`;
  const ruled = (gap: string | null, repeat: string | null) => cron(`${minute} ${hour} ${days} *`, { gap, repeat });
  return {
    "daily in its month": cron(`${minute} ${hour} * ${month} *`),
    "wildcard minutes around it": cron(`*/30 ${around(hour, 0, 23)} ${days} *`),
    "wildcard hours, with seconds": cron(`30 59 */6 ${days} *`),
    "gap NEXT_VALID": ruled("NEXT_VALID", null),
    "gap PREVIOUS_VALID, repeat BOTH": ruled("PREVIOUS_VALID", "BOTH"),
    "gap SKIP": ruled("SKIP", null),
    "repeat FIRST": ruled(null, "FIRST"),
    "gap SKIP, repeat SECOND": ruled("SKIP", "SECOND"),
    "repeat BOTH": ruled(null, "BOTH"),
    "every six minutes with jitter": { ...cron(`*/6 ${(hour + 5) % 24} ${day + 1} ${month} *`), jitter: "PT1H" },
    "by a recurrence rule": {
      schedule: {
        rrule: {
          rule: `FREQ=DAILY;BYMONTH=${month};BYHOUR=${hour};BYMINUTE=${minute};INTERVAL=3`,
          start: "2010-01-01T00:00:00",
          timezone,
        },
      },
    },
  };
}

/** All through the year. */
function allYear(timezone: string, changes: readonly Transition[]): Record<string, Case> {
  const cron = (expression: string): Case => ({ schedule: { cron: { expression, timezone } } });
  const nightly = changes.map(({ local: { month, day, hour, minute } }) => cron(`${minute} ${hour} ${day} ${month} *`));
  return {
    "last day of the month": cron("30 2 L * *"),
    "working day next to the 15th": cron("0 9 15W * *"),
    "second Friday": cron("0 0 * * FRI#2"),
    hashed: cron("H H(0-5) 1,15 * *"),
    "every 11 days": { schedule: { every: { interval: "P11D" } } },
    "every 1000 hours from an anchor": { schedule: { every: { interval: "PT1000H", anchor: "2000-02-29T23:59:59Z" } } },
    "weekly with jitter": { ...cron("0 3 * * SUN"), jitter: "PT6H" },
    "not in summer": { ...cron("30 2 1,11,21 * *"), exclusions: [{ cron: { expression: "* * * 6-8 *", timezone } }] },
    "a union": { schedule: { union: { of: [cron("0 12 1 * *"), ...nightly].map(({ schedule }) => schedule) } } },
  };
}

/** A night like any other, for a zone whose clock never changes. */
const PLAIN: Transition = { at: 0, kind: "gap", local: { month: 3, day: 29, hour: 2, minute: 30 } };

function cases(timezone: string, found: readonly Transition[]): [string, Case][] {
  const changes = found.length > 0 ? found : [PLAIN];
  const local = changes.flatMap((change, index) =>
    Object.entries(atChange(timezone, change)).map(([name, each]): [string, Case] => [`${name}, ${index}`, each]),
  );
  return [...local, ...Object.entries(allYear(timezone, changes))];
}

const PREVIEW = `query ($input: PreviewScheduleInput!) { previewSchedule(input: $input) {
  occurrences { at effectiveAt } userErrors { field message } } }`;

/** All that the API foretells until then, page by page. */
async function foretold(
  scheduler: TestScheduler,
  name: string,
  each: Case,
  until: number,
): Promise<[number, number][]> {
  const found: [number, number][] = [];
  for (let after = scheduler.now.toISOString(); ; ) {
    const input = { ...each, hashSeed: name, first: 100, after };
    const { occurrences, userErrors } = (await scheduler.query(PREVIEW, { input })).previewSchedule;
    expect(userErrors, name).toEqual([]);
    for (const { at, effectiveAt } of occurrences) {
      if (Date.parse(at) > until) return found;
      found.push([Date.parse(at), Date.parse(effectiveAt)]);
      after = at;
    }
    if (occurrences.length < 100) return found;
  }
}

describe("a preview is what then happens, over a year of", () => {
  it.each(ZONES)(
    "%s, %i",
    async (zone, year, expected) => {
      const start = Date.UTC(year, 0, 1);
      const end = Date.UTC(year + 1, 0, 3);
      const changes = transitions(zone, start, end);
      expect(changes).toHaveLength(expected);
      const scheduler = await startScheduler({ startAt: new Date(start) });
      const previews = new Map<string, [number, number][]>();
      for (const [name, each] of cases(zone, changes)) {
        previews.set(name, await foretold(scheduler, name, each, end));
        await scheduler.createTask({ name, ...each, target: module("quick") });
      }
      await scheduler.advanceTo(new Date(end + 86_400_000));
      const runs = await scheduler.runs();
      for (const [name, preview] of previews) {
        expect(preview.length, name).toBeGreaterThan(0);
        const happened = runs.filter((run) => run.task === name && run.scheduledFor.getTime() <= end);
        expect(
          happened.map((run) => [run.scheduledFor.getTime(), run.effectiveAt.getTime()]),
          name,
        ).toEqual(preview);
        for (const run of happened)
          expect([run.state, run.startedAt], `${name} ${run.scheduledFor.toISOString()}`).toEqual([
            "SUCCEEDED",
            run.effectiveAt,
          ]);
      }
    },
    60_000,
  );
});
