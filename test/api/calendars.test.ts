// Calendars through the API: by hand, from an iCalendar text, shared by tasks that follow its edits.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { createTask, mutate, readTask, startAtNoon } from "./support.ts";

const CALENDAR =
  "calendar { id name description timezone entryCount entries { from until label } tasks { name } version }";
const ICS = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "X-WR-CALNAME:Feiertage",
  "BEGIN:VEVENT",
  "UID:1",
  "DTSTART;VALUE=DATE:20261225",
  "DTEND;VALUE=DATE:20261227",
  "RRULE:FREQ=YEARLY;COUNT=2",
  "SUMMARY:Weihnachten",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

describe("a calendar", () => {
  it("holds days and times given by hand, and tasks that leave it out follow its edits at once", async () => {
    const { url } = await startAtNoon();
    const made = await mutate(
      url,
      "createCalendar",
      {
        name: "Closed",
        timezone: "Europe/Berlin",
        entries: [
          { from: "2026-06-02", label: "Inventory" },
          { from: "2026-06-05T12:00:00", until: "2026-06-05T18:00:00" },
        ],
      },
      CALENDAR,
    );
    expect(made).toMatchObject({
      userErrors: [],
      calendar: {
        entryCount: 2,
        version: 1,
        entries: [
          { from: "2026-06-02T00:00:00", until: "2026-06-03T00:00:00", label: "Inventory" },
          { from: "2026-06-05T12:00:00" },
        ],
      },
    });
    const { id: calendarId } = made.calendar;
    const task = await createTask(url, {
      name: "daily",
      schedule: { cron: { expression: "0 9 * * *", timezone: "Europe/Berlin" } },
      exclusions: [{ calendarId }],
    });
    const days = async () => await readTask(url, task.id, "nextRunAt upcoming(first: 2) { local }");
    expect(await days()).toMatchObject({
      nextRunAt: "2026-06-03T07:00:00.000Z",
      upcoming: [{ local: "2026-06-03T09:00:00" }, { local: "2026-06-04T09:00:00" }],
    });
    const edited = await mutate(
      url,
      "updateCalendar",
      { id: calendarId, version: 1, entries: [{ from: "2026-06-03", until: "2026-06-04" }] },
      CALENDAR,
    );
    expect(edited.calendar).toMatchObject({
      version: 2,
      entryCount: 1,
      tasks: [{ name: "daily" }],
      timezone: "Europe/Berlin",
    });
    expect(await days()).toMatchObject({
      nextRunAt: "2026-06-02T07:00:00.000Z",
      upcoming: [{ local: "2026-06-02T09:00:00" }, { local: "2026-06-05T09:00:00" }],
    });
    const { taskEvents } = {
      taskEvents: await readTask(
        url,
        task.id,
        `exclusions { __typename description ... on CalendarExclusion { calendar { name } } } version`,
      ),
    };
    expect(taskEvents).toMatchObject({
      version: 1,
      exclusions: [
        {
          __typename: "CalendarExclusion",
          calendar: { name: "Closed" },
          description: expect.stringContaining("Closed"),
        },
      ],
    });
    const inUse = await mutate(url, "deleteCalendar", { id: calendarId }, "calendar { id }");
    expect(inUse).toMatchObject({
      calendar: null,
      userErrors: [{ code: "ILLEGAL_STATE", message: expect.stringContaining('"daily"') }],
    });
    await mutate(url, "updateTask", { id: task.id, version: 1, exclusions: [] });
    expect(await mutate(url, "deleteCalendar", { id: calendarId }, "calendar { id }")).toMatchObject({
      calendar: { id: calendarId },
      userErrors: [],
    });
    expect(await data(url, "{ calendars { id } }")).toEqual({ calendars: [] });
  });

  it("is imported from an iCalendar text", async () => {
    const { url } = await startAtNoon();
    const made = await mutate(url, "createCalendar", { name: "Holidays", ics: ICS }, `skipped ${CALENDAR}`);
    expect(made).toMatchObject({
      userErrors: [],
      calendar: {
        entryCount: 2,
        entries: [
          { from: "2026-12-25T00:00:00", until: "2026-12-27T00:00:00", label: "Weihnachten" },
          { from: "2027-12-25T00:00:00" },
        ],
      },
    });
    const { calendar } = await data(
      url,
      `query ($id: ID!) { calendar(id: $id) { entries(endingAfter: "2027-01-01T00:00:00") { from } } }`,
      { id: made.calendar.id },
    );
    expect(calendar.entries).toEqual([{ from: "2027-12-25T00:00:00" }]);
  });

  it("is refused with every reason, and nothing is written", async () => {
    const { url } = await startAtNoon();
    const refused = async (input: object) =>
      (await mutate(url, "createCalendar", { name: "X", ...input }, CALENDAR)).userErrors.map(
        ({ code, field }: { code: string; field: string[] }) => `${code} ${field.join(".")}`,
      );
    expect(await refused({ name: "" })).toEqual(["REQUIRED name"]);
    expect(await refused({ timezone: "Nowhere" })).toEqual(["INVALID_TIME_ZONE timezone"]);
    expect(await refused({ entries: [{ from: "2026-02-30" }] })).toEqual([
      expect.stringMatching(/^INVALID_DATE entries\.0\.from/),
    ]);
    expect(await refused({ entries: [{ from: "2026-02-03", until: "2026-02-02" }] })).toEqual([
      "INVALID_CALENDAR entries.0.until",
    ]);
    expect(await refused({ ics: "not a calendar" })).toEqual(["INVALID_CALENDAR ics"]);
    expect(await refused({ ics: ICS, entries: [] })).toEqual(["BAD_REQUEST ics"]);
    expect(await data(url, "{ calendars { id } }")).toEqual({ calendars: [] });
    await mutate(url, "createCalendar", { name: "Taken" }, CALENDAR);
    expect(await refused({ name: "TAKEN" })).toEqual(["ALREADY_EXISTS name"]);
    const stale = await mutate(
      url,
      "updateCalendar",
      { id: (await data(url, "{ calendars { id } }")).calendars[0].id, version: 7, name: "Y" },
      CALENDAR,
    );
    expect(stale.userErrors).toMatchObject([{ code: "CONFLICT", field: ["version"] }]);
  });
});
