// Statements that are sent at once: what they answer, and what becomes of a failure among them.
import { describe, expect, it, vi } from "vitest";
import { type Dialect, type Queryable, together } from "../../server/store/sql.ts";

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const on = (dialect: Dialect) => ({ dialect }) as Queryable;

describe("statements that need nothing of each other", () => {
  it.each(["sqlite", "postgresql"] as const)("answer in their order on %s", async (dialect) => {
    const slow = async () => {
      await pass(5);
      return "slow";
    };
    expect(await together(on(dialect), slow, async () => "fast")).toEqual(["slow", "fast"]);
  });

  it("are under way side by side on PostgreSQL, and one after the other on SQLite, which has one way", async () => {
    for (const dialect of ["sqlite", "postgresql"] as const) {
      let going = 0;
      let most = 0;
      const statement = async () => {
        most = Math.max(most, ++going);
        await pass(2);
        going--;
      };
      await together(on(dialect), statement, statement, statement);
      expect(most, dialect).toBe(dialect === "sqlite" ? 1 : 3);
    }
  });

  it("fail with the first failure, after all have ended: nothing is still written into what is being taken back", async () => {
    let end = () => {};
    const ends = new Promise<void>((resolve) => {
      end = resolve;
    });
    const late = vi.fn<() => Promise<void>>(() => ends);
    const first = () => Promise.reject(new Error("the first"));
    const second = () => pass(1).then(() => Promise.reject(new Error("because of the first")));
    let settled = false;
    const all = together(on("postgresql"), late, second, first).finally(() => {
      settled = true;
    });
    all.catch(() => {});
    await pass(10);
    expect(settled).toBe(false);
    end();
    await expect(all).rejects.toThrow(/^the first$/);
    late.mockClear();
    await expect(together(on("sqlite"), first, late)).rejects.toThrow(/^the first$/);
    expect(late).not.toHaveBeenCalled();
  });
});
