import { describe, expect, it } from "vitest";
import { createChannel } from "../../server/events/channel.ts";

async function take<T>(source: AsyncIterableIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = await source.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

describe("a channel", () => {
  const options = { capacity: 2, overflow: () => new Error("full"), onEnd: () => {} };

  it("keeps the order, ends after what is queued, and ignores what comes later", async () => {
    let ends = 0;
    const channel = createChannel<number>({ ...options, onEnd: () => ends++ });
    channel.push(1);
    channel.push(2);
    channel.close();
    expect(channel.push(3)).toBe(false);
    expect(await take(channel, 9)).toEqual([1, 2]);
    await channel.return();
    expect(ends).toBe(1);
  });

  it("fails at its capacity and gives the failure to the reader once", async () => {
    const channel = createChannel<number>(options);
    expect([channel.push(1), channel.push(2), channel.push(3)]).toEqual([true, true, false]);
    await expect(channel.next()).rejects.toThrow("full");
    expect((await channel.next()).done).toBe(true);
  });
});
