// `cronograph/client`: events without gaps for browsers and Node. This entry leaves the WebSocket to the platform or to the caller.
export type { ConnectionOptions } from "./connection.ts";
export {
  type EventOptions,
  type Following,
  type RunEvent,
  type RunEventFilter,
  type RunFilter,
  subscribeRunEvents,
  subscribeTaskEvents,
  type TaskEvent,
  type TaskEventFilter,
  type TaskFilter,
} from "./events.ts";
export { createLiveClient, type LiveClient, type LiveClientOptions } from "./live-client.ts";
export { followRunLog, type LogLine, type LogOptions } from "./run-log.ts";
export {
  type Cause,
  type Gap,
  LiveError,
  type LiveRequest,
  type LiveResult,
  type LiveSink,
  type LiveStatus,
  type Observable,
  type Watching,
} from "./types.ts";
