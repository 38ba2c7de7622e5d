// `cronograph/test`: Cronograph under a clock that the test moves. Nothing else of this folder is public.
export type { TaskContext, TaskFunction, TaskLog, TaskRun } from "../executor/module-api.ts";
export type * from "./api.ts";
export { createTestScheduler } from "./test-scheduler.ts";
