import { expect, it } from "vitest";
import { createKnown } from "../../server/domain/scoped/known.ts";
import { aTask } from "../support/tasks.ts";

it("what is a namespace's own is found however much has been asked for before", async () => {
  const own = new Map(Array.from({ length: 4_500 }, (_, place) => [`${place}`, aTask({ id: `${place}` })]));
  const tasksById = async (ids: readonly string[]) =>
    new Map(ids.flatMap((id) => (own.has(id) ? [[id, own.get(id) as never]] : [])));
  const known = createKnown({ tasksById, runsById: async () => new Map() }, "default");
  const ids = [...own.keys()];
  for (let at = 0; at < ids.length; at += 70) {
    const asked = ids.slice(at, at + 70);
    expect(await known.taskIds([...asked, "another's"])).toEqual(asked);
  }
});
