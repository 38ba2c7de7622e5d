import { describe, expect, it } from "vitest";
import { payloadOf } from "./bad-tasks.ts";
import { createTask, readTask, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;

describe("values at the limit are accepted and given back unchanged", () => {
  it.each([
    ["a name of 200 characters", { name: `é${"x".repeat(199)}` }],
    ["a name of 200 characters beyond 16 bits", { name: "😀".repeat(200) }],
    ["a description with line breaks", { description: `a\r\n\tb${"x".repeat(1_995)}` }],
    ["a payload of 256 KiB", { payload: payloadOf(262_144) }],
    ["a payload of 32 levels", { payload: JSON.parse("[".repeat(32) + "]".repeat(32)) }],
    [
      "keys that every object has",
      { payload: { constructor: { prototype: 1 }, toString: null, hasOwnProperty: [], "": 0 } },
    ],
    ["numbers at the edge", { payload: [Number.MAX_SAFE_INTEGER, 5e-324, -0.1, 1.7976931348623157e308] }],
    ["texts of many kinds", { payload: ["\u2028\u0001\u007f\ufffe😀'\";--", "%_\\", "$\u007bx}", ""] }],
    ["false, 0 and an empty text", { payload: { a: false, b: 0, c: "" } }],
    ["a payload that is false", { payload: false }],
    ["a payload that is 0", { payload: 0 }],
    ["a payload that is empty", { payload: "" }],
  ])("%s", async (_, changes) => {
    const task = await createTask(url(), changes);
    expect(task).toMatchObject(changes);
    expect(await readTask(url(), task.id)).toEqual(task);
  });
});
