// The audit: the same on every database.
import { expect, it } from "vitest";
import { systemClock } from "../../server/clock.ts";
import { audited } from "../../server/domain/audit/audited.ts";
import { type AuditEntry, type AuditQuery, bySystem } from "../../server/domain/audit/entry.ts";
import type { Store } from "../../server/domain/ports.ts";
import { aTask } from "../support/tasks.ts";

const NOW = Date.UTC(2026, 10, 23);
let serial = 0;

const anEntry = (at: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `entry-${String(++serial).padStart(6, "0")}`,
  at,
  actor: { kind: "USER", id: "ada", name: "“Ada”", userId: "ada" },
  address: "::1",
  userAgent: "a browser",
  transport: "HTTP",
  namespaceId: "default",
  action: "updateTask",
  subject: { kind: "TASK", id: "backup", name: "Backup" },
  version: 2,
  outcome: "DONE",
  errorCode: null,
  changeId: `change-${serial}`,
  undoes: null,
  idempotencyKey: null,
  omitted: 0,
  before: { description: null },
  after: { description: "'); DROP TABLE audit_entries; --" },
  definition: null,
  ...more,
});

export function audit(open: () => Store): void {
  const write = (...entries: AuditEntry[]) => open().write((tx) => tx.audit.insert(entries));
  const found = async (query: AuditQuery, limit = 10) =>
    (await open().audit.entries(query, { limit, from: null, direction: "forward" })).items.map(({ item }) => item);

  it("gives audit entries back as they were written, newest first", async () => {
    const entries = [
      anEntry(NOW),
      anEntry(NOW + 1, {
        actor: { kind: "SYSTEM", id: null, name: "cronograph", userId: null },
        address: null,
        userAgent: null,
        transport: "SERVER",
        subject: null,
        version: null,
        outcome: "REFUSED",
        errorCode: "FORBIDDEN",
        undoes: "change-0",
        idempotencyKey: "key",
        omitted: 7,
        before: null,
        after: null,
      }),
      anEntry(NOW + 2, {
        subject: { kind: "RUN", id: null, name: null },
        definition: { name: "ä€😀", payload: [1, { a: null }] },
      }),
    ];
    await write(...entries);
    expect(await found({})).toEqual([...entries].reverse());
  });

  it("finds audit entries by each condition, and by several together", async () => {
    const entries = [
      anEntry(NOW, { action: "createTask", changeId: "one" }),
      anEntry(NOW + 1, {
        action: "signIn",
        actor: { kind: "TOKEN", id: "t", name: "Deploy", userId: null },
        subject: null,
      }),
      anEntry(NOW + 2, {
        outcome: "REFUSED",
        errorCode: "FORBIDDEN",
        subject: { kind: "QUEUE", id: "mail", name: "mail" },
      }),
      anEntry(NOW + 3, { action: "deleteTask", changeId: "one", address: "10.0.0.7" }),
    ];
    await write(...entries);
    const at = async (query: AuditQuery) => (await found(query)).map((entry) => entry.at - NOW);
    expect(await at({ actorId: "ada" })).toEqual([3, 2, 0]);
    expect(await at({ action: ["signIn"] })).toEqual([1]);
    expect(await at({ action: ["createTask", "deleteTask", "signIn", "signIn"] })).toEqual([3, 1, 0]);
    expect(await at({ subjectKind: "QUEUE" })).toEqual([2]);
    expect(await at({ subjectKind: "TASK", subjectId: "backup" })).toEqual([3, 0]);
    expect(await at({ outcome: "REFUSED" })).toEqual([2]);
    expect(await at({ outcome: "DONE", actorId: "ada" })).toEqual([3, 0]);
    expect(await at({ changeId: "one" })).toEqual([3, 0]);
    expect(await at({ from: NOW + 1, before: NOW + 3 })).toEqual([2, 1]);
    expect(await at({ search: "DEPLOY" })).toEqual([1]);
    expect(await at({ search: "10.0.0" })).toEqual([3]);
    expect(await at({ search: "%" })).toEqual([]);
    expect((await open().audit.ofChange("one", 10)).map((entry) => entry.at - NOW)).toEqual([0, 3]);
    expect(await open().audit.ofChange("one", 1)).toHaveLength(1);
  });

  it("pages through audit entries of one instant without losing or repeating any", async () => {
    const entries = Array.from({ length: 7 }, () => anEntry(NOW));
    await write(...entries);
    const seen: string[] = [];
    let from: { value: number | string | null; id: string } | null = null;
    for (let page = 0; page < 4; page++) {
      const { items, total } = await open().audit.entries(
        { action: ["updateTask", "other"] },
        { limit: 2, from, direction: "forward" },
      );
      expect(total).toBe(7);
      seen.push(...items.map(({ item }) => item.id));
      from = items.at(-1)?.position ?? null;
    }
    expect(seen).toEqual(entries.map(({ id }) => id).reverse());
  });

  it("knows what a task was like at a version: after its newest edit until then, or before the first one it has", async () => {
    const edit = (version: number, before: AuditEntry["before"], definition: AuditEntry["definition"]) =>
      anEntry(NOW + version, { version, before, after: {}, definition });
    await write(
      edit(3, { name: "a", state: "ACTIVE" }, { name: "b", timeout: "PT1M" }),
      edit(4, { state: "ACTIVE" }, null),
      edit(5, { timeout: "PT1M" }, { name: "b", timeout: "PT2M" }),
    );
    const at = (version: number) => open().audit.definition("backup", version);
    expect(await at(2)).toEqual({ name: "a", timeout: "PT1M" });
    expect(await at(3)).toEqual({ name: "b", timeout: "PT1M" });
    expect(await at(4)).toEqual({ name: "b", timeout: "PT1M" });
    expect(await at(9)).toEqual({ name: "b", timeout: "PT2M" });
    expect(await open().audit.definition("other", 3)).toBeNull();
  });

  it("forgets audit entries from the oldest end, so many at a time", async () => {
    await write(...Array.from({ length: 5 }, (_, index) => anEntry(NOW + index)));
    const prune = (before: number, limit: number) => open().write((tx) => tx.audit.prune(before, limit));
    expect(await prune(NOW + 4, 3)).toBe(3);
    expect((await found({})).map(({ at }) => at - NOW)).toEqual([4, 3]);
    expect(await prune(NOW + 4, 3)).toBe(1);
    expect(await prune(NOW + 4, 3)).toBe(0);
    expect((await found({})).map(({ at }) => at - NOW)).toEqual([4]);
  });

  it("keeps no change whose audit entry cannot be written, and no entry of a change that cannot", async () => {
    const act = {
      origin: bySystem("SERVER"),
      action: "createTask",
      of: "TASK",
      changeId: "change",
    } as const;
    // An id that is taken: the entry is refused by the database itself.
    const { store } = audited(open(), act, { clock: systemClock, newId: () => "taken" });
    const [kept, lost] = [aTask(), aTask()];
    await store.write((tx) => tx.insertTask(kept));
    await expect(store.write((tx) => tx.insertTask(lost))).rejects.toThrow(/unique/i);
    expect([...(await open().tasksById([kept.id, lost.id])).keys()]).toEqual([kept.id]);
    const failing = store.write(async (tx) => {
      await tx.saveTask({ ...kept, name: "another", version: 2 }, "UPDATED");
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
    expect((await found({})).map(({ action, subject }) => [action, subject?.name])).toEqual([
      ["createTask", kept.name],
    ]);
    expect((await open().tasksById([kept.id])).get(kept.id)?.name).toBe(kept.name);
  });

  it("keeps no audit entry of a write that failed", async () => {
    const failing = open().write(async (tx) => {
      await tx.audit.insert([anEntry(NOW)]);
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
    expect(await found({})).toEqual([]);
  });
}
