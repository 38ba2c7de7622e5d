// Events: the log's rows as the API shows them, and the marks between them.
import { eventCursor } from "./cursors.ts";
import type { Resolvers } from "./generated.ts";

export const RunEvent: Resolvers["RunEvent"] = {
  cursor: (event) => eventCursor(event.cursor),
  sequence: (event) => (event.kind === "MARK" ? null : event.sequence),
  run: (event) => (event.kind === "MARK" ? null : event.run),
};
export const TaskEvent: Resolvers["TaskEvent"] = {
  cursor: (event) => eventCursor(event.cursor),
  task: (event) => (event.kind === "MARK" ? null : event.task),
};
