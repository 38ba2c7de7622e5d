// Events: the log's rows as the API shows them.
import { eventCursor } from "./cursors.ts";
import type { Resolvers } from "./generated.ts";

export const RunEvent: Resolvers["RunEvent"] = { cursor: (event) => eventCursor(event.cursor) };
export const TaskEvent: Resolvers["TaskEvent"] = { cursor: (event) => eventCursor(event.cursor) };
