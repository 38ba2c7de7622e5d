// Statements that are sent at once: what they answer, and what becomes of a failure among them.
import { describe, expect, it } from "vitest";
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
    let ended = 0;
    const fails = (text: string, ms: number) => async () => {
      await pass(ms);
      ended++;
      throw new Error(text);
    };
    const late = async () => {
      await pass(20);
      ended++;
    };
    await expect(
      together(on("postgresql"), late, fails("because of the first", 5), fails("the first", 1)),
    ).rejects.toThrow(/^the first$/);
    expect(ended).toBe(3);
    ended = 0;
    await expect(together(on("sqlite"), fails("the first", 1), late)).rejects.toThrow(/^the first$/);
    expect(ended).toBe(1);
  });
});
