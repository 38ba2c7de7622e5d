// What `cronograph/task` is when a module runs; `module-api.ts` has its types. It is imported by modules of any folder and loads
// nothing itself.

/** Where a task's definition stands on its function. */
export const DEFINITION = Symbol.for("cronograph.task");

/** What a module throws when its payload is not what it takes: the attempt fails with INVALID_PAYLOAD and is not repeated. */
export class InvalidPayloadError extends Error {
  name = "InvalidPayloadError";
}

/** The function that the module exports, with its definition beside it. */
export function defineTask(definition) {
  const standard = definition.payload?.["~standard"];
  const task = async (payload, context) =>
    definition.run(standard ? await read(standard, payload ?? {}) : payload, context);
  return Object.defineProperty(task, DEFINITION, { value: definition });
}

/** A Standard Schema (zod, valibot, arktype) reads the payload itself: its defaults and transformations hold. */
async function read(standard, payload) {
  const read = await standard.validate(payload);
  if (!read.issues) return read.value;
  const problems = read.issues.slice(0, 10).map(({ message, path = [] }) => {
    const keys = path.map((part) => (typeof part === "object" && part !== null ? part.key : part));
    return `${["payload", ...keys].map(String).join(".")}: ${message}.`;
  });
  throw new InvalidPayloadError(`The payload is refused. ${problems.join(" ")}`);
}
