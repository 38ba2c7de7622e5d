// Statements that are sent at once: what they answer, and what becomes of a failure among them.
import { describe, expect, it, vi } from "vitest";
import { type Dialect, inSlices, type Queryable, together } from "../../server/store/sql.ts";

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

describe("a long list in slices", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

  it.each(["sqlite", "postgresql"] as const)(
    "answers as the whole would, each once and in its order, on %s",
    async (dialect) => {
      for (const count of [0, 1, 199, 200, 201, 999]) {
        const sizes: number[] = [];
        const answers = await inSlices(on(dialect), numbers(count), async (some) => {
          sizes.push(some.length);
          // The first takes longest.
          await pass(some[0] === 0 ? 3 : 1);
          return some.map((number) => number * 2);
        });
        expect(answers).toEqual(numbers(count).map((number) => number * 2));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
        expect(sizes.length > 1).toBe(dialect === "postgresql" && count > 200);
      }
    },
  );

  it("fails as a whole with a slice", async () => {
    const broken = inSlices(on("postgresql"), numbers(500), async (some) => {
      if (some[0] === 200) throw new Error("the second");
      return [...some];
    });
    await expect(broken).rejects.toThrow("the second");
  });
});
