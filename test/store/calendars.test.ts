// Calendars that are read again and again by planning: the same value while nothing changed, a new one after each change.
import { expect, it } from "vitest";
import { scheduling } from "../support/scheduling.ts";
import { NOON, newId } from "../support/tasks.ts";

const { now } = scheduling();

it("a calendar is the same object until it changes, also when a change is rolled back", async () => {
  const { store } = now();
  const id = newId();
  const entry = (day: string) => ({ from: `${day}T00:00:00`, until: `${day}T12:00:00`, label: null });
  const plain = { namespaceId: "default", description: null, timezone: null };
  const calendar = { ...plain, id, name: "Days off", createdAt: NOON, updatedAt: NOON };
  const read = async () => (await store.calendarsById([id])).get(id);
  await store.write((tx) => tx.insertCalendar({ ...calendar, entries: [entry("2026-06-02")], version: 1 }));
  const first = await read();
  expect(await read()).toBe(first);
  const undone = store.write(async (tx) => {
    await tx.saveCalendar({ ...calendar, entries: [entry("2026-06-03")], version: 2 });
    expect((await tx.calendarsById([id])).get(id)?.entries).toEqual([entry("2026-06-03")]);
    throw new Error("rolled back");
  });
  await expect(undone).rejects.toThrow("rolled back");
  expect((await read())?.entries).toEqual([entry("2026-06-02")]);
  await store.write((tx) => tx.saveCalendar({ ...calendar, entries: [entry("2026-06-04")], version: 2 }));
  expect((await read())?.entries).toEqual([entry("2026-06-04")]);
});
